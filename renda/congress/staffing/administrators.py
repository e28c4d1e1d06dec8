"""A congress that has an administrator keeps one: nobody could give a post any more."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.accounts.actions import close_account
from renda.congress.models import Post
from renda.congress.roles import Basis, Role
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused

DAY = timedelta(days=1)


def refuse_without(congress_id: int) -> None:
    """Raises Refused when a day would come on which nobody is administrator of this congress.

    Asked after the event was recorded: the head of the trail is locked then, so that of two
    administrators who end each other's post at once the second is refused.
    """
    spans = (
        Post.objects.filter(
            body__congress_id=congress_id, role=Role.ADMINISTRATOR, user__is_active=True
        )
        .exclude(basis=Basis.STANDING_IN)
        .values_list("from_on", "until_on")
    )
    if not _is_covered(today(), spans):
        raise Refused(
            _(
                "A day would come without an administrator. Give somebody else this post first, "
                "without a last day."
            )
        )


def congresses_of(user_id: int) -> list[int]:
    """Where this person is administrator, now or later."""
    rows = Post.objects.filter(user_id=user_id, role=Role.ADMINISTRATOR)
    rows = rows.exclude(until_on__lt=today()).exclude(basis=Basis.STANDING_IN)
    return sorted(set(rows.values_list("body__congress_id", flat=True)))


@transaction.atomic
def close_kept_account(*, user: Any, reason: str, congress_id: int, by: Actor) -> None:
    """Close an account, unless a congress would be left without an administrator by it."""
    theirs = congresses_of(user.pk)
    close_account(user=user, reason=reason, congress_id=congress_id, by=by)
    for congress in theirs:
        refuse_without(congress)


def _is_covered(first: date, spans: Iterable[tuple[date, date | None]]) -> bool:
    """Whether every day from the first on lies in a span."""
    reached = first - DAY
    for from_on, until_on in sorted(spans, key=lambda span: span[0]):
        if from_on > reached + DAY:
            return False
        if until_on is None:
            return True
        reached = max(reached, until_on)
    return False
