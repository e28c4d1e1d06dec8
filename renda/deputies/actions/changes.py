"""A person's own data: changed at once by the only congress they sit in, else put before the
others (build-notes B2-26)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Congress
from renda.congress.permits import deputies_office
from renda.deputies.models import Person, PersonChange
from renda.deputies.queries import not_over, shares_person
from renda.deputies.roles import Answer
from renda.kernel.moment import today
from renda.kernel.notices.outbox import tell
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.keeping import change, enter
from renda.kernel.registers.values import plain, put
from renda.kernel.trail.record import record

# What belongs to the person; the rest of a deputy's entry is the mandate's.
OWN = (
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
    "home",
)


@dataclass(frozen=True)
class At:
    """A proposal as one congress hears of it: each has a trail and an inbox of its own."""

    proposal: PersonChange
    congress_id: int


def changed_values(person: Person, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that differ from what is kept of the person."""
    return {n: v for n, v in values.items() if n in OWN and getattr(person, n) != v}


@transaction.atomic
def change_person(
    *,
    person: Person,
    values: Mapping[str, Any],
    mobile: str | None = None,
    reason: str = "",
    seen: int | None = None,
    by: Actor,
) -> PersonChange | None:
    """Change a person's own data, or propose it where they sit elsewhere too; then the proposal.

    `mobile` is None when it stays. Raises Refused when nothing is new or a proposal is open.
    """
    wanted = changed_values(person, values)
    new = mobile if mobile is not None and mobile != person.mobile else None
    if not wanted and new is None:
        raise Refused(_("Nothing was changed."))
    if shares_person(person, by.congress_id):
        return _propose(person, wanted, new, reason, by)
    change(
        person,
        "deputies.change_person",
        by=by,
        values=wanted if new is None else wanted | sealed(new),
        seen=seen,
        reason=reason,
        congress_id=by.congress_id,
    )
    return None


def sealed(mobile: str) -> dict[str, Any]:
    """A mobile number as the fields of a row keep it. Raises Refused for what is none."""
    row = Person()
    row.mobile = mobile
    return {"mobile_sealed": row.mobile_sealed, "mobile_hash": row.mobile_hash}


def _propose(
    person: Person, wanted: dict[str, Any], mobile: str | None, reason: str, by: Actor
) -> PersonChange:
    if PersonChange.objects.filter(person=person, answer="").exists():
        raise Refused(_("A change of this person's data already waits for another congress."))
    if not wanted and not mobile:
        raise Refused(_("A mobile number is not taken away from a deputy of several congresses."))
    change = PersonChange(
        person=person,
        congress_id=by.congress_id,
        values=plain(Person(**wanted), wanted),
        before=plain(person, wanted),
        reason=reason,
        proposed_on=today(),
    )
    change.mobile = mobile or ""
    enter(change, "deputies.propose_change", by=by)
    ask_others(change, by)
    return change


def ask_others(proposal: PersonChange, by: Actor) -> None:
    """Put it before the offices of the other congresses; a roster that was taken in does so too."""
    for congress in others_of(proposal):
        here, who = congress.pk, by.user_id
        asked = record(proposal, "deputies.ask_change", congress_id=here, actor_id=who)
        tell(asked, At(proposal, here))


def others_of(proposal: PersonChange) -> list[Congress]:
    """The congresses whose offices may answer: those where the person holds a mandate too."""
    held = not_over().filter(person_id=proposal.person_id).values("congress_id")
    rows = Congress.objects.filter(pk__in=held).exclude(pk=proposal.congress_id)
    return list(rows.order_by("path"))


@transaction.atomic
def answer_change(
    *, proposal: PersonChange, is_accepted: bool, why: str = "", seen: int | None = None, by: Actor
) -> None:
    """The office of another congress accepts or declines; accepted, it holds at once."""
    may = deputies_office(by) and by.congress_id in {c.pk for c in others_of(proposal)}
    if not may:
        raise Refused(_("Another congress of this person answers it."))
    if not is_accepted and not why.strip():
        raise Refused(_("Say why it is declined."))
    _close(proposal, Answer.ACCEPTED if is_accepted else Answer.DECLINED, why, seen, by)
    if is_accepted:
        _apply(proposal, by)


@transaction.atomic
def take_back_change(*, proposal: PersonChange, seen: int | None = None, by: Actor) -> None:
    """The office that proposed it takes it back before it is answered."""
    if not deputies_office(by) or by.congress_id != proposal.congress_id:
        raise Refused(_("Only the office that proposed it takes it back."))
    _close(proposal, Answer.TAKEN_BACK, "", seen, by)


def _close(proposal: PersonChange, answer: str, why: str, seen: int | None, by: Actor) -> None:
    if not proposal.is_open:
        raise Refused(_("It was answered already."))
    here = Congress.objects.get(pk=by.congress_id)
    values = {"answer": answer, "why": why, "answered_by": here, "answered_on": today()}
    change(proposal, "deputies.answer_change", by=by, values=values, seen=seen, congress_id=here.pk)
    home = proposal.congress_id
    if home != here.pk:
        told = record(proposal, "deputies.hear_answer", congress_id=home, actor_id=by.user_id)
        tell(told, At(proposal, home))


def _apply(proposal: PersonChange, by: Actor) -> None:
    person = Person.objects.get(pk=proposal.person_id)
    if plain(person, list(proposal.before)) != proposal.before:
        raise Stale(_("This person's data was changed meanwhile. Please decline this proposal."))
    row = Person()
    for name, said in proposal.values.items():
        put(row, name, said)
    values = {name: getattr(row, name) for name in proposal.values}
    if proposal.mobile_hash:
        values |= sealed(proposal.mobile)
    change(person, "deputies.change_person", by=by, values=values, congress_id=by.congress_id)
