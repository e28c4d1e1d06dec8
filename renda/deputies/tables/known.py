"""What the register knows when a roster comes in, loaded once for the whole file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from renda.accounts import phones
from renda.congress.models import Body, Congress, Term
from renda.congress.roles import BodyKind
from renda.deputies.forms.same import seats_of
from renda.deputies.models import ElectoralUnit, Mandate, Person, PersonChange
from renda.deputies.naming import unit_name
from renda.deputies.queries import not_over, present_term
from renda.deputies.tables.spelling import kept_all
from renda.kernel.exchange.saving import chunks
from renda.kernel.exchange.table import Record
from renda.kernel.moment import today

Key = tuple[str, str, str]  # name, month of birth, unit


class Known:
    """The term's mandates by number and by key, its units and delegations, and the people of the
    deployment who share a name or a mobile number with somebody in the file."""

    def __init__(self, congress: Congress, records: Sequence[Record], asked: Mapping[str, Any]):
        self.congress = congress
        self.term = _term(congress, asked)
        self.values = {record.row: kept_all(record.values) for record in records}
        rows = Mandate.objects.filter(term=self.term).select_related("person", "unit")
        self.mandates = {m.pk: m for m in rows.order_by("order", "pk")}
        self.by_code = {m.code: m for m in self.mandates.values() if m.code}
        self.by_key: dict[Key, list[Mandate]] = defaultdict(list)
        for mandate in self.mandates.values():
            self.by_key[key_of_mandate(mandate)].append(mandate)
        self.units = {u.name: u for u in ElectoralUnit.objects.filter(term=self.term)}
        kind = BodyKind.DELEGATION
        bodies = Body.objects.there_on(today()).filter(congress=congress, kind=kind)
        self.delegations = {body.name.removesuffix("代表团"): body for body in bodies}
        self.last_order = max((m.order for m in self.mandates.values()), default=0)
        self._people()

    def key(self, row: int) -> Key:
        """The key of a record."""
        values = self.values[row]
        born = str(values.get("born") or "")
        return values["name"], born[:7], str(values.get("unit") or "")

    def delegation(self, written: str) -> Body | None:
        """The delegation of this name, with 代表团 behind it or without."""
        return self.delegations.get(written.removesuffix("代表团"))

    def namesakes(self, row: int) -> list[Person]:
        """People of the deployment, without a mandate of this term, who may be the one."""
        name, born, _unit = self.key(row)
        seated = {m.person_id for m in self.mandates.values()}
        found = self.by_name.get((name, born), []) if len(born) == 7 else []
        mobile = self.values[row].get("mobile")
        found = found + self.by_mobile.get(phones.fingerprint(mobile) if mobile else "", [])
        unique = {p.pk: p for p in found if p.pk not in seated}
        return list(unique.values())

    def is_shared(self, person: Person) -> bool:
        """Whether another congress has this person among its deputies too."""
        return person.pk in self.shared

    def _people(self) -> None:
        rows = self.values.values()
        names = {values["name"] for values in rows}
        hashes = {phones.fingerprint(v["mobile"]) for v in rows if v.get("mobile")}
        self.by_name: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self.by_mobile: dict[str, list[Person]] = defaultdict(list)
        known = {m.person_id for m in self.mandates.values()}
        for person in _with(Person.objects, "name", names):
            self.by_name[person.name, person.born[:7]].append(person)
            known.add(person.pk)
        for person in _with(Person.objects, "mobile_hash", hashes):
            self.by_mobile[person.mobile_hash].append(person)
            known.add(person.pk)
        self._others(known)
        self._seats({p.pk for found in (self.by_name, self.by_mobile) for p in _all(found)})

    def _seats(self, people: set[int]) -> None:
        """What is told of those who may be somebody of the file."""
        self.seats: dict[int, list[Mandate]] = defaultdict(list)
        self.elsewhere: dict[int, list[Mandate]] = defaultdict(list)
        for mandate in _with(seats_of(Mandate.objects.all()), "person_id", people):
            self.seats[mandate.person_id].append(mandate)
        held = Mandate.objects.held_on(today()).exclude(congress=self.congress)
        for mandate in _with(held.select_related("congress"), "person_id", people):
            self.elsewhere[mandate.person_id].append(mandate)

    def _others(self, known: set[int]) -> None:
        """Who of them sits in another congress too, and what already waits for its answer."""
        held = not_over().exclude(congress=self.congress)
        self.shared = {m.person_id for m in _with(held, "person_id", known)}
        waiting = PersonChange.objects.filter(answer="")
        self.proposed = {c.person_id: c for c in _with(waiting, "person_id", self.shared)}


def key_of_mandate(mandate: Mandate) -> Key:
    """The key of a row of the register."""
    return mandate.person.name, mandate.person.born[:7], unit_name(mandate)


def _term(congress: Congress, asked: Mapping[str, Any]) -> Term | None:
    """The term that was asked for; the present one when nothing was."""
    return asked.get("term") or present_term(congress.pk)


def _all(found: Mapping[Any, list[Person]]) -> Iterator[Person]:
    return (person for people in found.values() for person in people)


def _with(rows: Any, field: str, values: Iterable[Any]) -> Iterator[Any]:
    """The rows with one of these values."""
    for part in chunks(values):
        yield from rows.filter(**{f"{field}__in": part})
