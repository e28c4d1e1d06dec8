"""The tiles that lead to the guided pages of a change of term and to one person's data."""

from django.utils.translation import gettext_lazy as _

from renda.congress.permits import changes_terms, keeps_accounts
from renda.kernel.registers import hub


def declare() -> None:
    """Show them on the hub."""
    hub.add(
        hub.Tile(
            name=_("Change of term"),
            about=_(
                "From one term to the next: roster, seats, open suggestions, the hour it freezes."
            ),
            icon="calendar",
            group="congress",
            url_name="deputies:turnover",
            to=changes_terms,
            place=30,
        )
    )
    hub.add(
        hub.Tile(
            name=_("Personal data of one person"),
            about=_("A copy for whoever asks for one, and erasing what need not be kept."),
            icon="lock",
            group="accounts",
            url_name="deputies:personal",
            to=keeps_accounts,
            place=90,
        )
    )
