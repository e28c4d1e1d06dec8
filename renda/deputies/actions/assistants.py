"""A busy deputy names one assistant, who drafts and never submits, signs, judges or votes."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from renda.accounts.queries import find
from renda.congress.permits import deputies_office
from renda.congress.roles import DEPUTY
from renda.deputies.models import Assistant, Mandate
from renda.deputies.queries import assisting_on
from renda.kernel.moment import today
from renda.kernel.notices.outbox import tell
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, enter, withdraw
from renda.kernel.trail.record import record


def assistant_of(mandate: Mandate) -> Assistant | None:
    """Whom this deputy has today."""
    return assisting_on(today()).filter(mandate=mandate).select_related("user").first()


@transaction.atomic
def name_assistant(*, mandate: Mandate, username: str, by: Actor) -> Assistant:
    """The deputy, or the office for them, names the holder of an account.

    Raises Refused for an account that is not there, the deputy's own, or a second assistant.
    """
    _check(mandate, by)
    user = find(username.strip())
    if user is None or not user.is_active:
        raise Refused(
            _("Nobody works here under this user name. Ask the office to open an account.")
        )
    if user.pk == mandate.person.user_id:
        raise Refused(_("Nobody is their own assistant."))
    if assistant_of(mandate) is not None:
        raise Refused(_("A deputy has one assistant. End the present one first."))
    row = Assistant(mandate=mandate, user=user, from_on=today())
    return enter(row, "deputies.name_assistant", by=by, congress_id=mandate.congress_id)


@transaction.atomic
def end_assistant(*, assistant: Assistant, by: Actor) -> Assistant:
    """The deputy or the office ends it; from now on the assistant sees no draft any more."""
    mandate = assistant.mandate
    _check(mandate, by)
    here = mandate.congress_id
    last = today() - timedelta(days=1)
    if last < assistant.from_on:  # named and ended on one day
        return withdraw(assistant, "deputies.end_assistant", by=by, congress_id=here)
    values = {"until_on": last}
    return change(assistant, "deputies.end_assistant", by=by, values=values, congress_id=here)


@transaction.atomic
def ask_for_assistant(*, mandate: Mandate, name: str, by: Actor) -> None:
    """The deputy asks the office to open an account for somebody who has none yet."""
    if not by.holds(DEPUTY, mandate.pk):
        raise Refused(_("Only the deputy asks for it."))
    if not name.strip():
        raise Refused(_("Write the name of the person."))
    event = record(
        mandate,
        "deputies.ask_for_assistant",
        congress_id=mandate.congress_id,
        actor_id=by.user_id,
        version=mandate.version,
        said={"reason": name.strip()[:60]},
    )
    tell(event, mandate)


def _check(mandate: Mandate, by: Actor) -> None:
    if mandate.congress_id != by.congress_id:
        raise Refused(_("This deputy belongs to another congress."))
    if not (by.holds(DEPUTY, mandate.pk) or deputies_office(by)):
        raise Refused(_("Only the deputy, or the office for them, names an assistant."))
