"""Named questions about an actor and a subject, joined with & | ~."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Who:
    """A question whose names are what a refusal and the manual say."""

    names: tuple[Any, ...]
    asks: Callable[[Actor, Any], bool]

    def __call__(self, actor: Actor, subject: Any = None) -> bool:
        """Whether this actor is meant, for this subject."""
        return bool(self.asks(actor, subject))

    def __or__(self, other: "Who") -> "Who":
        return Who(self.names + other.names, lambda a, s: self(a, s) or other(a, s))

    def __and__(self, other: "Who") -> "Who":
        return Who(self.names, lambda a, s: self(a, s) and other(a, s))

    def __invert__(self) -> "Who":
        return Who(self.names, lambda a, s: not self(a, s))

    def listed(self) -> str:
        """The names as a list for people: a list has its own comma in each language."""
        return pgettext("between names in a list", ", ").join(str(name) for name in self.names)


def who(name: Any) -> Callable[[Callable[[Actor, Any], bool]], Who]:
    """Make a named question of a plain function `asks(actor, subject)`."""
    return lambda asks: Who((name,), asks)


everyone = Who((_("everyone"),), lambda actor, subject: True)
signed_in = Who((_("anyone signed in"),), lambda actor, subject: actor.user is not None)
system = Who((_("the system"),), lambda actor, subject: actor.is_system)
