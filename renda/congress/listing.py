"""Organs as pages list them to choose from: in their official order, under headings."""

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.congress.queries import organs
from renda.congress.roles import OrganKind
from renda.kernel.pages.picking import Groups, Pick
from renda.kernel.registers.tree import arranged

_BETWEEN = re.compile(r"[\s、，。；,.;:：]+")


def organ_groups(congress_id: int, day: date) -> Groups:
    """The organs that are there on a day, by kind and by the organ that forwards to them: one
    query for any number of lists on a page."""
    return in_groups(organs_listed(congress_id, day))


def organs_listed(congress_id: int, day: date) -> list[Body]:
    """The organs of a day with those that forward to them."""
    return list(organs(congress_id, day).select_related("parent"))


def by_duties(bodies: Iterable[Body], text: str, most: int = 3) -> list[tuple[Body, list[str]]]:
    """The organs whose duties name words of a text, with these words, the likeliest first: a hint
    for whoever assigns, never a choice."""
    found = []
    for body in bodies:
        words = {word for word in _BETWEEN.split(body.duties) if len(word) > 1}
        named = sorted((word for word in words if word in text), key=len, reverse=True)
        if named:
            found.append((body, named))
    return sorted(found, key=lambda pair: -len("".join(pair[1])))[:most]


def in_groups(bodies: Iterable[Body]) -> Groups:
    """These bodies under headings, those that stand together kept in their tree's order."""
    rows = {body.pk: body for body in bodies}
    groups: dict[str, list[tuple[int, str]]] = {}
    for pk, _depth in arranged((body.pk, body.parent_id) for body in rows.values()):
        body = rows[pk]
        groups.setdefault(_heading(body), []).append((pk, _pick(body)))
    return list(groups.items())


def _heading(body: Body) -> str:
    kind = OrganKind(body.organ_kind).label if body.organ_kind else _("other bodies")
    if body.parent is None or not body.parent.is_forwarding:
        return str(kind)
    return _("%(kind)s, through %(organ)s") % {"kind": kind, "organ": body.parent}


def _pick(body: Body) -> Pick:
    return Pick(body.name, f"{body.short_name} {body.code} {body.duties}")
