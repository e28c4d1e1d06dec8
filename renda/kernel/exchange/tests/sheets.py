"""Workbooks as offices make them, made here; and the other disguises of a table."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

DATA = Path(__file__).parent / "data"
SESSIONS = (
    (1, date(2031, 12, 20), date(2031, 12, 24)),
    (2, date(2033, 1, 10), date(2033, 1, 13)),
    (3, date(2034, 1, 9), date(2034, 1, 12)),
)


def xlsx(rows: Sequence[Sequence[Any]], *, sheet: str = "", merges: Any = (), **more: Any) -> bytes:
    """A workbook of one sheet, and of the sheets named in `more`; `merges` are ranges with text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-m-d"}) as book:
        for name, written in {sheet or "Sheet1": rows, **more}.items():
            page = book.add_worksheet(name)
            for at, row in enumerate(written):
                for column, value in enumerate(row):
                    if value is not None:
                        page.write(at, column, value)
        for merge in merges:
            book.worksheets()[0].merge_range(*merge)
    return out.getvalue()


def office_like(sessions: Sequence[Sequence[Any]] = SESSIONS, *, term: int = 6) -> bytes:
    """Title, unit and date lines, a header of two merged lines, the term merged down, a chapter,
    the header again, a total, a remark and who filled it in."""
    rows: list[list[Any]] = [
        [None],
        ["填报单位：河湾市人大常委会办公室", None, None, None, "2031年12月30日"],
        [None, None, "次数", None, None, "备注"],
        [None, None, None, "开幕", "闭幕"],
    ]
    merges: list[tuple[Any, ...]] = [
        (0, 0, 0, 5, "河湾市历次人民代表大会会议一览表"),
        (2, 0, 3, 0, "序号"),
        (2, 1, 3, 1, "届  次"),
        (2, 3, 2, 4, "会期"),
        (4, 0, 4, 5, "一、已经召开的会议"),
    ]
    rows.append([])
    first = len(rows)
    for n, (number, opens, closes) in enumerate(sessions, 1):
        if n == 3:
            rows.append(["序号", "届次", "次数", "开幕", "闭幕", "备注"])
        rows.append([n, None, f"第{'〇一二三四五六七八九'[number]}次会议", opens, closes, None])
    merges.append((first, 1, len(rows) - 1, 1, f"第{'〇一二三四五六七八九'[term]}届"))
    rows.append(["合计", None, len(sessions)])
    rows.append([])
    rows.append(["备注：会期以公告为准"])
    rows.append(["填表人：　　　　审核人："])
    return xlsx(rows, sheet="会议", merges=merges)


def html(rows: Sequence[Sequence[Any]], encoding: str = "utf-8") -> bytes:
    """A table of a web page, as systems send it out under the name of .xls."""
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    head = f'<html><head><meta charset="{encoding}"></head><body><table border="1">'
    return f"{head}{body}</table></body></html>".encode(encoding)


def text(rows: Sequence[Sequence[Any]], encoding: str = "utf-8", mark: str = ",") -> bytes:
    """Plain text with a mark between the cells."""
    lines = (mark.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\r\n".join([*lines, ""]).encode(encoding)


def plain_rows(sessions: Sequence[Sequence[Any]] = SESSIONS, *, term: int = 6) -> list[list[Any]]:
    """The same sessions as a plain list."""
    return [["届次", "次数", "开幕时间", "闭幕时间"], *([term, *row] for row in sessions)]
