"""One organ's handling: receipt, contacts, opinion, reply, handled again.

The reply clock is the law's three months from assignment (代表法51.2); the others are local.
"""

from datetime import date

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.contacts import note_contact
from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.kernel.clock.rules import Local
from renda.kernel.clock.spans import Months, WorkingDays
from renda.kernel.lifecycle.correcting import correction
from renda.kernel.lifecycle.life import Lifecycle
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.opened import at_the_end
from renda.kernel.lifecycle.states import within
from renda.kernel.lifecycle.step import Fact
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import system
from renda.kernel.trail.record import Behalf
from renda.suggestions.canonical import hash_at
from renda.suggestions.entries import Contact, Inheritance, Opinion, Reply
from renda.suggestions.models import Handling, OrganRole
from renda.suggestions.naming import short_number
from renda.suggestions.permits import deputies_office, handling_organ
from renda.suggestions.states import HandlingState as at

life = Lifecycle(
    "suggestions.handling",
    name="handlings",
    begins=_("Handed over"),
    whole=lambda handling: handling.suggestion,
    void=at.VOID,
    principal=lambda handling: Behalf("body", handling.organ_id),
)


OPINION = Local(
    "suggestions.opinion",
    usual=Months(1),
    least=Months(1),
    most=Months(2),
    says=_("Time for an assisting organ to give its opinion"),
)


def _reply_time(handling: Handling) -> Months | None:
    """3 months, for an organ that must answer."""
    return Months(3) if handling.must_answer else None


def _opinion_time(handling: Handling) -> Local | None:
    """For an assisting organ."""
    return None if handling.must_answer else OPINION


life.clock(
    "receive",
    at.OFFERED,
    says=_("to sign for it"),
    lasts=Local(
        "suggestions.receive",
        usual=WorkingDays(3),
        least=WorkingDays(1),
        most=WorkingDays(15),
        says=_("Time for an organ to sign for a suggestion"),
    ),
)
life.clock(
    "reply",
    at.OFFERED | at.RECEIVED,
    says=_("to reply"),
    lasts=_reply_time,
    starts=lambda handling: handling.assigned_on,
    cites="代表法51.2",
)
life.clock(
    "opinion",
    at.OFFERED | at.RECEIVED,
    says=_("to give its opinion"),
    lasts=_opinion_time,
    starts=lambda handling: handling.assigned_on,
)
life.clock(
    "reply again",
    at.REOPENED,
    says=_("to reply again"),
    lasts=Local(
        "suggestions.reply_again",
        usual=Months(1),
        least=Months(1),
        most=Months(3),
        says=_("Time to reply again when the deputy is not satisfied"),
    ),
)

heard = Fact(
    _("Talk with the deputy first and log the contact: the law asks it before a reply."),
    lambda handling: any(c.round == handling.round for c in handling.contacts.all()),
)
must_answer = Fact(
    _("An assisting organ gives its opinion; the lead organ replies."),
    lambda handling: handling.must_answer,
    is_kind=True,
)
is_assisting = Fact(
    _("This organ replies itself."),
    lambda handling: handling.role == OrganRole.ASSISTING,
    is_kind=True,
)


def check_parts(congress_id: int, organs: dict[Body, str]) -> None:
    """Organs of this congress: one lead with any assisting ones, or separate ones only. Raises
    Refused."""
    parts = list(organs.values())
    if not parts:
        raise Refused(_now("Choose at least one organ."))
    if any(o.congress_id != congress_id or o.kind != BodyKind.ORGAN for o in organs):
        raise Refused(_now("Only a handling organ of this congress can be chosen."))
    # A reform that ends an organ at this moment comes before or after: their rows are locked.
    rows = Body.objects.select_for_update().filter(pk__in=[o.pk for o in organs]).order_by("pk")
    if gone := [o.name for o in rows if o.until_on is not None and o.until_on < today()]:
        raise Refused(_now("%(organ)s is there no more.") % {"organ": gone[0]})
    if OrganRole.SEPARATE in parts:
        if set(parts) != {OrganRole.SEPARATE}:
            raise Refused(_now("Separate organs answer apart: none of them leads or assists."))
    elif parts.count(OrganRole.LEAD) != 1:
        raise Refused(_now("Choose one lead organ, or let every organ answer separately."))


