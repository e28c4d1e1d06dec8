"""What the calculator asks."""

from datetime import date as Day
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.days import Calendar
from renda.kernel.clock.places import congress_named, places
from renda.kernel.clock.spans import UNITS, BadSpan, Span, cleared
from renda.kernel.moment import BEIJING

DATE_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]
MOST = 500
UNIT_NAMES = [
    ("wd", _("Working days")),
    ("d", _("Days")),
    ("m", _("Months")),
    ("h", _("Hours")),
]


def _places() -> list[tuple[str, Any]]:
    return [("", _("Whole country")), *places()]


class DueForm(forms.Form):
    """A day, a span and a place; sent by GET, so that an answer can be linked to."""

    date = forms.DateField(
        label=_("Day"),
        input_formats=DATE_FORMATS,
        help_text=_("The day it starts from, or the day of the event. It does not count itself."),
        error_messages={
            "required": _("Give the day."),
            "invalid": _("Write the day like 2025-10-09."),
        },
    )
    time = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        help_text=_("For hours only."),
        error_messages={"invalid": _("Write the time like 09:30.")},
    )
    amount = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Give a number."),
            "invalid": _("Give a whole number."),
            "min_value": _("Give a number from 1 to 500."),
            "max_value": _("Give a number from 1 to 500."),
        },
    )
    unit = forms.ChoiceField(
        label=_("Unit"),
        choices=UNIT_NAMES,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    direction = forms.ChoiceField(
        label=_("Direction"),
        choices=[("after", _("After the day")), ("before", _("Before the day"))],
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    clear_days = forms.BooleanField(
        label=_("Clear days: all of them lie between the two days"), required=False
    )
    congress = forms.ChoiceField(
        label=_("Congress"),
        choices=_places,
        required=False,
        help_text=_("A place may have holidays of its own."),
        error_messages={"invalid_choice": _("There is no such congress here.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A picker would drop what it cannot read, and what was typed must stay.
        for name, kind in (("date", "date"), ("time", "time")):
            is_bad = self.is_bound and name in self.errors
            widget = self.fields[name].widget
            widget.input_type = "text" if is_bad else kind
            widget.format = "%Y-%m-%d" if kind == "date" else "%H:%M"

    def clean(self) -> dict[str, Any]:
        """Hours need a time; clear days are for days counted back."""
        asked = super().clean() or self.cleaned_data
        if asked.get("unit") == "h" and not asked.get("time") and "time" not in self.errors:
            self.add_error("time", _("Hours are counted from a time of day: add the time."))
        if asked.get("clear_days") and not self.errors:
            try:
                self.span()
            except BadSpan as fault:
                self.add_error("clear_days", str(fault))
        return asked

    def span(self) -> Span:
        """The span that was asked. Raises BadSpan."""
        asked = self.cleaned_data
        sign = -1 if asked["direction"] == "before" else 1
        span = UNITS[asked["unit"]](sign * asked["amount"])
        return cleared(span) if asked["clear_days"] else span

    def start(self) -> Day | datetime:
        """The day, or for hours the moment, in Beijing time."""
        asked = self.cleaned_data
        if asked["unit"] != "h":
            day: Day = asked["date"]
            return day
        return datetime.combine(asked["date"], asked["time"], BEIJING)

    def calendar(self) -> Calendar:
        """The calendar of the congress that was chosen, or the country's."""
        slug = self.cleaned_data["congress"]
        return calendar_of(congress_named(slug) if slug else None)
