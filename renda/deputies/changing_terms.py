"""How a congress goes from one term to the next (换届).

The term of deputies runs from one first session to the next (代表法2.3、组织法38); whoever the
congress elects acts until others are elected (组织法48). What says `local` is the house's own.
"""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.permits import changes_terms
from renda.deputies.models import Mandate, TermChange
from renda.deputies.states import TermChangeState as at
from renda.deputies.turnover import ending, moving, parts, roster
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.life import Lifecycle
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.states import within
from renda.kernel.lifecycle.step import Fact
from renda.kernel.moment import BEIJING, now, today
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import system

LATEST_FREEZE = timedelta(days=90)  # after the first session opened; then the archive is closed

life = Lifecycle("deputies.termchange", name="turnovers", begins=_("Change of term begun"))

has_roster = Fact(
    _("The roster of the new term is still empty."),
    lambda change: Mandate.objects.filter(term=change.new_id).exists(),
)
is_recognised = Fact(
    _("Confirm first who is re-elected and who is new."),
    lambda change: not Mandate.objects.filter(term=change.new_id, beginning="").exists(),
)
is_told_apart = Fact(
    _("Somebody on the new roster is called like a deputy of the old term. Tell them apart first."),
    lambda change: not roster.namesakes(change),
)
is_decided = Fact(
    _("Look at each part and confirm it first."),
    lambda change: not undecided(change),
)
has_days = Fact(
    _("Set the day of the elections and the hour of freezing first."),
    lambda change: change.elected_on is not None and change.freezes_at is not None,
)
can_go = Fact(
    _("After that nobody would keep the registers. Look at the posts again."),
    lambda change: not any(part.fault(change, _answers(part, change)) for part in parts.in_order()),
)
is_ahead = Fact(
    _("The hour of freezing has passed meanwhile. Set another one."),
    lambda change: change.freezes_at is None or change.freezes_at > now(),
)
is_not_frozen = Fact(
    _("The hour of freezing has passed; it can no longer be taken back."),
    lambda change: change.old.freezes_at is None or change.old.freezes_at > now(),
)
day_has_come = Fact(_("The first session has not opened yet."), lambda change: change.on <= today())


def undecided(change: TermChange) -> list[parts.Part]:
    """The parts that hold something and that nobody has confirmed yet."""
    return [
        part
        for part in parts.in_order()
        if not parts.is_settled(part, change) and part.groups(change)
    ]


def _answers(part: parts.Part, change: TermChange) -> dict[str, str]:
    return parts.answers_to(part, change, parts.items_of(part, change))


@life.step(_("Move the first session"), within(at.DRAFT), by=changes_terms)
def move(change: TermChange, *, opens_on: date, closes_on: date, occasion: Occasion) -> None:
    """It opens on another day than was planned."""
    moving.move(change, opens_on, closes_on, occasion=occasion)
    if change.elected_on and not opens_on <= change.elected_on <= closes_on:
        change.elected_on = None


@life.step(_("Recognise the re-elected"), within(at.DRAFT), by=changes_terms, cites="代表法2.3")
def recognise(change: TermChange, *, occasion: Occasion) -> None:
    """连任 and 新任 are written where the roster does not say yet."""
    if not roster.confirm(change, occasion=occasion):
        raise Refused(_now("Everyone on the roster is recognised already."))


@life.step(_("Two people of one name"), within(at.DRAFT), by=changes_terms)
def tell_apart(change: TermChange, *, pair: str) -> None:
    """The new deputy and the one of the old term only share a name."""
    change.answers = roster.tell_apart(change, pair)


@life.step(_("One person entered twice"), within(at.DRAFT), by=changes_terms)
def make_one(change: TermChange, *, pair: str, occasion: Occasion) -> None:
    """The new entry is the deputy of the old term: re-elected."""
    roster.are_one(change, pair, occasion=occasion)


@life.step(_("Confirm a part"), within(at.DRAFT), by=changes_terms)
def decide(
    change: TermChange, *, part: parts.Part, answers: dict[str, str], occasion: Occasion
) -> None:
    """What goes on and what ends, item by item; each part by whom it is for."""
    if not part.to(occasion.by):
        raise Refused(
            _now("This is not yours to decide. Who may: %(who)s.") % {"who": part.to.listed()}
        )
    items = parts.items_of(part, change)
    given = {
        item.key: answers[item.key]
        for item in items
        if answers.get(item.key) in {value for value, _label in item.answers}
    }
    whole = {**parts.answers_to(part, change, items), **given}
    if why := part.fault(change, whole):
        raise Refused(why)
    asked = {item.key for item in items if len(item.answers) > 1}
    said = {key: answer for key, answer in whole.items() if key in asked}
    change.answers = {**change.answers, part.key: said}


@life.step(_("Set the days"), within(at.DRAFT), by=changes_terms, cites="组织法48")
def set_days(change: TermChange, *, elected_on: date, freezes_at: datetime) -> None:
    """The day on which others are elected, and the hour from which the outgoing office changes
    nothing of the old term."""
    if not change.on <= elected_on <= change.session.closes_on:
        raise Refused(_now("The elections lie within the first session."))
    if freezes_at <= now():
        raise Refused(_now("The hour of freezing lies in the future."))
    if freezes_at.date() > max(change.on, today()) + LATEST_FREEZE:
        raise Refused(_now("The hour of freezing lies at most 90 days after the opening."))
    change.elected_on, change.freezes_at = elected_on, freezes_at


@life.step(
    _("Settle the change of term"),
    at.DRAFT >> at.READY,
    by=changes_terms,
    when=[has_roster, is_recognised, is_told_apart, is_decided, has_days, is_ahead, can_go],
    cites="代表法2.3、组织法38",
)
def settle(change: TermChange, *, occasion: Occasion) -> None:
    """It takes effect by itself on the day of the first session."""
    _freeze(change, change.freezes_at, occasion)


@life.step(
    _("Take it back to change something"),
    at.READY >> at.DRAFT,
    by=changes_terms,
    when=[is_not_frozen],
)
def reopen(change: TermChange, *, occasion: Occasion) -> None:
    """Until the hour of freezing."""
    _freeze(change, None, occasion)


@life.step(
    _("Give up this change of term"),
    (at.DRAFT | at.READY) >> at.DROPPED,
    by=changes_terms,
    when=[is_not_frozen],
)
def give_up(change: TermChange, *, occasion: Occasion) -> None:
    """The term, the session and the roster that were entered stay in their registers; another
    change of term takes them up."""
    _freeze(change, None, occasion)


@life.step(
    _("Carry out the change of term"),
    at.READY >> at.DONE,
    by=system,
    when=[day_has_come],
    cites="代表法2.3、组织法38",
)
def carry_out(change: TermChange) -> None:
    """On the day of the first session, all at once: mandates and seats end, others begin, open work
    goes on. Killed in the middle, nothing has happened, and it is done again."""
    ending.carry_out(change)


def usual_freeze(change: TermChange) -> datetime:
    """Nine in the morning of the day the first session opens, or the next full hour after now."""
    usual = datetime.combine(change.on, time(9), tzinfo=BEIJING)
    ahead = now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
    return max(usual, ahead)


def _freeze(change: TermChange, moment: datetime | None, occasion: Occasion) -> None:
    if change.old.freezes_at != moment:
        values = {"freezes_at": moment}
        registering.change(change.old, "congress.freeze_term", occasion=occasion, values=values)
