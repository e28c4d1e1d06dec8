"""The congress on a day: chosen, read, printed as the office's list of names."""

from datetime import date
from typing import Any

from renda.congress.naming import numeral
from renda.congress.permits import reads_bodies
from renda.congress.roles import BodyKind
from renda.deputies.quorum import sentence
from renda.deputies.sheets import DaySheet, day_sheet
from renda.kernel.moment import today
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request


@page("deputies/day.html", to=reads_bodies)
def on_a_day(request: Request) -> dict[str, Any]:
    """Who sits where on the day asked, and what the chair says of the quorum."""
    asked = request.GET
    day = day_of(asked.get("on", ""))
    is_by_strokes = asked.get("by") == "strokes"
    sheet = day_sheet(request.congress, day, is_by_strokes=is_by_strokes)
    return {
        "sheet": sheet,
        "day": day,
        "is_by_strokes": is_by_strokes,
        "term": numeral(sheet.term.number) if sheet.term else "",
        "present": asked.get("present", "")[:5],
        "deputies_present": asked.get("deputies", "")[:5],
        "sentences": _sentences(sheet, asked.get("present", ""), asked.get("deputies", "")),
    }


def day_of(asked: str) -> date:
    """The day asked for, or today."""
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return today()


def _sentences(sheet: DaySheet, present: str, deputies: str) -> list[str]:
    """What the chair says, for the numbers that were typed."""
    said = []
    first = next((s for s in sheet.sections if s.quorum is not None), None)
    if present.isascii() and present.isdecimal() and first is not None and first.quorum:
        kind, name = BodyKind(first.body.kind), first.body.name
        said.append(sentence(first.quorum, int(present[:5]), kind=kind, name=name))
    if deputies.isascii() and deputies.isdecimal():
        said.append(sentence(sheet.quorum, int(deputies[:5]), kind="deputies"))
    return said
