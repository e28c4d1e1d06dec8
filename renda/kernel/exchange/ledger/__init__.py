"""A list as the office sends it upward: title, unit and day, serial numbers, borders, a header that
repeats on every sheet of paper. And the same as plain text."""

from renda.kernel.exchange.ledger.plain import _plain, as_csv
from renda.kernel.exchange.ledger.shapes import Head, Ledger
from renda.kernel.exchange.ledger.sheet import as_xlsx

__all__ = ["Head", "Ledger", "_plain", "as_csv", "as_xlsx"]
