"""Posts: those that rest on an election by the congress end with it; posts of offices and organs
are not bound to a term and go on."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Post
from renda.congress.permits import changes_terms
from renda.congress.roles import ELECTED_ROLES, TERM_BOUND, BodyKind, Role
from renda.deputies.models import TermChange
from renda.deputies.turnover.parts import Answers, Group, Item, Part
from renda.deputies.turnover.seats import END, ENDS, GOES_ON, ON, last_elected_on
from renda.kernel.registers import keeping

KEEPERS = (Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)


def running(change: TermChange) -> QuerySet[Post]:
    """The posts of this congress that would run on into the new term."""
    rows = Post.objects.filter(body__congress_id=change.congress_id, from_on__lt=change.on)
    return rows.filter(Q(until_on=None) | Q(until_on__gte=change.on))


def elected(change: TermChange) -> QuerySet[Post]:
    """Those of them that rest on an election."""
    return running(change).filter(
        role__in=ELECTED_ROLES, body__kind__in=[*TERM_BOUND, BodyKind.DELEGATION]
    )


def groups(change: TermChange) -> list[Group]:
    """The posts, body by body."""
    found: dict[str, list[Item]] = {}
    rows = elected(change).select_related("user", "body").order_by("body__order", "body_id", "id")
    for row in rows:
        usual, why = END, ""
        if row.role == Role.PRESIDIUM_CHAIR:
            usual = ON
            why = _("Keeps the registers of the town: end it when the successor's post is entered.")
        item = Item(
            str(row.pk),
            row.user.name,
            (GOES_ON, ENDS),
            usual,
            note=row.get_role_display(),
            why=why,
        )
        found.setdefault(row.body.name, []).append(item)
    return [Group(heading, items) for heading, items in found.items()]


def carry(change: TermChange, answers: Answers) -> None:
    """End those that end."""
    for row in elected(change):
        if answers.get(str(row.pk)) == END:
            keeping.change(
                row,
                "congress.end_post",
                by=None,
                values={"until_on": max(last_elected_on(change), row.from_on)},
                reason=_("change of term"),
                congress_id=change.congress_id,
            )


def _fault(change: TermChange, answers: Answers) -> str:
    ended = [int(key) for key, answer in answers.items() if answer == END]
    keepers = running(change).filter(role__in=KEEPERS, user__is_active=True)
    if keepers.exclude(pk__in=ended).exists():
        return ""
    return _("Then nobody would keep the registers. Let one of these posts go on.")


def _locks(change: TermChange) -> Iterable[QuerySet[Any]]:
    return [Post.objects.filter(pk__in=elected(change).values("pk"))]


POSTS = Part(
    key="posts",
    name=gettext_lazy("Elected posts"),
    about=gettext_lazy(
        "Chairpersons, members and heads act until the elections; their posts end then. Posts of"
        " offices and organs go on."
    ),
    place=20,
    to=changes_terms,
    groups=groups,
    carry=carry,
    locks=_locks,
    fault=_fault,
)
