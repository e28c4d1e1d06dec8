"""A meeting of a body is entered and numbers itself."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from renda.congress.models import Body, Sitting
from renda.congress.numbering import NUMBERING, is_yearly
from renda.congress.powers import body_lacking
from renda.congress.queries import term_on
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter


@transaction.atomic
def hold_sitting(
    *,
    body: Body,
    opens_on: date,
    closes_on: date | None = None,
    number: int | None = None,
    by: Actor | None = None,
) -> Sitting:
    """A numbered meeting. Without a number it takes the next one of its term or its year; a number
    is never given twice, whatever became of the meeting that had it.

    Raises Refused when the body holds no meetings, no term runs on the day, or the number is used.
    """
    _refuse_body(body)
    # Of two who enter a meeting at once the later waits here, and sees the number of the first.
    body = Body.objects.select_for_update().get(pk=body.pk)
    scope = _scope(body, opens_on, in_year=is_yearly(body.congress_id, body.kind))
    sitting = Sitting(
        congress_id=body.congress_id,
        body=body,
        number=_free(body, scope, number),
        opens_on=opens_on,
        closes_on=closes_on,
        **scope,
    )
    return enter(sitting, "congress.hold_sitting", by=by)


@transaction.atomic
def change_sitting(
    sitting: Sitting,
    values: dict[str, Any],
    by: Actor | None,
    seen: int | None = None,
    reason: str = "",
) -> Sitting:
    """Mend a meeting's days or its number. It stays with its body and its way of numbering; a day
    in another term or year takes it there, where its number must be free."""
    body = Body.objects.select_for_update().get(pk=sitting.body_id)
    scope = _scope(body, values["opens_on"], in_year=sitting.year is not None)
    number = _free(body, scope, values.get("number") or sitting.number, but=sitting.pk)
    return change(
        sitting,
        "congress.change_sitting",
        by=by,
        values={
            "opens_on": values["opens_on"],
            "closes_on": values.get("closes_on"),
            "number": number,
            **scope,
        },
        seen=seen,
        reason=reason,
    )


def _refuse_body(body: Body) -> None:
    if body.kind not in NUMBERING:
        raise Refused(_("This body holds no numbered meetings."))
    if why := body_lacking(body.congress, body.kind):
        raise Refused(why)


def _scope(body: Body, day: date, *, in_year: bool) -> dict[str, Any]:
    term = term_on(body.congress_id, day)
    if term is None and body.congress.is_dispatched:
        return {"term": None, "year": day.year}
    if term is None:
        raise Refused(_("No term runs on this day. Enter the term first."))
    return {"term": term, "year": day.year if in_year else None}


def _free(body: Body, scope: dict[str, Any], number: int | None, but: int | None = None) -> int:
    """The number asked for if it was never given here, or the next one."""
    inside = {"year": scope["year"]} if scope["year"] else {"term": scope["term"], "year": None}
    rows = Sitting.ever().filter(body=body, **inside).exclude(pk=but)
    if number is None:
        last: int | None = rows.aggregate(last=Max("number"))["last"]
        return (last or 0) + 1
    used = rows.filter(number=number).first()
    if used is not None and used.is_void:
        raise Refused(_("A meeting that was withdrawn had this number; it is not given again."))
    if used is not None:
        raise Refused(_("There is a meeting with this number already."))
    return number
