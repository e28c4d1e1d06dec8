"""Deputies of the old term entered for the new one, and its electoral units."""

from collections.abc import Iterable

from renda.deputies.models import ElectoralUnit, Mandate, TermChange
from renda.deputies.roles import Beginning
from renda.deputies.turnover.roster.recognising import entered
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import keeping


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
