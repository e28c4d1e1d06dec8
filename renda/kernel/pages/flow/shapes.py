"""What a flow chart is told and what it is drawn with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """A stage of a process: what it is called, when it was, and done, here or todo."""

    label: str
    when: str = ""
    mark: str = "todo"


@dataclass(frozen=True)
class Loop:
    """A way back from one stage to another (by index), and whether it was ever gone."""

    label: str
    start: int
    end: int
    is_gone: bool = False


@dataclass(frozen=True)
class Words:
    """A line of text and where it stands."""

    text: str
    x: float
    y: float
    kind: str = "label"


@dataclass(frozen=True)
class Box:
    """A stage as drawn."""

    mark: str
    x: float
    y: float
    words: tuple[Words, ...]
    beside: tuple[Words, ...]


@dataclass(frozen=True)
class Way:
    """A line from box to box, or back, with its words."""

    path: str
    tip: str
    is_gone: bool
    words: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """One of the two drawings."""

    width: int
    height: int
    box_width: float
    box_height: int
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    loops: tuple[Way, ...]
    pin: str


@dataclass(frozen=True)
class Flow:
    """Both drawings, and what a person hears who cannot see them."""

    broad: Drawing
    tall: Drawing
    labels: tuple[str, ...]
    here: str
    done: int
    ways_back: tuple[str, ...]
    is_many: bool