def _noted(handling: Handling, occasion: Occasion, used_for: str) -> None:
    """The address book fills itself: who signed or answered, on paper or here, for which organ."""
    person = occasion.by.user.name if occasion.by.user else ""
    name = occasion.behalf.said if occasion.behalf else person
    said = used_for % {"number": short_number(handling.suggestion)}
    organ, on = handling.organ, occasion.on
    at_the_end(lambda: note_contact(body=organ, name=name, used_for=said, on=on, by=occasion.by))


@life.step(
    _("Sign for it"),
    at.OFFERED >> at.RECEIVED,
    by=handling_organ,
    registrar=deputies_office,
)
def receive(handling: Handling, *, signed_by: str = "", occasion: Occasion) -> None:
    """签收: time, person and the hash of the text that was signed for."""
    handling.received_at = occasion.at
    handling.received_by = signed_by or (occasion.by.user.name if occasion.by.user else "")
    handling.receipt_recorded_at = occasion.row.recorded_at
    handling.receipt_hash = hash_at(handling.suggestion, occasion.row.recorded_at)
    _noted(handling, occasion, _now("signed for %(number)s"))


@life.step(
    _("Log a contact"),
    within(at.RECEIVED, at.REOPENED, at.ANSWERED),
    by=handling_organ,
    registrar=deputies_office,
    cites="代表法51.2",
)
def log_contact(
    handling: Handling, *, held_on: date, way: str, summary: str, occasion: Occasion
) -> None:
    """登记沟通: the organ talked with the deputy, from the assignment on; a step dated back logs no
    later talk, for then the reply could be dated before it."""
    if not handling.assigned_on <= held_on <= occasion.on:
        raise Refused(
            _now("The day of a contact lies between the assignment and the day it happened.")
        )
    Contact.objects.create(
        taken=occasion.row,
        handling=handling,
        round=handling.round,
        held_on=held_on,
        way=way,
        summary=summary,
    )
    _noted(handling, occasion, _now("talked about %(number)s"))


@life.step(
    _("Give the opinion"),
    at.RECEIVED >> at.OPINION_GIVEN,
    by=handling_organ,
    registrar=deputies_office,
    when=[is_assisting],
)
def give_opinion(handling: Handling, *, text: str, occasion: Occasion) -> None:
    """提交协办意见 to the lead organ; a late one does not block the reply (E11)."""
    Opinion.objects.create(
        taken=occasion.row,
        handling=handling,
        round=handling.round,
        text=text,
        given_on=occasion.on,
    )


@life.step(
    _("Reply"),
    (at.RECEIVED | at.REOPENED) >> at.ANSWERED,
    by=handling_organ,
    registrar=deputies_office,
    when=[must_answer, heard],
    cites="代表法51.2",
)
def reply(
    handling: Handling, *, text: str, result: str, document_number: str = "", occasion: Occasion
) -> None:
    """答复: the written answer, with its class A to D, after the deputy was heard."""
    Reply.objects.create(
        taken=occasion.row,
        handling=handling,
        round=handling.round,
        text=text,
        result=result,
        document_number=document_number,
        replied_on=occasion.on,
    )
    _noted(handling, occasion, _now("answered %(number)s"))


@life.step(_("Handle again"), at.ANSWERED >> at.REOPENED, by=system)
def reopen(handling: Handling) -> None:
    """重新办理: follows from the deputy's judgement; another round, with a clock of its own."""
    handling.round += 1


@life.step(_("End with the suggestion"), (at.OFFERED | at.RECEIVED) >> at.ENDED, by=system)
def end(handling: Handling) -> None:
    """随件办结: the suggestion is closed, so a late assisting organ owes nothing more; that it was
    late stays in its stopped clock."""


@life.step(
    _("Passed to the successor"),
    within(at.OFFERED, at.RECEIVED, at.ANSWERED, at.REOPENED),
    by=system,
)
def inherit(handling: Handling, *, heir: Body, occasion: Occasion) -> None:
    """机构改革: the organ has ended; its successor takes over, with clocks and days as they are."""
    old = handling.organ
    Inheritance.objects.create(
        taken=occasion.row, handling=handling, old=old, passed_on=occasion.on
    )
    handling.organ = heir


@life.step(_("Merged with another part"), (at.OFFERED | at.RECEIVED) >> at.MERGED, by=system)
def merge(handling: Handling) -> None:
    """机构改革: the successor has a part of its own in this matter; one organ answers once."""


correct = correction(
    life,
    within(at.ANSWERED),
    by=handling_organ,
    registrar=deputies_office,
    fields=("text", "document_number"),
    of=lambda handling: handling.last_reply,
)
