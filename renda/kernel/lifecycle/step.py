"""One step of a process: who may take it, from where to where, by which article and facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from inspect import signature
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.lifecycle.states import Arrow
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who


@dataclass(frozen=True)
class Fact:
    """Something that must be true of the subject; `said` is what a refusal says.

    `is_kind` is for what a subject is, not for how far it has come: an assisting organ never
    replies, so the step is not offered to it at all, where otherwise it would be greyed.
    """

    said: Any
    holds: Callable[[Any], bool]
    is_kind: bool = False


@dataclass(frozen=True, eq=False)
class Step:
    """A row of the table of a process.

    `registrar` may register it for the one who acted on paper (代录); `series` names the run of
    numbers that the subject gets its number from when the step is taken. `since` tells from when
    on the facts of an automatic step hold: what is entered last need not have happened last.
    The signed paper of an `is_confidential` step is not for everyone who reads the item.
    """

    process: str
    name: str
    label: Any
    arrow: Arrow
    by: Who
    cites: str
    when: Sequence[Fact]
    does: Callable[..., Any]
    registrar: Who | None = None
    series: Callable[[Any], str] | None = None
    since: Callable[[Any], datetime] | None = None
    is_automatic: bool = False
    is_confidential: bool = False
    do_not_call_in_templates = True  # a view takes a step; a page only shows it

    @property
    def action(self) -> str:
        """Its name in the trail, a public contract: figures and points read it."""
        return f"{self.process}.{self.name}"

    @property
    def asks(self) -> tuple[str, ...]:
        """What it asks for: the keyword arguments of its body."""
        told = signature(self.does).parameters.values()
        return tuple(p.name for p in told if p.kind is p.KEYWORD_ONLY and p.name != "occasion")

    @property
    def wants_occasion(self) -> bool:
        """Whether its body asks who acts, when and for whom."""
        return "occasion" in signature(self.does).parameters

    def is_for(self, actor: Actor, subject: Any) -> bool:
        """Whether this actor may take it as their own act."""
        return self.by(actor, subject)

    def is_registered_by(self, actor: Actor, subject: Any) -> bool:
        """Whether this actor may register it for somebody who acted on paper."""
        return bool(self.registrar and self.registrar(actor, subject))

    def obstacle(self, subject: Any) -> str | None:
        """Why the subject itself does not allow it now, whoever asks."""
        if subject.state not in self.arrow.sources:
            return _("This cannot be done now: the item is “%(state)s”.") % {
                "state": subject.get_state_display()
            }
        return next((str(fact.said) for fact in self.when if not fact.holds(subject)), None)

    def refusal(self, subject: Any, actor: Actor, *, for_another: bool = False) -> str | None:
        """Why this actor may not take it now, or None."""
        allowed = self.is_registered_by if for_another else self.is_for
        if not allowed(actor, subject):
            return _("This is not yours to do. Who may: %(who)s.") % {"who": self.by.listed()}
        return self.obstacle(subject)


@dataclass(frozen=True)
class Offer:
    """A step as a page offers it: open, or greyed with the reason."""

    step: Step
    why_not: str | None
    for_another: bool

    @property
    def is_open(self) -> bool:
        """Whether the button can be pressed."""
        return self.why_not is None
