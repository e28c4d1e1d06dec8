"""A real congress and its administrator, from nothing."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_slug
from django.db import transaction

from renda.accounts.actions import create_user
from renda.congress import actions
from renda.congress.models import TAKEN_ADDRESSES, Congress
from renda.congress.roles import BodyKind, Level, Role
from renda.kernel.moment import today


class Command(BaseCommand):
    """./run init calls it; the password comes on standard input, never in the arguments."""

    help = "Set up a congress, its office and its administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What the congress is called and who looks after it."""
        parser.add_argument("--name", required=True, help="full name, such as 河湾市人民代表大会")
        parser.add_argument("--short-name", default="", help="short name, such as 河湾市人大")
        parser.add_argument("--place", default="", help="name of the place, such as 河湾市")
        parser.add_argument("--slug", required=True, help="its address, such as hewan")
        parser.add_argument("--level", required=True, choices=Level.values)
        parser.add_argument("--administrator", required=True, help="user name to sign in with")

    def handle(self, *args: Any, **said: Any) -> None:
        """All or nothing."""
        if Congress.objects.exists():
            raise CommandError("There is a congress here already. Nothing was changed.")
        password = sys.stdin.readline().rstrip("\n")
        self._check(said, password)
        with transaction.atomic():
            place = said["place"] or said["name"].split("人民代表大会")[0]
            congress = actions.set_up_congress(
                slug=said["slug"],
                name=said["name"],
                short_name=said["short_name"] or f"{place}人大",
                place=place,
                level=said["level"],
            )
            office = actions.add_body(
                congress=congress, kind=BodyKind.OFFICE, name=f"{congress.short_name}办公室"
            )
            user = create_user(
                username=said["administrator"], name=said["administrator"], password=password
            )
            actions.give_post(user=user, body=office, role=Role.ADMINISTRATOR, from_on=today())
        self.stdout.write(f"{congress.name}: /{congress.slug}/ , administrator {user.username}")

    def _check(self, said: dict[str, Any], password: str) -> None:
        if said["slug"] in TAKEN_ADDRESSES:
            raise CommandError(f"--slug {said['slug']} is an address of the house itself.")
        try:
            validate_slug(said["slug"])
            validate_password(password)
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from fault
