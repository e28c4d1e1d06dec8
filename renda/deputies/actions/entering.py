"""A deputy is entered in the register, and changed there: the person and the mandate."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Congress
from renda.deputies.actions.cases import report_case
from renda.deputies.actions.changes import change_person, changed_values
from renda.deputies.actions.locking import lock_bodies
from renda.deputies.actions.placing import place_deputies
from renda.deputies.models import Mandate, Person
from renda.deputies.queries import not_over
from renda.deputies.roles import Beginning, CaseKind
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.keeping import change, enter, locked


@transaction.atomic
def enter_deputy(values: dict[str, Any], by: Actor) -> Mandate:
    """A new person or a known one gets a mandate.

    Who was elected in a by-election waits for the announcement: a case begins, and nothing is held
    until then. What was typed of a known person and differs is a change like any other.
    """
    person = values["same"]
    if person is None:
        person = _new_person(values, by)
    else:
        _update(person, values, by)
    return elect(person, values["mandate"], by)


@transaction.atomic
def elect(person: Person, mandate: dict[str, Any], by: Actor | None) -> Mandate:
    """The mandate of a person, and its case if it must be confirmed first."""
    term = mandate["term"]
    is_pending = mandate["beginning"] == Beginning.BY_ELECTION and not mandate["from_on"]
    days = {
        "from_on": None if is_pending else mandate["from_on"] or term.from_on,
        "until_on": None if is_pending else term.until_on,
    }
    row = Mandate(person=person, congress_id=term.congress_id, **(mandate | days))
    enter(row, "deputies.add_mandate", by=by)
    if is_pending:
        assert by is not None
        report_case(mandate=row, kind=CaseKind.CONFIRM, by=by)
    return row


@transaction.atomic
def change_deputy(
    row: Mandate, values: dict[str, Any], by: Actor, seen: int | None, reason: str
) -> str:
    """Change the mandate at once, and the person's own data as far as they are this office's
    alone. Returns what is to be said. Raises Refused when nothing is new, Stale as ever."""
    if (there := values["mandate"].get("delegation")) is not None:
        lock_bodies([there.pk])  # the body before the mandate, as whoever places deputies
    fresh = locked(row, seen)
    mandate = {n: v for n, v in values["mandate"].items() if getattr(fresh, n) != v}
    person, mobile = fresh.person, values["mobile"] or None
    wanted = changed_values(person, values["person"])
    if not mandate and not wanted and mobile in (None, person.mobile):
        raise Refused(_("Nothing was changed."))
    if "delegation" in mandate:
        place_deputies(places={row.pk: mandate.pop("delegation")}, reason=reason, by=by)
    if mandate:
        change(row, "deputies.change_mandate", by=by, values=mandate, reason=reason)
    if not wanted and mobile in (None, person.mobile):
        return _("Changed.")
    if values["person_seen"] not in (None, person.version):
        raise Stale(_("This person's data was changed meanwhile. Look at it again."))
    proposal = change_person(person=person, values=wanted, mobile=mobile, reason=reason, by=by)
    if proposal is None:
        return _("Changed.")
    return _("The person's data wait for the answer of: %(places)s.") % {
        "places": "、".join(_others(person, by))
    }


def _new_person(values: dict[str, Any], by: Actor) -> Person:
    person = Person(**values["person"])
    person.mobile = values["mobile"]
    return enter(person, "deputies.add_person", by=by, congress_id=by.congress_id)


def _update(person: Person, values: dict[str, Any], by: Actor) -> None:
    """Only what was typed: an empty field of a new entry says nothing about a known person."""
    typed = {n: v for n, v in values["person"].items() if v not in ("", None)}
    mobile = values["mobile"] or None
    if changed_values(person, typed) or mobile not in (None, person.mobile):
        change_person(person=person, values=typed, mobile=mobile, by=by)


def _others(person: Person, by: Actor) -> list[str]:
    held = not_over().filter(person=person).exclude(congress_id=by.congress_id)
    rows = Congress.objects.filter(pk__in=held.values("congress_id")).order_by("path")
    return list(rows.values_list("short_name", flat=True))
