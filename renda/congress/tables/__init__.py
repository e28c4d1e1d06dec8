"""The tables that a congress can take in from files."""

from renda.congress.tables import organs
from renda.kernel.exchange.table import add


def declare() -> None:
    """Tell the exchange of them."""
    add(organs.TABLE)
