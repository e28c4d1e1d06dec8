"""Who is meant, and what each app holds of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Whom:
    """One person as the apps know them: an account, rows by model and id, fingerprints of mobile
    numbers. `name` is there because a number alone may be shared by two."""

    user_id: int | None = None
    rows: frozenset[tuple[str, int]] = frozenset()
    mobiles: frozenset[str] = frozenset()
    name: str = ""

    def ids(self, model: str) -> list[int]:
        """The ids of this person's rows of a model (`label_lower`)."""
        return sorted(pk for kind, pk in self.rows if kind == model)

    def known_as(self, model: str, ids: Iterable[int]) -> "Whom":
        """The same person, with these rows too."""
        return replace(self, rows=self.rows | {(model, pk) for pk in ids})

    def reached_at(self, fingerprints: Iterable[str]) -> "Whom":
        """The same person, with these mobile numbers too."""
        return replace(self, mobiles=self.mobiles | {f for f in fingerprints if f})


@dataclass(frozen=True)
class Record:
    """One entry of a copy: a heading and pairs of label and value."""

    title: str
    lines: list[tuple[str, Any]]


@dataclass(frozen=True)
class Stays:
    """What is not erased, why, and on which ground."""

    what: Any
    why: Any
    cites: str = ""


@dataclass(frozen=True)
class Erasing:
    """Who erases, and in whose trail it is written."""

    by: Actor
    congress_id: int


@dataclass(frozen=True)
class Holding:
    """One kind of data that an app holds of people.

    `tells` is for the person's copy; `goes` names what an erasure would take, `stays` what it would
    leave; `erases` does it. What only its writer may read (`is_content`) is not in a copy that
    somebody else asks for.
    """

    key: str
    name: Any
    place: int
    tells: Callable[[Whom], list[Record]]
    goes: Callable[[Whom], list[str]] = field(default=lambda whom: [])
    stays: Callable[[Whom], list[Stays]] = field(default=lambda whom: [])
    erases: Callable[[Whom, Erasing], None] = field(default=lambda whom, erasing: None)
    is_content: bool = False


@dataclass(frozen=True)
class Consent:
    """Something shown or used only because the person agreed; withdrawn, it ends at once."""

    key: str
    label: Any


Finder = Callable[[Whom], Whom]
Bar = Callable[[Whom], str]
Homes = Callable[[Whom], Iterable[int]]
Consents = Callable[[Whom], list[Consent]]
Withdraws = Callable[[Whom, str, Erasing], None]

_holdings: dict[str, Holding] = {}
_finders: list[Finder] = []
_bars: list[Bar] = []
_homes: list[Homes] = []
_consents: list[tuple[Consents, Withdraws]] = []


def holds(holding: Holding) -> None:
    """Register a holding; apps call it when they are ready."""
    _holdings.setdefault(holding.key, holding)


def finds(finder: Finder) -> None:
    """Register how an app knows more rows of the same person."""
    _finders.append(finder)


def bars(bar: Bar) -> None:
    """Register why somebody may not be erased yet: in words, or ""."""
    _bars.append(bar)


def lives(homes: Homes) -> None:
    """Register in which congresses a person is known: their trails tell of a copy or an erasure."""
    _homes.append(homes)


def agrees(consents: Consents, withdraws: Withdraws) -> None:
    """Register what rests on a person's consent, and how one is withdrawn."""
    _consents.append((consents, withdraws))


def found(whom: Whom) -> Whom:
    """The person with everything that the apps know of them."""
    for _round in range(4):  # an account leads to a person, a person to mandates
        was = whom
        for finder in _finders:
            whom = finder(whom)
        if whom == was:
            break
    return whom


def in_order() -> list[Holding]:
    """All holdings, as a copy tells them."""
    return sorted(_holdings.values(), key=lambda holding: (holding.place, holding.key))


def why_not_yet(whom: Whom) -> str:
    """Why this person cannot be erased now; "" when they can."""
    return next((why for bar in _bars if (why := bar(whom))), "")


def homes_of(whom: Whom) -> list[int]:
    """The congresses in which they are known."""
    return sorted({pk for homes in _homes for pk in homes(whom)})


def consents_of(whom: Whom) -> list[Consent]:
    """What rests on their consent today."""
    return [consent for consents, _withdraws in _consents for consent in consents(whom)]


def withdraw(whom: Whom, key: str, erasing: Erasing) -> bool:
    """End what rests on a consent; returns whether there was such a one."""
    for consents, withdraws in _consents:
        if key in {consent.key for consent in consents(whom)}:
            withdraws(whom, key, erasing)
            return True
    return False
