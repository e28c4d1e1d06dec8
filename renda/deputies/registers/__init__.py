"""The registers of deputies; each file declares its own when the app is ready."""

from renda.deputies.registers import certificates, deputies, units


def declare() -> None:
    """Tell the kernel of them; the heading is the congress's."""
    deputies.declare()
    units.declare()
    certificates.declare()
