"""The tables of a congress that come in from files; each file declares its own."""

from renda.congress.tables import sessions


def declare() -> None:
    """Tell the exchange of them."""
    sessions.declare()
