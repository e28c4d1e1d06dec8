"""Days as offices write them: 2025年3月5日, 2025.3.5, 20250305, 二〇二五年三月五日, 45721."""

import re
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.exchange.words import Wrong, arabic, digits, text

_WHOLE = re.compile(r"(\d{4})(?:年|[-./\\~])(\d{1,2})(?:月|[-./\\~])(\d{1,2})[日号]?(?:\D.*)?")
_MONTH = re.compile(r"(\d{4})(?:年|[-./\\~])(\d{1,2})月?份?(?:[生出起].*)?")
_YEAR = re.compile(r"(\d{4})年?(?:[生出].*)?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TIME = re.compile(r"[T ]+\d{1,2}[:时：]\d{2}.*$")
_PADDED, _SHORT = re.compile(r"\d{4}\.0[1-9]"), re.compile(r"\d{4}\.1")
_FIRST = date(1899, 12, 30)  # where a spreadsheet counts days from
EARLIEST, LATEST = 1880, 2199


def day(cell: Any) -> date:
    """A whole day. Raises Wrong."""
    said = _said(cell)
    if found := _WHOLE.fullmatch(said):
        return _day(*map(int, found.groups()))
    if (found := _RUN.fullmatch(said)) and found.group(3):
        return _day(*map(int, found.groups()))
    if found := _SERIAL.fullmatch(said):
        return _serial(found.group(1))
    if _MONTH.fullmatch(said) or _RUN.fullmatch(said):
        raise Wrong(_("The day is missing. Write it like 2025-03-05."))
    raise Wrong(_("This is no day. Write it like 2025-03-05."))


class Born:
    """How one column writes when people were born; some of it can only be seen from the whole.

    A spreadsheet makes 1987-05-01 of a typed 1987年5月: when every real day of the column is the
    first of its month, months were meant. It makes 1974.1 of a typed 1974.10 too, and then nobody
    can say which it was.
    """

    def __init__(self, cells: list[Any]) -> None:
        days = [str(cell[0]) for cell in cells if isinstance(cell, list)]
        self.means_months = bool(days) and all(day.endswith("-01") for day in days)
        self.is_padded = any(isinstance(c, str) and _PADDED.fullmatch(c.strip()) for c in cells)

    def __call__(self, cell: Any) -> str:
        """ISO text as far as it is known. Raises Wrong."""
        if isinstance(cell, list) and self.means_months:
            return str(cell[0])[:7]
        said = _said(cell)
        if _SHORT.fullmatch(said) and (self.is_padded or isinstance(cell, float)):
            raise Wrong(
                _(
                    "%(said)s may be January or October: a spreadsheet takes the zero away. Write "
                    "%(january)s or %(october)s."
                )
                % {"said": said, "january": f"{said[:4]}-01", "october": f"{said[:4]}-10"}
            )
        return _born(said)


def _born(said: str) -> str:
    if (found := _MONTH.fullmatch(said)) or (
        (found := _RUN.fullmatch(said)) and not found.group(3)
    ):
        year, month = int(found.group(1)), int(found.group(2))
        return _day(year, month, 1).isoformat()[:7]
    if found := _YEAR.fullmatch(said):
        return _day(int(found.group(1)), 1, 1).isoformat()[:4]
    return day(said).isoformat()


def _said(cell: Any) -> str:
    said = _TIME.sub("", text(cell))
    return arabic(digits(cell if said == text(cell) else said))


def _serial(said: str) -> date:
    found = _FIRST + timedelta(int(said))
    return _day(found.year, found.month, found.day)


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as fault:
        raise Wrong(_("There is no such day in the calendar.")) from fault
    if not EARLIEST <= year <= LATEST:
        raise Wrong(_("The year cannot be right."))
    return found
