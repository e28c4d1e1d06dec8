"""Which lifecycle a living row has: the engine and its readers look here."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from renda.kernel.clock.running import Clock
from renda.kernel.lifecycle.step import Offer, Step
from renda.kernel.permits.actor import Actor
from renda.kernel.trail.record import Behalf


class Process(Protocol):
    """What the engine must know of a lifecycle."""

    name: str
    model: str
    begins: Any
    whole: Callable[[Any], Any] | None
    void: str | None
    keeps: tuple[str, ...]
    principal: Callable[[Any], Behalf] | None
    steps: dict[str, Any]
    clocks: list[Clock]

    def automatic(self) -> Iterable[Step]:
        """Steps the system takes by itself once their facts hold."""

    def offers(self, actor: Actor, subject: Any) -> list[Offer]:
        """The steps that are this actor's from the subject's state."""


LIVES: dict[str, Process] = {}  # by the model's label, such as "suggestions.suggestion"


def life_of(subject: Any) -> Process:
    """The lifecycle of a living row."""
    return LIVES[subject._meta.label_lower]
