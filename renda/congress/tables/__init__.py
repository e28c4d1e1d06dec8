"""The tables of a congress that come in from files; each file declares its own."""

from renda.congress.tables import organs, regions, sessions
from renda.kernel.exchange.table import add


def declare() -> None:
    """Tell the exchange of them."""
    add(regions.TABLE)
    add(organs.TABLE)
    sessions.declare()
