"""Declaring options, reading them, and setting one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.options.models import LocalOption
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record

DECLARED: dict[str, "Option"] = {}  # by key, such as "deputies.one_field_group"
GROUPS: dict[str, Any] = {}  # what the part of a key before the dot is called, lengths of time too


def group(name: str, label: Any) -> None:
    """Say what a group of local rules is called; apps call it when they are ready."""
    GROUPS.setdefault(name, label)


@dataclass(frozen=True)
class Option:
    """A declared option. `says` is what the administrator reads.

    `usual` tells its kind: a yes or no, a number from `least` to `most`, one of `choices`, or, for
    a tuple, any of them; `choices` are pairs of value and label.
    """

    key: str
    usual: Any
    says: Any
    choices: tuple[tuple[str, Any], ...] = ()
    least: int = 0
    most: int = 0
    cites: str = "local"

    def __post_init__(self) -> None:
        if not self.allows(self.usual):
            raise ValueError(f"{self.key}: {self.usual!r} is not allowed")
        if DECLARED.setdefault(self.key, self) != self:
            raise ValueError(f"{self.key} is declared twice")

    def allows(self, value: Any) -> bool:
        """Whether a place may set this value."""
        known = {key for key, _label in self.choices}
        if isinstance(self.usual, bool):
            return isinstance(value, bool)
        if isinstance(self.usual, int):
            is_number = isinstance(value, int) and not isinstance(value, bool)
            return is_number and self.least <= value <= self.most
        if isinstance(self.usual, tuple):
            return isinstance(value, tuple | list) and set(value) <= known
        return value in known if known else isinstance(value, str)

    def of(self, options: "Options") -> Any:
        """The value that holds in this congress."""
        value = options.values.get(self.key, self.usual)
        return tuple(value) if isinstance(self.usual, tuple) else value


@dataclass(frozen=True)
class Options:
    """What one congress has set itself, loaded once."""

    congress_id: int
    values: Mapping[str, Any] = field(default_factory=dict)


def options_of(congress_id: int) -> Options:
    """The options of a congress, with one query."""
    rows = LocalOption.objects.filter(congress_id=congress_id)
    return Options(congress_id, {row.key: row.value for row in rows})


@transaction.atomic
def set_option(*, congress_id: int, key: str, value: Any, by: Actor | None = None) -> LocalOption:
    """Set a congress's own value. Raises Refused for a value that the option does not allow."""
    option = DECLARED.get(key)
    if option is None:
        raise Refused(_("There is no local rule with this name."))
    if not option.allows(value):
        raise Refused(_("This rule cannot be set so: %(rule)s") % {"rule": option.says})
    kept = list(value) if isinstance(value, tuple) else value
    row, _is_new = LocalOption.objects.update_or_create(
        congress_id=congress_id, key=key, defaults={"value": kept}
    )
    record(
        row,
        "options.set_option",
        congress_id=congress_id,
        actor_id=by.user_id if by else None,
        said={"rule": key, "value": kept},
    )
    return row
