"""States as they are drawn in a lifecycle: `(at.RECEIVED | at.REOPENED) >> at.REPLIED`."""

from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Arrow:
    """From which states, to which; more than one target when the body decides; none: it stays."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def stays(self) -> bool:
        """A step that is taken within a state and leaves it as it is."""
        return not self.targets


@dataclass(frozen=True)
class Several:
    """Some states: `A | B`."""

    states: tuple[str, ...]

    def __or__(self, other: Any) -> "Several":
        return Several((*self.states, *_states(other)))

    def __rshift__(self, target: Any) -> Arrow:
        return Arrow(self.states, _states(target))

    def __iter__(self) -> Any:
        return iter(self.states)


def _states(named: Any) -> tuple[str, ...]:
    return named.states if isinstance(named, Several) else (named,)


class States(models.TextChoices):
    """The states of a process; values are never renamed, for rows and events keep them."""

    def __or__(self, other: Any) -> Several:
        return Several((self,)) | other

    def __rshift__(self, target: Any) -> Arrow:
        return Several((self,)) >> target


def within(*states: Any) -> Arrow:
    """A step taken in these states that does not leave them."""
    return Arrow(tuple(s for named in states for s in _states(named)), ())
