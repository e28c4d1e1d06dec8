"""Joining a deputy with an account."""

from typing import Any

from renda.congress.models import Congress
from renda.deputies.models import Mandate
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import change


def join(mandate_key: str, user: Any, _congress: Congress, by: Actor) -> None:
    """A deputy is given an account, or joined with the one they have by a post.

    Raises Refused when somebody else has this account.
    """
    mandate = Mandate.objects.select_related("person").get(pk=int(mandate_key))
    change(
        mandate.person,
        "deputies.join_account",
        by=by,
        values={"user": user},
        congress_id=mandate.congress_id,
    )
