"""A ledger as plain text; no cell can be a formula."""

import csv
from datetime import datetime
from io import StringIO
from typing import Any

from renda.kernel.exchange.ledger.shapes import Ledger

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(ledger: Ledger) -> bytes:
    """Plain text with the mark that spreadsheets know UTF-8 by; what begins like a formula gets an
    apostrophe, which our own import takes away again."""
    out = StringIO()
    lines = csv.writer(out)
    lines.writerow([head.label for head in ledger.heads])
    lines.writerows([_plain(value) for value in row] for row in ledger.written())
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return str(value)
