"""The empty workbook of a table: its header, a choice where only certain words can stand, and text
where a spreadsheet would make a number of a code."""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.kernel.exchange.table import Column, Kind, Table

LISTED = 255  # so long may the words of a choice be together
PREPARED = 500  # rows with a choice and a format
EXAMPLES = {
    Kind.DAY: "2025-03-05",
    Kind.BORN: "1987-05",
    Kind.MOBILE: "13900000000",
    Kind.INTEGER: "12",
}


def as_xlsx(table: Table) -> bytes:
    """The workbook. Our own import reads it as it is; starred columns must be filled in."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(str(table.label)[:31])
        title = book.add_format({"font_name": "黑体", "font_size": 16})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
        as_text = book.add_format({"num_format": "@"})
        sheet.write_string(0, 0, str(table.label), title)
        sheet.write_string(
            1, 0, _("Columns with a star must be filled in. Do not delete this header.")
        )
        for at, column in enumerate(table.columns):
            star = "*" if column.is_required else ""
            sheet.write_string(2, at, f"{column.label}{star}", head)
            sheet.write_comment(2, at, said_of(column))
            is_number = column.kind in (Kind.INTEGER, Kind.DAY)
            sheet.set_column(at, at, 18, None if is_number else as_text)
            _choices(sheet, at, column)
        sheet.freeze_panes(3, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(2)
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


def said_of(column: Column) -> str:
    """What may stand in a column, for people."""
    if column.kind is Kind.YES:
        return _("Yes or no.")
    if column.kind is Kind.CHOICE:
        words = pgettext("between names in a list", ", ").join(_words(column))
        return _("One of: %(words)s.") % {"words": words}
    if column.kind in EXAMPLES:
        return _("Such as %(example)s.") % {"example": EXAMPLES[column.kind]}
    if column.kind is Kind.CODE:
        return _("Digits or letters; zeros in front stay.")
    return _("Text, %(longest)s characters at most.") % {"longest": column.longest}


def _words(column: Column) -> list[str]:
    """What people write; the key a value is kept under is understood too, and shown to nobody."""
    return [word for word, kept in column.words.items() if word != str(kept)]


def _choices(sheet: Any, at: int, column: Column) -> None:
    words = [_("yes"), _("no")] if column.kind is Kind.YES else _words(column)
    if words and len(",".join(words)) <= LISTED:
        rule = {"validate": "list", "source": words, "error_type": "warning"}
        sheet.data_validation(3, at, 2 + PREPARED, at, rule)
