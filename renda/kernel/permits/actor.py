"""Who is asking: a person with the posts held today in this congress, loaded once a request."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Held:
    """A role held at a place: a post at a body, or a deputy's mandate.

    `above` marks a post in a higher congress, which lets a permit say what may be read from there.
    """

    role: str
    at: int
    above: bool = False


@dataclass(frozen=True)
class Actor:
    """One person in one congress (0: none). `user` is None for a citizen and for the system."""

    user: Any
    congress_id: int
    held: frozenset[Held] = field(default_factory=frozenset)
    is_system: bool = False

    @property
    def user_id(self) -> int | None:
        """The account, or None."""
        return self.user.pk if self.user is not None else None

    def holds(self, role: str, at: int | None = None) -> bool:
        """Whether this role is held here today, at that place if one is named."""
        return any(h.role == role and not h.above and (at is None or h.at == at) for h in self.held)

    def holds_above(self, role: str) -> bool:
        """Whether this role is held in a higher congress."""
        return any(h.role == role and h.above for h in self.held)

    def places(self, *roles: str) -> set[int]:
        """The bodies (or mandates) at which one of these roles is held here."""
        return {h.at for h in self.held if h.role in roles and not h.above}


Source = Callable[[int, Any], Iterable[Held]]
_sources: list[Source] = []


def source(loads: Source) -> Source:
    """Register where roles come from: `loads(user_id, congress)` gives what is held today.

    Domains call it when their app is ready; the kernel never imports them.
    """
    if loads not in _sources:
        _sources.append(loads)
    return loads


def load(user: Any, congress: Any) -> Actor:
    """The actor for this user (or anonymous) in this congress (or None), one query a source."""
    if user is None or not user.is_authenticated:
        return Actor(None, congress.pk if congress else 0)
    if congress is None:
        return Actor(user, 0)
    held = frozenset(h for loads in _sources for h in loads(user.pk, congress))
    return Actor(user, congress.pk, held)


def the_system(congress_id: int) -> Actor:
    """The system acting by itself: a clock that ran out, a state that follows from others."""
    return Actor(None, congress_id, is_system=True)
