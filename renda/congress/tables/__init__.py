"""The tables that a congress can take in from files."""

from renda.congress.tables import regions
from renda.kernel.exchange.table import add


def declare() -> None:
    """Tell the exchange of them."""
    add(regions.TABLE)
