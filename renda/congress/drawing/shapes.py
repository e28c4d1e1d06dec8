"""What the pages of congresses and places are drawn with."""

from dataclasses import dataclass, field

from renda.congress.models import Region

SHOWN = 6


@dataclass(frozen=True)
class Badge:
    """A word with its shape and tone."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Number:
    """A number of the law beside the fixed and the actual one, and whether they fit."""

    key: str
    label: str
    law: str
    fixed: int | None
    actual: int | None
    fit: Badge
    cites: str
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Quorum:
    """Of how many how many must be there, and how many votes pass."""

    label: str
    of: int
    present: int
    votes: int
    cites: str


@dataclass(frozen=True)
class RegionPart:
    """A place directly below, with what is counted in it."""

    region: Region
    counts: list[int]
