"""Workbooks: xlsx, xls and what WPS calls et, xlsb, ods."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import NamedTemporaryFile
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from renda.kernel.exchange.reading.grid import COLUMNS, MERGES, SHEETS, Grid, Merge, Meter, Row
from renda.kernel.exchange.reading.unreadable import Unreadable


def grids(path: Path, most_rows: int) -> list[Grid]:
    """Every sheet of cells; charts and macros are none."""
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            known = [m for m in book.sheets_metadata if m.typ is SheetTypeEnum.WorkSheet]
            if len(known) > SHEETS:
                raise Unreadable("too_many_sheets", most=SHEETS)
            meter = Meter(most_rows)
            return [_grid_or_fault(book, sheet, meter) for sheet in known]
    except CalamineError as fault:
        raise Unreadable(_why(path)) from fault


def _grid_or_fault(book: CalamineWorkbook, told: SheetMetadata, meter: Meter) -> Grid:
    is_hidden = told.visible is not SheetVisibleEnum.Visible
    try:
        return _grid(book.get_sheet_by_name(told.name), is_hidden, meter)
    except Unreadable as fault:
        return Grid(told.name, is_hidden=is_hidden, fault=fault.code, said=fault.said)


def _why(path: Path) -> str:
    """By its content alone a locked workbook is taken for none at all: only one that is named .xls
    is told to be locked."""
    with NamedTemporaryFile(suffix=".xls") as named:
        copyfile(path, named.name)
        try:
            CalamineWorkbook.from_path(named.name).close()
        except PasswordError:
            return "encrypted"
        except CalamineError:
            pass
    return "broken"


def _grid(sheet: CalamineSheet, is_hidden: bool, meter: Meter) -> Grid:
    left = sheet.start[1] if sheet.start else 0
    if left >= COLUMNS:
        raise Unreadable("too_many_columns", row=1, most=COLUMNS)
    rows = list(meter.bounded(_rows(sheet, [""] * left)))
    return Grid(sheet.name, rows, list(_merges(sheet)), is_hidden)


def _rows(sheet: CalamineSheet, before: list[str]) -> Iterator[Row]:
    """Calamine gives the blank rows above the table and leaves out the blank columns beside it."""
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, before + [c if isinstance(c, str) else _plain(c) for c in cells]


def _merges(sheet: CalamineSheet) -> Iterator[Merge]:
    merges = sheet.merged_cell_ranges or []
    if len(merges) > MERGES:
        raise Unreadable("too_many_merges", most=MERGES)
    for (top, left), (bottom, right) in merges:
        if left < COLUMNS:
            yield top + 1, left, bottom + 1, min(right, COLUMNS - 1)


def _plain(cell: Any) -> Any:
    """A spreadsheet has no whole numbers: 13912345678 comes as 13912345678.0."""
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, datetime):
        is_day = cell.time() == time()
        return [cell.date().isoformat() if is_day else cell.isoformat(" ", "minutes")]
    if isinstance(cell, date):
        return [cell.isoformat()]
    return str(cell) if isinstance(cell, time | timedelta) else cell
