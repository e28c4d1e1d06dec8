"""The public calculator: when is it due?"""

from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.clock.explain import explain_count
from renda.kernel.clock.forms import DueForm
from renda.kernel.clock.places import places
from renda.kernel.clock.spans import BadSpan
from renda.kernel.moment import today
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import everyone


@page("clock/calculator.html", to=everyone)
def calculator(request: Request) -> dict[str, Any]:
    """Count a span from a day and show each day that counted or was passed over."""
    form = DueForm(request.GET) if "date" in request.GET else DueForm(initial=_usual())
    answer = None
    if form.is_bound and form.is_valid():
        try:
            answer = _answer(form)
        except BadSpan as fault:
            form.add_error("amount", str(fault))
        except OverflowError:  # the last week of the last year has no Sunday to draw
            form.add_error("date", _("That is beyond the years a calendar can hold."))
    return {"form": form, "answer": answer, "has_places": bool(places())}


def _answer(form: DueForm) -> Any:
    span, start, calendar = form.span(), form.start(), form.calendar()
    counted = span.count(start, calendar)
    return explain_count(span, start, counted, today(), calendar)


def _usual() -> dict[str, Any]:
    return {"date": today(), "amount": 7, "unit": "wd", "direction": "after"}
