"""`manage.py admit USER`: the way back in when the only administrator is locked out."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from renda.accounts import codes
from renda.accounts.actions import give_one_time_code, invite, reset_second_factor
from renda.accounts.queries import find
from renda.kernel.clock.places import UnknownPlace, congress_named
from renda.kernel.permits.actor import the_system
from renda.kernel.permits.refusal import Refused


class Command(BaseCommand):
    """Whoever may run this has the keys of the house anyway; the trail tells that it was done."""

    help = "Print a code that lets one person in once, to choose a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom, in whose trail, and whether the second factor is lost too."""
        parser.add_argument("user", help="user name or mobile number")
        parser.add_argument("--congress", required=True, metavar="SLUG", help="told in its trail")
        parser.add_argument(
            "--reset-second-factor", action="store_true", help="take every second factor away"
        )

    def handle(self, *args: Any, **asked: Any) -> None:
        """All or nothing."""
        user = find(asked["user"])
        if user is None:
            raise CommandError("Nobody has this user name or mobile number.")
        try:
            by = the_system(congress_named(asked["congress"]))
            act = give_one_time_code if user.has_usable_password() else invite
            with transaction.atomic():
                if asked["reset_second_factor"]:
                    reset_second_factor(
                        user=user, reason="admit", congress_id=by.congress_id, by=by
                    )
                issued = act(user=user, congress_id=by.congress_id, by=by)
        except UnknownPlace as fault:
            raise CommandError(f"There is no congress with the address {fault}.") from fault
        except Refused as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(
            f"{codes.shown(issued.code)} for {issued.user.username}, "
            f"until {issued.until:%Y-%m-%d %H:%M}, at /accounts/code/"
        )
