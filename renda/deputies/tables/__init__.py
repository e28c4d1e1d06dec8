"""The tables of deputies that come in from files; each file declares its own."""

from renda.deputies.tables import roster


def declare() -> None:
    """Tell the exchange of them."""
    roster.declare()
