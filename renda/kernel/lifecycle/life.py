"""A lifecycle: the table of steps and clocks of one process, in code beside its articles."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from renda.kernel.clock.running import Clock
from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.lifecycle.states import Arrow, Several
from renda.kernel.lifecycle.step import Fact, Offer, Step
from renda.kernel.lifecycle.taking import begin, take
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import Who, system
from renda.kernel.trail.record import Behalf


class TakenStep(Step):
    """A declared step: calling it takes it, `lifecycle.assign(suggestion, by=clerk, organs=…)`."""

    def __call__(self, subject: Any, *, by: Actor, **asked: Any) -> Any:
        """Take it; see `taking.take` for what may be given."""
        return take(self, subject, by=by, **asked)


class Lifecycle:
    """One process. `model` is a label, for models must not be loaded yet when it is declared.

    `whole` tells which larger item a part belongs to (a handling's suggestion): steps on the part
    lock the whole first, and the whole's automatic steps follow from its parts.
    `void` is the state of a part whose beginning was taken back. `keeps` are fields that stay when
    a step is undone: a number once given stays with its item. `principal` says for whom a clerk
    registers a step on paper: the sponsor, the organ.
    """

    def __init__(
        self,
        model: str,
        *,
        name: str,
        begins: Any,
        whole: Callable[[Any], Any] | None = None,
        void: str | None = None,
        keeps: Sequence[str] = (),
        principal: Callable[[Any], Behalf] | None = None,
    ) -> None:
        self.model, self.name, self.begins = model, name, begins
        self.whole, self.void, self.keeps = whole, void, tuple(keeps)
        self.principal = principal
        self.steps: dict[str, TakenStep] = {}
        self.clocks: list[Clock] = []
        LIVES[model] = self

    def clock(
        self,
        name: str,
        states: Any,
        *,
        lasts: Any,
        says: Any,
        cites: str = "local",
        starts: Callable[[Any], Any] | None = None,
    ) -> Clock:
        """A legal clock that runs while its subject rests in these states."""
        rests = tuple(states) if isinstance(states, Several) else (states,)
        clock = Clock(name=name, states=rests, lasts=lasts, cites=cites, says=says, starts=starts)
        self.clocks.append(clock)
        return clock

    def step(
        self,
        label: Any,
        arrow: Arrow,
        *,
        by: Who,
        cites: str = "local",
        when: Sequence[Fact] = (),
        registrar: Who | None = None,
        series: Callable[[Any], str] | None = None,
        since: Callable[[Any], datetime] | None = None,
        is_confidential: bool = False,
    ) -> Callable[[Callable[..., Any]], TakenStep]:
        """Declare a step; the decorated function is its body and gives it its name.

        A step of the system is taken by itself once its facts hold; without facts, only by another
        step that takes it along. The body gets the subject, and what the step asks as keywords;
        `occasion` if it names it. With several targets it returns the one.
        """

        def declare(does: Callable[..., Any]) -> TakenStep:
            step = TakenStep(
                process=self.name,
                name=does.__name__,
                label=label,
                arrow=arrow,
                by=by,
                cites=cites,
                when=tuple(when),
                does=does,
                registrar=registrar,
                series=series,
                since=since,
                is_confidential=is_confidential,
                is_automatic=by is system and bool(when),
            )
            self.steps[step.name] = step
            return step

        return declare

    def automatic(self) -> Iterable[Step]:
        """Steps the system takes by itself as soon as their facts hold."""
        return (step for step in self.steps.values() if step.is_automatic)

    def offers(self, actor: Actor, subject: Any) -> list[Offer]:
        """The steps that are this actor's from the subject's state: open, or greyed with why."""
        here = [
            s
            for s in self.steps.values()
            if subject.state in s.arrow.sources
            and not s.is_automatic
            and all(fact.holds(subject) for fact in s.when if fact.is_kind)
        ]
        own = [Offer(s, s.obstacle(subject), False) for s in here if s.is_for(actor, subject)]
        offered = {offer.step for offer in own}
        return own + [
            Offer(s, s.obstacle(subject), True)
            for s in here
            if s not in offered and s.is_registered_by(actor, subject)
        ]

    def begin(self, subject: Any, *, by: Actor, **said: Any) -> Any:
        """Bring a new subject into its first state, with its clocks and an event."""
        return begin(self, subject, by=by, **said)
