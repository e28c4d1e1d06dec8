"""How a mandate is confirmed, ended, suspended and restored during the term.

Articles are of the Deputies Law (代表法, 2025) and the Election Law (选举法, 2020), as
article.paragraph; what says `local` is the place's own rule.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Sitting
from renda.congress.permits import deputies_office
from renda.congress.roles import Level
from renda.deputies.models import Mandate, QualificationCase, Suspension
from renda.deputies.permits import qualification_committee
from renda.deputies.queries import running_suspension, session_on
from renda.deputies.roles import CaseKind
from renda.deputies.states import CaseState as at
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.life import Lifecycle
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.step import Fact
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import Behalf

life = Lifecycle(
    "deputies.qualificationcase",
    name="qualifications",
    begins=_("Reported"),
    principal=lambda case: Behalf("body", case.committee_id or 0),
)

was_examined = Fact(
    _("The qualification committee has not reported on it yet."),
    lambda case: case.state == at.EXAMINED or case.is_death,
)
needs_examination = Fact(
    _("A death ends the mandate by itself; it is announced only."),
    lambda case: not case.is_death,
    is_kind=True,
)

Ended = Callable[[QualificationCase, Occasion], None]
_when_ended: list[Ended] = []


def when_ended(follows: Ended) -> Ended:
    """Register what ends with a mandate: seats in bodies. It is called with the case and the
    occasion of the step before the mandate is touched, locks all its rows first, and writes along
    the step (`kernel.lifecycle.registering`), so that undoing takes it back too."""
    if follows not in _when_ended:
        _when_ended.append(follows)
    return follows


@life.step(
    _("Enter the committee's report"),
    at.REPORTED >> at.EXAMINED,
    by=qualification_committee,
    registrar=deputies_office,
    when=[needs_examination],
    cites="代表法61、63、选举法47",
)
def examine(case: QualificationCase, *, report: str, occasion: Occasion) -> None:
    """The qualification committee reports what it found: its day, its words, the signed paper."""
    case.report_on, case.report = occasion.on, report


@life.step(
    _("Announce"),
    (at.REPORTED | at.EXAMINED) >> at.ANNOUNCED,
    by=deputies_office,
    when=[was_examined],
    cites="代表法61、63、选举法47",
)
def announce(
    case: QualificationCase,
    *,
    announcement: str = "",
    sitting: Sitting | None = None,
    occasion: Occasion,
) -> None:
    """The standing committee announces it, in a township the congress itself; from this day it
    holds."""
    _check_mandate(case, occasion)
    _check_sitting(case, sitting, occasion)
    case.announced_on, case.announcement, case.sitting = occasion.on, announcement, sitting
    _EFFECTS[case.kind](case, occasion)


@life.step(_("Drop"), (at.REPORTED | at.EXAMINED) >> at.DROPPED, by=deputies_office)
def drop(case: QualificationCase, *, occasion: Occasion) -> None:
    """It comes to nothing: the ground fell away, or the election was found void (选举法47.2)."""
    if case.kind == CaseKind.CONFIRM:
        registering.withdraw(
            case.mandate,
            "deputies.withdraw_mandate",
            occasion=occasion,
            though=[QualificationCase],
        )
    elif case.is_death:
        _set(case, "deputies.restore_mandate", occasion, until_on=case.mandate.term.until_on)


def _check_mandate(case: QualificationCase, occasion: Occasion) -> None:
    """It is still held on the day of the announcement, and its term runs; a death ended it."""
    mandate = Mandate.objects.select_related("term").get(pk=case.mandate_id)
    case.mandate = mandate
    if case.is_death:
        return
    ends = [day for day in (mandate.until_on, mandate.term.until_on) if day is not None]
    if any(day < occasion.on for day in ends):
        raise Refused(_now("This mandate is over already. Drop the case instead."))
    if case.kind == CaseKind.CONFIRM:
        return
    if mandate.from_on is None or mandate.from_on >= occasion.on:
        raise Refused(_now("On this day the mandate had not been held yet."))


def last_day(case: QualificationCase, occasion: Occasion) -> date:
    """The last day of a mandate that ends: from the day of the announcement on the rights are gone,
    and from the death."""
    if case.is_death:
        return case.mandate.until_on or occasion.on
    return occasion.on - timedelta(days=1)


def _check_sitting(case: QualificationCase, sitting: Sitting | None, occasion: Occasion) -> None:
    """An end is announced by the standing committee, in a township by the congress in session."""
    if case.kind == CaseKind.END and case.congress.level == Level.TOWNSHIP:
        case.session = session_on(case.congress_id, occasion.on)
        if case.session is None:
            raise Refused(
                _now(
                    "In a township the congress announces it, and no session was held on this day."
                )
            )
    if sitting is not None and sitting.congress_id != case.congress_id:
        raise Refused(_now("This meeting belongs to another congress."))


def _confirm(case: QualificationCase, occasion: Occasion) -> None:
    term = case.mandate.term
    values = {"from_on": occasion.on, "until_on": term.until_on}
    registering.change(case.mandate, "deputies.confirm_mandate", occasion=occasion, values=values)


def _end(case: QualificationCase, occasion: Occasion) -> None:
    """The mandate, and what hangs on it first: its rows are locked before the first event."""
    for follows in _when_ended:
        follows(case, occasion)
    if not case.is_death:
        last = last_day(case, occasion)
        _set(case, "deputies.end_mandate", occasion, until_on=last, end_ground=case.ground)


def _suspend(case: QualificationCase, occasion: Occasion) -> None:
    suspension = Suspension(mandate=case.mandate, ground=case.ground, from_on=occasion.on)
    case.suspension = registering.enter(suspension, "deputies.suspend_mandate", occasion=occasion)


def _restore(case: QualificationCase, occasion: Occasion) -> None:
    running = running_suspension(case.mandate_id)
    if running is None:
        raise Refused(_now("This mandate is not suspended."))
    last = max(occasion.on - timedelta(days=1), running.from_on)
    case.suspension = registering.change(
        running, "deputies.restore_mandate", occasion=occasion, values={"until_on": last}
    )


def _set(case: QualificationCase, action: str, occasion: Occasion, **values: Any) -> Mandate:
    """Change the mandate; an end that is taken back has no ground any more."""
    told = {"end_ground": "", **values}
    return registering.change(case.mandate, action, occasion=occasion, values=told)


_EFFECTS: dict[str, Callable[[QualificationCase, Occasion], None]] = {
    CaseKind.CONFIRM: _confirm,
    CaseKind.END: _end,
    CaseKind.SUSPEND: _suspend,
    CaseKind.RESTORE: _restore,
}
