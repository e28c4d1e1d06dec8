"""Who passes notices on to people without an account: the office that a domain registers."""

from django.utils.translation import gettext_lazy as _

from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who, who

_offices: list[Who] = []


def passing_on(office: Who) -> None:
    """Register an office that prints the list."""
    if office not in _offices:
        _offices.append(office)


@who(_("the office that passes notices on"))
def passes_on(actor: Actor, _subject: object) -> bool:
    """The deputies' affairs office, as its domain registers it."""
    return any(office(actor) for office in _offices)
