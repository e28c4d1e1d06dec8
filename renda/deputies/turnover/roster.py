"""The roster of the new term: who is elected again, who is new, and who may be who.

Nobody is ever merged by name: where a new person is called like a deputy of the old term, the
office is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.deputies.models import ElectoralUnit, Mandate, Person, TermChange
from renda.deputies.roles import Beginning
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers import keeping

NAMESAKES = "namesakes"
_OTHER = "other"
# What the newer of two entries of one person knows better: the roster just came in.
_NEWER = (
    *("nationality", "native_place", "party", "education", "work", "job", "expertise"),
    *("residence", "home", "mobile_sealed", "mobile_hash"),
)


@dataclass(frozen=True)
class Recognised:
    """A seat of the new term, and how it was recognised; `is_contrary` when it says otherwise."""

    mandate: Mandate
    beginning: str

    @property
    def is_contrary(self) -> bool:
        """Whether the roster says re-elected of somebody new, or the reverse."""
        said = self.mandate.beginning
        return bool(said) and said != Beginning.BY_ELECTION and said != self.beginning

    @property
    def label(self) -> Any:
        """As the register writes it."""
        return Beginning(self.beginning).label


@dataclass(frozen=True)
class Namesake:
    """Somebody of the new roster who is called like a deputy of the old term: one or two people?"""

    new: Mandate
    old: Mandate

    @property
    def sides(self) -> list[tuple[str, str]]:
        """What is known of either."""
        return [(_("New roster"), _known(self.new)), (_("Old term"), _known(self.old))]


def before(change: TermChange) -> QuerySet[Mandate]:
    """Those who hold a seat of the old term on its last day."""
    rows = Mandate.objects.held_on(change.last_on).filter(term=change.old_id)
    return rows.select_related("person", "unit", "delegation").order_by("order", "id")


def entered(change: TermChange) -> QuerySet[Mandate]:
    """The new roster as far as it is entered."""
    rows = Mandate.objects.filter(term=change.new_id)
    return rows.select_related("person", "unit", "delegation").order_by("order", "id")


def again_by_person(change: TermChange) -> dict[int, Mandate]:
    """The seats of the new term by person."""
    return {mandate.person_id: mandate for mandate in entered(change)}


def recognised(change: TermChange) -> list[Recognised]:
    """Every seat of the new term: 连任 who held one of the old term to its end, 新任 all others."""
    old = set(before(change).values_list("person_id", flat=True))
    return [
        Recognised(m, Beginning.AGAIN if m.person_id in old else Beginning.NEW)
        for m in entered(change)
    ]


def namesakes(change: TermChange) -> list[Namesake]:
    """Pairs that nobody has told apart yet; people born in different months are two."""
    olds: dict[str, list[Mandate]] = {}
    for mandate in before(change):
        olds.setdefault(_plain(mandate.person.name), []).append(mandate)
    told = change.answers.get(NAMESAKES, {})
    again = again_by_person(change)
    held = {m.person_id for rows in olds.values() for m in rows}
    return [
        Namesake(new, old)
        for new in again.values()
        if new.person_id not in held
        for old in olds.get(_plain(new.person.name), [])
        if old.person_id not in again and _may_be_one(new.person, old.person)
        if told.get(f"{new.pk}/{old.pk}") != _OTHER
    ]


def tell_apart(change: TermChange, pair: str) -> dict[str, Any]:
    """The answers of the change with this pair ("new/old") told to be two people."""
    known = {f"{n.new.pk}/{n.old.pk}" for n in namesakes(change)}
    if pair not in known:
        raise Refused(_no_pair())
    return {**change.answers, NAMESAKES: {**change.answers.get(NAMESAKES, {}), pair: _OTHER}}


def are_one(change: TermChange, pair: str, *, occasion: Occasion) -> Mandate:
    """The two are one person: the seat goes to the person of the old term, with what the new
    roster knows of them; the second entry is withdrawn when nothing else stands on it."""
    found = next((n for n in namesakes(change) if f"{n.new.pk}/{n.old.pk}" == pair), None)
    if found is None:
        raise Refused(_no_pair())
    twin, person = found.new.person, found.old.person
    moved = {"person": person}
    registering.change(found.new, "deputies.change_mandate", occasion=occasion, values=moved)
    newer = {name: value for name in _NEWER if (value := getattr(twin, name))}
    newer = {name: value for name, value in newer.items() if value != getattr(person, name)}
    if newer:
        registering.change(person, "deputies.change_person", occasion=occasion, values=newer)
    try:
        registering.withdraw(twin, "deputies.withdraw_person", occasion=occasion)
    except Refused:
        pass  # it sits in a body, too: the register shows both, and somebody must look
    return found.new


def enter_again(
    change: TermChange,
    olds: Iterable[Mandate],
    *,
    unit: ElectoralUnit | None = None,
    by: Actor,
) -> int:
    """Enter deputies of the old term as re-elected, where they were or in another place; returns
    how many. Who is on the new roster already is left as it is."""
    there = set(entered(change).values_list("person_id", flat=True))
    units = {u.name: u for u in ElectoralUnit.objects.filter(term=change.new_id)}
    made = 0
    for old in olds:
        if old.person_id in there:
            continue
        same = units.get(old.unit.name if old.unit else old.electoral_unit)
        place = unit or same
        mandate = Mandate(
            person=old.person,
            congress=change.congress,
            term=change.new,
            unit=place,
            electoral_unit=place.name if place else old.electoral_unit,
            delegation=None if unit else old.delegation,
            category=old.category,
            beginning=Beginning.AGAIN,
            order=old.order,
            from_on=change.on,
        )
        keeping.enter(mandate, "deputies.add_mandate", by=by)
        made += 1
    return made


def confirm(change: TermChange, *, occasion: Occasion) -> int:
    """Write 连任 or 新任 where the roster does not say yet; returns how many were written."""
    blank = [row for row in recognised(change) if not row.mandate.beginning]
    for row in blank:
        values = {"beginning": row.beginning}
        registering.change(row.mandate, "deputies.change_mandate", occasion=occasion, values=values)
    return len(blank)


def take_units(change: TermChange, *, by: Actor) -> int:
    """Enter the electoral units of the old term for the new one, but those already there."""
    there = set(ElectoralUnit.objects.filter(term=change.new_id).values_list("name", flat=True))
    made = 0
    for old in ElectoralUnit.objects.filter(term=change.old_id).exclude(name__in=there):
        unit = ElectoralUnit(congress_id=old.congress_id, term=change.new)
        for name in ("kind", "name", "number", "region_id", "electing_id", "seats", "extent"):
            setattr(unit, name, getattr(old, name))
        keeping.enter(unit, "deputies.add_unit", by=by)
        made += 1
    return made


def _known(mandate: Mandate) -> str:
    person = mandate.person
    words = [word for word in (person.born, mandate.electoral_unit, person.work) if word]
    return pgettext("between names in a list", ", ").join(words) or _("nothing more is known")


def _plain(name: str) -> str:
    """A name without the spaces that lists put into short ones."""
    return "".join(name.split())


def _may_be_one(one: Person, other: Person) -> bool:
    born, as_well = sorted((one.born, other.born), key=len)
    return as_well.startswith(born)


def _no_pair() -> str:
    return _("These two were told apart already. Look at the page again.")
