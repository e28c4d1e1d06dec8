"""A ledger as a workbook that looks like the one an office sends upward."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from renda.kernel.exchange.ledger.plain import FORMULA
from renda.kernel.exchange.ledger.shapes import Head, Ledger
from renda.kernel.moment import today
from renda.kernel.pages.templatetags.renda import chinese_date

A4, A3 = 9, 8


WIDE = 130  # characters across; wider lists go on A3


NARROWEST, WIDEST = 6, 40


def as_xlsx(ledger: Ledger) -> bytes:
    """The workbook."""
    rows, heads = ledger.written(), [Head(_("No.")), *ledger.heads]
    out = BytesIO()
    told = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, told | {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet(_sheet_name(ledger.title))
        forms = _formats(book)
        widths = _widths(heads, rows)
        _above(sheet, ledger, len(heads), forms)
        sheet.write_row(2, 0, [head.label for head in heads], forms["head"])
        for number, row in enumerate(rows, 1):
            sheet.write_number(2 + number, 0, number, forms["centre"])
            for column, value in enumerate(row, 1):
                _write(sheet, 2 + number, column, value, forms)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        _for_paper(sheet, len(rows), len(heads), sum(widths))
    return out.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, forms: dict[str, Any]) -> None:
    """Text is written as text, whatever it begins with; what looks like a formula is marked as
    text too, so that it stays one when somebody edits the cell."""
    if isinstance(value, date):
        form = forms["moment" if isinstance(value, datetime) else "day"]
        sheet.write_datetime(row, column, value, form)
    elif isinstance(value, int | float) and abs(value) < 10**11:
        sheet.write_number(row, column, value, forms["centre"])
    else:
        said = str(value)
        sheet.write_string(row, column, said, forms["safe" if said.startswith(FORMULA) else "text"])


def _formats(book: Any) -> dict[str, Any]:
    cell = {
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
        "font_name": "宋体",
        "font_size": 11,
    }
    centre = {**cell, "align": "center"}
    return {
        "title": book.add_format(
            {"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"}
        ),
        "unit": book.add_format({"font_name": "宋体", "font_size": 11}),
        "date": book.add_format({"font_name": "宋体", "font_size": 11, "align": "right"}),
        "head": book.add_format({**centre, "bold": True}),
        "centre": book.add_format(centre),
        "text": book.add_format({**cell, "num_format": "@"}),
        "safe": book.add_format({**cell, "num_format": "@", "quote_prefix": True}),
        "day": book.add_format({**centre, "num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({**centre, "num_format": "yyyy-mm-dd hh:mm"}),
    }


def _above(sheet: Any, ledger: Ledger, columns: int, forms: dict[str, Any]) -> None:
    sheet.set_row(0, 32)
    unit = _("Kept by: %(unit)s") % {"unit": ledger.unit}
    if columns > 1:
        sheet.merge_range(0, 0, 0, columns - 1, "", forms["title"])
    sheet.write_string(0, 0, ledger.title, forms["title"])
    sheet.write_string(1, 0, unit, forms["unit"])
    sheet.write_string(1, columns - 1, chinese_date(today()), forms["date"])


def _widths(heads: Sequence[Head], rows: Sequence[Sequence[Any]]) -> list[float]:
    """By the longest of the first rows; a Chinese character takes the room of two."""
    longest = [_across(head.label) for head in heads]
    for row in rows[:300]:
        for column, value in enumerate(row, 1):
            said = "2026-01-01" if isinstance(value, date) else str(value)
            longest[column] = max([longest[column], *map(_across, said.split("\n"))])
    return [min(max(length + 2, NARROWEST), WIDEST) for length in longest]


def _across(said: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in said)


def _for_paper(sheet: Any, rows: int, columns: int, width: float) -> None:
    sheet.set_landscape()
    sheet.set_paper(A3 if width > WIDE else A4)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.repeat_rows(0, 2)
    sheet.print_area(0, 0, 2 + rows, columns - 1)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer("&C" + _("Page &P of &N"))
    sheet.freeze_panes(3, 0)


def _sheet_name(title: str) -> str:
    said = "".join("_" if c in "[]:*?/\\'" else c for c in title)[:31].strip()
    return said or "Sheet1"
