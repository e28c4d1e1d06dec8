"""The registers of deputies; each file declares its own when the app is ready."""

from renda.deputies.registers import turnover


def declare() -> None:
    """Tell the kernel of them."""
    turnover.declare()
