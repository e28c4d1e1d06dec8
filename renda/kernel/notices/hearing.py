"""Who hears of which action: each domain registers its table when its app is ready."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reader:
    """A person to be told: by account if there is one, else by name on the printed list."""

    kind: str
    id: int
    user_id: int | None = None
    name: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """One notice per event and person: accounts count once, however many posts they hold."""
        return ("user", self.user_id) if self.user_id else (self.kind, self.id)


Audience = Callable[[Any], Iterable[Reader]]
Hears = Mapping[Audience, str]
Titles = Callable[[Iterable[int]], dict[int, tuple[str, str]]]

_hears: dict[str, Hears] = {}
_acted_for: dict[str, Callable[[int], Iterable[Reader]]] = {}
_titles: dict[str, Titles] = {}
_outside: dict[str, Any] = {}


def register(process: str, table: Mapping[str, Hears]) -> None:
    """`table` says for each step of a process which audiences hear of it, and in which words."""
    _hears.update({f"{process}.{step}": hears for step, hears in table.items()})


def register_principal(kind: str, readers: Callable[[int], Iterable[Reader]]) -> None:
    """Who is told when a step was registered for somebody of this kind (代录)."""
    _acted_for[kind] = readers


def register_titles(subject_type: str, titles: Titles, *, outside: Any = "") -> None:
    """How items of this type are called and where they open: {id: (title, address)}.

    A kind whose titles name people says in `outside` what such an item is called in a text message,
    a mail or a chat group, where no name of a person may stand ("a deputy").
    """
    _titles[subject_type] = titles
    if outside:
        _outside[subject_type] = outside


def hears(action: str) -> Hears:
    """Audiences and sentences of an action."""
    return _hears.get(action, {})


def acted_for(kind: str, pk: int) -> Iterable[Reader]:
    """The readers who stand behind a `behalf`."""
    return _acted_for[kind](pk) if kind in _acted_for else ()


def titles(subject_type: str, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Titles and addresses of items, by id."""
    return _titles[subject_type](ids) if subject_type in _titles else {}


def outside_name(subject_type: str) -> str:
    """What an item of a kind that names people is called outside the house; else ""."""
    return str(_outside.get(subject_type, ""))
