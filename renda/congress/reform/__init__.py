"""机构改革: organs are merged or split from a day; successors take over what was theirs.

Nothing of history moves: what was closed stays with the old name. Open work, posts, contacts,
counterparts and sections pass to the successor, as far as the office says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.congress import inheriting
from renda.congress.models import AddressEntry, Body, Contact, Counterpart, Post, Succession
from renda.congress.reform.likeness import likeness
from renda.congress.renaming import DAY, end_along, not_to_come, rows_at
from renda.congress.roles import BodyKind
from renda.congress.staffing.giving import check_post
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter

Key = tuple[str, int]  # ("congress.post", 12), ("suggestions", 7): what is to pass on


@dataclass(frozen=True)
class Reform:
    """What is decided. `heirs` are the successors, saved or new, the main one first; `goes` says
    for what passes to which of them by its place (None: it ends with the old organ)."""

    olds: Sequence[Body]
    heirs: Sequence[Body]
    on: date
    note: str = ""
    goes: Mapping[Key, int | None] = field(default_factory=dict)

    @property
    def until_on(self) -> date:
        """The last day of the old organs."""
        return self.on - DAY

    def heir_of(self, key: Key) -> Body | None:
        """Who takes this over: the main successor, unless something else was said."""
        place = self.goes.get(key, 0)
        return None if place is None else self.heirs[place]


@transaction.atomic
def carry_out(reform: Reform, *, by: Actor | None) -> list[Body]:
    """Carry out a reform; returns the successors. Raises Refused for what cannot be.

    Every row that will be written is locked before the first event is: the head of the chain is
    the last lock of every transaction.
    """
    for work in inheriting.KINDS.values():
        work.hold([old.pk for old in reform.olds])  # a step locks its matter before its organ
    olds = _held(reform)
    _may_be(reform, olds)
    parts = list(_below(olds).select_for_update().order_by("pk"))
    rows = rows_at(olds, reform.until_on)
    inside = rows_at(_ending(reform, parts), reform.until_on)
    entries = AddressEntry.objects.filter(body__in=olds).select_for_update().order_by("pk")
    rows += list(entries)
    _enter_new(reform, by)
    _succeed(reform, olds, by)
    for row in inside:
        end_along(row, reform.until_on, reason=reform.note, by=by)
    for part in parts:
        _move(reform, part, by)
    for row in rows:
        _carry(reform, row, by)
    for old in olds:
        ends = {"until_on": reform.until_on}
        change(old, "congress.end_body", by=by, values=ends, reason=reform.note)
        _pass_on(reform, old, by)
    fresh = {old.pk: old for old in olds}
    for given in reform.olds:
        given.__dict__.update(fresh[given.pk].__dict__)
    return list(reform.heirs)


def name_of(reform: Reform) -> str:
    """市园林局并入市城市管理局: how the reform is called in a history."""
    comma = pgettext("between names in a list", ", ")
    olds = comma.join(old.name for old in reform.olds)
    heirs = comma.join(heir.name for heir in reform.heirs)
    said = _("Reform of %(day)s: %(olds)s → %(heirs)s") % {
        "day": reform.on.isoformat(),
        "olds": olds,
        "heirs": heirs,
    }
    return f"{said} {reform.note}".strip()


def what_passes(olds: Iterable[Body], until_on: date) -> list[Any]:
    """Sections, posts, contacts and counterparts of these organs, for the office to look at."""
    bodies = list(olds)
    lasts = Q(until_on=None) | Q(until_on__gt=until_on)
    posts = Post.objects.filter(lasts, body__in=bodies).select_related("user", "body")
    contacts = Contact.objects.filter(lasts, body__in=bodies).select_related("body")
    fields = Counterpart.objects.filter(lasts, organ__in=bodies)
    sections = _below(bodies).filter(kind=BodyKind.SECTION).select_related("parent")
    return [*sections, *posts, *contacts, *fields.select_related("committee", "organ")]


def _held(reform: Reform) -> list[Body]:
    """The old organs and the successors that are there already, locked."""
    wanted = [body.pk for body in (*reform.olds, *reform.heirs) if body.pk is not None]
    found = Body.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    rows = {row.pk: row for row in found}
    if len(rows) != len(wanted):
        raise Refused(_("An organ was named twice, or is no longer here."))
    return [rows[old.pk] for old in reform.olds]


def _may_be(reform: Reform, olds: Sequence[Body]) -> None:
    not_to_come(reform.on)
    if not olds or not reform.heirs:
        raise Refused(_("Choose the organs that end, and at least one successor."))
    if len(olds) > 1 and len(reform.heirs) > 1:
        raise Refused(_("Either several organs merge into one, or one is split. Enter it in turn."))
    bodies = [*olds, *reform.heirs]
    here = {body.congress_id for body in bodies}
    if len(here) > 1 or any(body.kind != BodyKind.ORGAN for body in bodies):
        raise Refused(_("Only handling organs of this congress can be reformed."))
    for body in bodies:
        if body.until_on is not None:
            raise Refused(_("%(organ)s has ended already.") % {"organ": body.name})
    for old in olds:
        if old.from_on is not None and old.from_on > reform.until_on:
            raise Refused(_("%(organ)s began later than that.") % {"organ": old.name})


def _below(olds: Iterable[Body]) -> Any:
    return Body.objects.filter(parent__in=list(olds), until_on=None)


def _enter_new(reform: Reform, by: Actor | None) -> None:
    for heir in reform.heirs:
        if heir.pk is None:
            heir.from_on = reform.on
            enter(heir, "congress.add_body", by=by, said={"reason": reform.note})


def _ending(reform: Reform, parts: Iterable[Body]) -> list[Body]:
    return [part for part in parts if _ends(reform, part)]


def _succeed(reform: Reform, olds: Sequence[Body], by: Actor | None) -> None:
    for old in olds:
        for heir in reform.heirs:
            row = Succession(old=old, new=heir, on=reform.on, note=reform.note[:200])
            enter(row, "congress.succeed", by=by, congress_id=old.congress_id)


def _key(row: Any) -> Key:
    return row._meta.label_lower, row.pk


def _ends(reform: Reform, part: Body) -> bool:
    return part.kind == BodyKind.SECTION and reform.heir_of(_key(part)) is None


def _move(reform: Reform, part: Body, by: Actor | None) -> None:
    """A section goes along or ends; the organs below a forwarding one go to the main successor."""
    if _ends(reform, part):
        ends = {"until_on": reform.until_on}
        change(part, "congress.end_with_body", by=by, values=ends, reason=reform.note)
        return
    above: Body | None = reform.heir_of(_key(part)) or reform.heirs[0]
    if part == above:  # the successor was itself below the old one
        above = part.parent.parent if part.parent else None
    change(part, "congress.go_with_body", by=by, values={"parent": above}, reason=reform.note)


def _carry(reform: Reform, row: Any, by: Actor | None) -> None:
    """End a row of an old organ, and begin the like at the successor if it is to pass on."""
    heir = reform.heir_of(_key(row))
    if isinstance(row, AddressEntry):
        change(row, "congress.go_with_body", by=by, values={"body": heir or reform.heirs[0]})
        return
    if heir is not None:
        new = likeness(row, heir, reform.on)
        if new is not None:
            enter(new, "congress.carry_over", by=by, congress_id=heir.congress_id)
            if isinstance(new, Post):
                check_post(new)
    end_along(row, reform.until_on, reason=reform.note, by=by)


def _pass_on(reform: Reform, old: Body, by: Actor | None) -> None:
    for work, items in inheriting.open_at([old.pk]):
        for heir, keys in _shares(reform, work.key, items):
            work.pass_on(inheriting.Passing(old, heir, frozenset(keys), by, name_of(reform)))


def _shares(
    reform: Reform, key: str, items: Iterable[inheriting.Item]
) -> Iterator[tuple[Body, list[int]]]:
    shares: dict[int, list[int]] = {}
    for item in items:
        place = reform.goes.get((key, item.pk))
        shares.setdefault(place or 0, []).append(item.pk)
    for place, keys in shares.items():
        yield reform.heirs[place], keys
