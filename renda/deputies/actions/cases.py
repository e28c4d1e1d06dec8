"""The office reports what happened to a mandate: a qualification case begins."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body, Session
from renda.congress.permits import deputies_office
from renda.congress.roles import BodyKind
from renda.deputies.lifecycle import life
from renda.deputies.models import Mandate, QualificationCase
from renda.deputies.queries import running_suspension
from renda.deputies.roles import ENDING, SUSPENDING, CaseKind, Ground
from renda.deputies.states import OPEN
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import STEP
from renda.kernel.registers.keeping import change

GROUNDS: dict[str, tuple[str, ...]] = {
    CaseKind.CONFIRM: (),
    CaseKind.END: ENDING,
    CaseKind.SUSPEND: SUSPENDING,
    CaseKind.RESTORE: (),
}
ABSENCES = 2  # 代表法62: in the term, not necessarily one after the other


@transaction.atomic
def report_case(
    *,
    mandate: Mandate,
    kind: str,
    ground: str = "",
    happened_on: date | None = None,
    note: str = "",
    on: date | None = None,
    reason: str = "",
    by: Actor,
) -> QualificationCase:
    """The office reports that a mandate is to be confirmed, ended, suspended or restored.

    It was reported `on` a day before today, with a `reason`, when it is entered later. A death ends
    the mandate by itself on its day. Raises Refused when the mandate does not stand so, or
    another case of it is still open.
    """
    if not (by.is_system or deputies_office(by)):
        raise Refused(_("Only the deputies' affairs office reports it."))
    row = Mandate.objects.select_for_update().select_related("term").get(pk=mandate.pk)
    if row.congress_id != by.congress_id:
        raise Refused(_("This deputy belongs to another congress."))
    if why := _obstacle(row, kind, ground, happened_on):
        raise Refused(why)
    case = QualificationCase(
        congress_id=row.congress_id,
        mandate=row,
        kind=kind,
        ground=ground,
        happened_on=happened_on,
        note=note,
        committee=_committee(row.congress_id, ground),
    )
    begun: QualificationCase = life.begin(case, by=by, on=on, reason=reason)
    if begun.is_death and happened_on is not None:
        values: dict[str, Any] = {"until_on": happened_on, "end_ground": Ground.DIED}
        told = {STEP: "qualifications.begin"}
        change(row, "deputies.end_mandate", by=by, values=values, said=told)
    return begun


def offer_absences(
    *, mandate: Mandate, sessions: Sequence[Session], by: Actor
) -> QualificationCase | None:
    """Two sessions missed without leave: a case for the office, which examines the facts or drops
    it (代表法62). None when there are fewer in this term, or these were looked at before.

    The meetings package, which knows who was present, calls it.
    """
    missed = {s.pk: s for s in sessions if s.term_id == mandate.term_id}
    if len(missed) < ABSENCES:
        return None
    note = "\n".join(f"{s.opens_on:%Y-%m-%d}" for s in sorted(missed.values(), key=_opening))
    seen = QualificationCase.objects.filter(mandate=mandate, ground=Ground.ABSENT)
    if seen.filter(note=note).exists() or open_case(mandate.pk) or not _is_held(mandate):
        return None
    last = max(s.closes_on for s in missed.values())
    return report_case(
        mandate=mandate, kind=CaseKind.END, ground=Ground.ABSENT, happened_on=last, note=note, by=by
    )


def open_case(mandate_id: int) -> QualificationCase | None:
    """The case of this mandate that waits for somebody."""
    waits = OPEN
    return QualificationCase.objects.filter(mandate_id=mandate_id, state__in=waits).first()


def _obstacle(row: Mandate, kind: str, ground: str, happened_on: date | None) -> str | None:
    if kind not in CaseKind.values:
        return _("Say what is to happen.")
    if ground not in (GROUNDS[kind] or ("",)):
        return _("Choose the ground that the law names for it.")
    if open_case(row.pk) is not None:
        return _("A case of this deputy is still open. Finish or drop it first.")
    if kind == CaseKind.CONFIRM:
        return _("This mandate is confirmed already.") if row.from_on else None
    if not _is_held(row):
        return _("This mandate is not held today.")
    if ground == Ground.DIED and happened_on and row.from_on and happened_on < row.from_on:
        return _("The mandate began after this day.")
    return _unlikely_day(ground, happened_on) or _unlikely_pause(row, kind)


def _unlikely_day(ground: str, happened_on: date | None) -> str | None:
    if happened_on is not None and happened_on > today():
        return _("This day is still to come.")
    if ground == Ground.DIED and happened_on is None:
        return _("Enter the day of the death.")
    return None


def _unlikely_pause(row: Mandate, kind: str) -> str | None:
    is_suspended = running_suspension(row.pk) is not None
    if kind == CaseKind.SUSPEND and is_suspended:
        return _("This mandate is suspended already.")
    if kind == CaseKind.RESTORE and not is_suspended:
        return _("This mandate is not suspended.")
    return None


def _is_held(row: Mandate) -> bool:
    return Mandate.objects.held_on(today()).filter(pk=row.pk).exists()


def _committee(congress_id: int, ground: str) -> Body | None:
    """代表资格审查委员会, which examines everything but a death."""
    kind = BodyKind.QUALIFICATION
    found = Body.objects.there_on(today()).filter(congress_id=congress_id, kind=kind).first()
    if found is None and ground != Ground.DIED:
        raise Refused(_("Enter the qualification committee among the bodies first."))
    return found


def _opening(session: Session) -> date:
    return session.opens_on
