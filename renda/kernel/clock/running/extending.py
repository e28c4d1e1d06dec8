"""More time is given."""

from datetime import date

from django.utils.translation import gettext as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.counting import Counted
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.running.rows import replace
from renda.kernel.clock.spans import BadSpan, Span
from renda.kernel.permits.refusal import Refused


def extend(
    deadline: Deadline,
    *,
    on: date,
    reason: str,
    taken_id: int | None,
    to: Span | None = None,
    by: Span | None = None,
    cites: str | None = None,
) -> Deadline:
    """Give more time: `to` a whole span from the first start, or `by` some more of the same unit.

    It is always counted from the first start, so three months extended to six end where six do.
    Raises Refused when the clock no longer runs or would end earlier.
    """
    if not deadline.is_running:
        raise Refused(_("This time limit is no longer running."))
    try:
        span = to or deadline.length + (by or type(deadline.length)(0))
    except BadSpan as fault:
        raise Refused(str(fault)) from fault
    counted = _count(deadline, span)
    if (counted.at or counted.latest) <= (deadline.at or deadline.latest_on):
        raise Refused(_("An extension must end later than the time limit it replaces."))
    return replace(
        deadline,
        counted,
        span=str(span),
        cites=cites or deadline.cites,
        reason=reason,
        started_by=taken_id,
        stopped_on=on,
        stopped_by=taken_id,
    )


def _count(deadline: Deadline, span: Span) -> Counted:
    calendar = calendar_of(deadline.congress_id)
    return span.count(deadline.started_at or deadline.started_on, calendar)
