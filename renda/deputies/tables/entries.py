"""What a record of a roster becomes: a person and a mandate, new, changed, or as they were."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from renda.deputies.forms.same import described_with
from renda.deputies.models import Mandate, Person, PersonChange
from renda.deputies.queries import unrelated_among
from renda.deputies.roles import Beginning
from renda.deputies.tables.known import Known
from renda.deputies.tables.spelling import is_more
from renda.kernel.exchange.table import Answers, Doubt, Entry, Fault, Verdict
from renda.kernel.moment import today
from renda.kernel.registers.values import plain, said_as

PERSON = (
    "name",
    "sex",
    "born",
    "nationality",
    "native_place",
    "party",
    "education",
    "work",
    "job",
    "expertise",
    "residence",
)
MANDATE = ("code", "category", "beginning", "order", "from_on", "note")
ANOTHER = "another"


def judge_new(verdict: Verdict, known: Known, answers: Answers) -> None:
    """A deputy who is not in the term's list: a new person, or one with a further mandate."""
    row = verdict.record.row
    values = known.values[row]
    person = _who(verdict, known, answers)
    if verdict.doubts or _faults(verdict, known):
        return
    if person is None:
        person = Person(**{n: values[n] for n in PERSON if values.get(n)})
        person.mobile = values.get("mobile") or ""
        verdict.entries.append(Entry(person, is_new=True))
    else:
        _judge_person(verdict, known, person)
    verdict.entries.append(Entry(_mandate(known, person, values), is_new=True))


def judge_known(verdict: Verdict, known: Known, mandate: Mandate) -> None:
    """A deputy of the list: what the file says anew of the person and of the mandate."""
    if _faults(verdict, known):
        return
    _judge_person(verdict, known, mandate.person)
    values = known.values[verdict.record.row]
    wanted = {n: values[n] for n in MANDATE if n in values}
    wanted |= _place(known, values)
    changed = _set(mandate, wanted)
    verdict.entries.append(Entry(mandate, is_new=False, changed=changed))


def _who(verdict: Verdict, known: Known, answers: Answers) -> Person | None:
    """Somebody with this name and month of birth, or this mobile number, is known elsewhere: the
    same person with a further mandate, or another? Asked, never decided."""
    row = verdict.record.row
    found = known.namesakes(row)
    if not found:
        return None
    key = f"person/{'/'.join(known.key(row))}"
    told = answers.get(key)
    choices = {str(person.pk): person for person in found}
    if told in choices:
        return choices[told]
    if told != ANOTHER:
        asked = [(pk, _answer(person, known)) for pk, person in choices.items()]
        says = _("Somebody like this is known already. Is it the same person?")
        last = (ANOTHER, _("Somebody else: enter a new person"))
        verdict.doubts.append(Doubt(key, row, says, (*asked, last)))
    return None


def _answer(person: Person, known: Known) -> str:
    who = described_with(person, known.seats[person.pk][:3])
    if not unrelated_among(known.elsewhere[person.pk], known.congress):
        return who
    return _("%(who)s. Both regions are unrelated (%(law)s): make sure.") % {
        "who": who,
        "law": "选举法48",
    }


def _faults(verdict: Verdict, known: Known) -> bool:
    values, row = known.values[verdict.record.row], verdict.record.row
    written = str(values.get("delegation") or "")
    if written and known.delegation(written) is None:
        why = _("There is no such delegation. Enter it among the bodies first.")
        verdict.faults.append(Fault(row, _("Delegation"), written, why))
    on, term = values.get("from_on"), known.term
    if on and term and (on < term.from_on or (term.until_on and on > term.until_on)):
        verdict.faults.append(Fault(row, _("From"), f"{on}", _("This day is not in the term.")))
    return bool(verdict.faults)


def _mandate(known: Known, person: Person, values: Mapping[str, Any]) -> Mandate:
    known.last_order += 1
    term = known.term
    assert term is not None
    fields = {n: values[n] for n in MANDATE if values.get(n)}
    return Mandate(
        person=person,
        congress=known.congress,
        term=term,
        until_on=term.until_on,
        **{"from_on": term.from_on, "order": known.last_order, **fields, **_place(known, values)},
    )


def _place(known: Known, values: Mapping[str, Any]) -> dict[str, Any]:
    """The unit of the register where it has this name, else as the roster writes it."""
    said: dict[str, Any] = {}
    written = str(values.get("unit") or "")
    if written in known.units:
        said["unit"] = known.units[written]
    elif written:
        said["electoral_unit"] = written
    if delegation := known.delegation(str(values.get("delegation") or "")):
        said["delegation"] = delegation
    return said


def _judge_person(verdict: Verdict, known: Known, person: Person) -> None:
    """Set what is new; what concerns other congresses too is proposed to them."""
    values = known.values[verdict.record.row]
    wanted = {
        n: values[n] for n in PERSON if n in values and is_more(n, getattr(person, n), values[n])
    }
    mobile = values.get("mobile") or ""
    is_new_mobile = bool(mobile) and mobile != person.mobile
    if known.is_shared(person):
        if wanted or is_new_mobile:
            _propose(verdict, known, person, wanted, mobile if is_new_mobile else "")
        return
    changed = _set(person, wanted)
    if is_new_mobile:
        person.mobile = mobile
        changed |= {"mobile_sealed": [True, True], "mobile_hash": [True, True]}
    verdict.entries.append(Entry(person, is_new=False, changed=changed))


def _propose(
    verdict: Verdict, known: Known, person: Person, wanted: dict[str, Any], mobile: str
) -> None:
    said = plain(Person(**wanted), wanted)
    waiting = known.proposed.get(person.pk)
    if waiting is not None:
        if waiting.values != said or waiting.mobile != mobile:
            why = _("A change of this person's data already waits for another congress.")
            verdict.faults.append(Fault(verdict.record.row, _("Name"), person.name, why))
        return
    change = PersonChange(
        person=person,
        congress=known.congress,
        values=said,
        before=plain(person, wanted),
        proposed_on=today(),
    )
    change.mobile = mobile
    known.proposed[person.pk] = change
    verdict.entries.append(Entry(change, is_new=True))


def _set(row: Any, wanted: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Set what is new on a row; [before, after] by field."""
    changed: dict[str, list[Any]] = {}
    for name, value in wanted.items():
        field: Any = row._meta.get_field(name)
        is_same = getattr(row, name) == value if field.is_relation else False
        if is_same or not is_more(name, getattr(row, name), value):
            continue
        before = said_as(row, field)
        setattr(row, name, value)
        changed[name] = [before, said_as(row, field)]
    return changed


def is_by_election_without_day(values: Mapping[str, Any]) -> bool:
    """补选 holds from the announcement on: a day that nobody can guess."""
    return values.get("beginning") == Beginning.BY_ELECTION and not values.get("from_on")
