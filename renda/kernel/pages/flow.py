"""Where things stand in the drawing of a process: pure arithmetic, no colours, no HTML.

The same process is drawn twice: broad for a desk, tall for a phone, for large type and for long
processes. Units are those of the drawing; its letters are 13 high, its notes 12.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

LETTER, NOTE = 13, 12
BROADEST, WIDEST_STEP = 880, 124
BOX_TOP, BOX_HIGH = 46, 44
ROW, TALL_BOX_HIGH, TALL_LEFT, TALL_BOX = 60, 40, 66, 84
NOTE_LINE, CORNER, APART = 15, 8, 9


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


def lay_out(stages: Sequence[Stage], loops: Sequence[Loop]) -> Flow:
    """Place 1 to 9 stages and their ways back. Raises ValueError for a loop to no stage."""
    if not stages or any(not (0 <= i < len(stages)) for x in loops for i in (x.start, x.end)):
        raise ValueError("a flow needs stages, and loops between them")
    here = next((s.label for s in stages if s.mark == "here"), "")
    return Flow(
        broad=_broad(stages, loops),
        tall=_tall(stages, loops),
        labels=tuple(s.label for s in stages),
        here=here,
        done=sum(s.mark == "done" for s in stages),
        ways_back=tuple(loop.label for loop in loops),
        is_many=len(stages) > 7,
    )


def width_of(text: str, size: float = LETTER) -> float:
    """How wide a text is, near enough: a Chinese character is square, a Latin one half of it."""
    return sum(size if ord(c) > 0x2E7F else size * 0.56 for c in text)


def wrap(text: str, width: float, size: float = LETTER) -> list[str]:
    """Lines no wider than `width`: broken at spaces, and between Chinese characters."""
    pieces: list[str] = []
    for c in text:
        joins = pieces and ord(c) <= 0x2E7F and ord(pieces[-1][-1]) <= 0x2E7F and pieces[-1] != " "
        if (joins and c != " ") or (pieces and c in "，。、；：）》"):
            pieces[-1] += c
        else:
            pieces.append(c)
    lines = [""]
    for piece in pieces:
        if lines[-1] and width_of(lines[-1] + piece, size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


def lanes(spans: Iterable[tuple[float, float]]) -> list[int]:
    """For each span, the innermost lane where it touches no span given before; short ones first."""
    asked = list(spans)
    taken: list[tuple[int, float, float]] = []
    found = [0] * len(asked)
    for i in sorted(range(len(asked)), key=lambda i: asked[i][1] - asked[i][0]):
        low, high = asked[i]
        used = {lane for lane, a, b in taken if low < b and a < high}
        found[i] = next(n for n in range(len(asked) + 1) if n not in used)
        taken.append((found[i], low, high))
    return found


Lines = list[tuple[str, str]]  # (text, kind)


def _stacked(lines: Lines, x: float, middle: float, step: float) -> tuple[Words, ...]:
    """Lines one under the other around a middle."""
    first = middle - (len(lines) - 1) * step / 2 + LETTER * 0.36
    return tuple(Words(t, x, round(first + i * step, 1), k) for i, (t, k) in enumerate(lines))


def _labelled(label: str, width: float, x: float, middle: float) -> tuple[Words, ...]:
    lines = wrap(label, width)
    return _stacked([(line, "label") for line in lines], x, middle, LETTER + 3)


# broad


def _broad(stages: Sequence[Stage], loops: Sequence[Loop]) -> Drawing:
    step = min(WIDEST_STEP, BROADEST / len(stages))
    box = round(step - (40 if step > 110 else 26), 1)
    centres = [round(step * (i + 0.5), 1) for i in range(len(stages))]
    middle, half = BOX_TOP + BOX_HIGH / 2, round(box / 2, 1)
    boxes = tuple(_broad_box(s, x, box) for s, x in zip(stages, centres, strict=True))
    ways = tuple(
        Way(
            f"M{a + half} {middle}H{b - half - 7}",
            _tip(b - half, middle, "right"),
            s.mark == "done",
        )
        for (a, b), s in zip(pairwise(centres), stages, strict=False)
    )
    back = _broad_loops(loops, centres)
    here = next((x for x, s in zip(centres, stages, strict=True) if s.mark == "here"), None)
    lowest = max([BOX_TOP + BOX_HIGH, *(w.y for loop in back for w in loop.words)]) + 8
    pin = _tip(here, BOX_TOP - 2, "down") if here is not None else ""
    return Drawing(round(step * len(stages)), round(lowest), box, BOX_HIGH, boxes, ways, back, pin)


def _broad_box(stage: Stage, x: float, width: float) -> Box:
    beside = [Words(stage.when, x, 34, "note")] if stage.when and stage.mark != "here" else []
    if stage.mark == "here":
        beside = [Words(_("You are here"), x, 28, "pin")]
        beside += [Words(stage.when, x, 12, "note")] if stage.when else []
    words = _labelled(stage.label, width - 8, x, BOX_TOP + BOX_HIGH / 2)
    return Box(stage.mark, round(x - width / 2, 1), BOX_TOP, words, tuple(beside))


def _broad_loops(loops: Sequence[Loop], centres: list[float]) -> tuple[Way, ...]:
    ends = _spread(loops, centres)
    reach = []
    for loop, (a, b) in zip(loops, ends, strict=True):
        half = max(abs(a - b), width_of(loop.label, NOTE) + 8) / 2
        reach.append(((a + b) / 2 - half, (a + b) / 2 + half))
    top, drawn = BOX_TOP + BOX_HIGH, []
    for loop, (a, b), lane, (low, _high) in zip(loops, ends, lanes(reach), reach, strict=True):
        y = top + 28 + lane * 30
        turn = CORNER if b > a else -CORNER
        path = (
            f"M{a} {top}V{y - CORNER}q0 {CORNER} {turn} {CORNER}H{b - turn}"
            f"q{turn} 0 {turn} {-CORNER}V{top + 9}"
        )
        middle = min(max((a + b) / 2, (a + b) / 2 - min(low, 0)), centres[-1])
        words = (Words(loop.label, round(middle, 1), y + NOTE_LINE, "note"),)
        drawn.append(Way(path, _tip(b, top + 2, "up"), loop.is_gone, words))
    return tuple(drawn)


def _spread(loops: Sequence[Loop], centres: list[float]) -> list[tuple[float, float]]:
    """Loops leave a stage on its left half and arrive on its right half, each at its own point."""
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    found = []
    for loop in loops:
        left[loop.start] = left.get(loop.start, 0) + 1
        right[loop.end] = right.get(loop.end, 0) + 1
        a = centres[loop.start] - APART * left[loop.start]
        found.append((round(a, 1), round(centres[loop.end] + APART * right[loop.end], 1)))
    return found


# tall


def _tall(stages: Sequence[Stage], loops: Sequence[Loop]) -> Drawing:
    x = TALL_LEFT + TALL_BOX / 2
    centres = [4 + TALL_BOX_HIGH / 2 + ROW * i for i in range(len(stages))]
    half = TALL_BOX_HIGH / 2
    ways = tuple(
        Way(f"M{x} {a + half}V{b - half - 7}", _tip(x, b - half, "below"), s.mark == "done")
        for (a, b), s in zip(pairwise(centres), stages, strict=False)
    )
    boxes = tuple(_tall_box(s, y) for s, y in zip(stages, centres, strict=True))
    here = next((y for y, s in zip(centres, stages, strict=True) if s.mark == "here"), None)
    pin = _tip(TALL_LEFT - 2, here, "right") if here is not None else ""
    back = _tall_loops(loops, centres)
    lowest = max([centres[-1] + half, *(w.y for loop in back for w in loop.words)]) + 6
    return Drawing(250, round(lowest), TALL_BOX, TALL_BOX_HIGH, boxes, ways, back, pin)


def _tall_box(stage: Stage, y: float) -> Box:
    room = TALL_LEFT - 12
    beside = [(line, "note end") for line in wrap(stage.when, room, NOTE)]
    if stage.mark == "here":
        beside = [(line, "pin end") for line in wrap(_("You are here"), room)] + beside
    words = _labelled(stage.label, TALL_BOX - 8, TALL_LEFT + TALL_BOX / 2, y)
    return Box(
        stage.mark,
        TALL_LEFT,
        y - TALL_BOX_HIGH / 2,
        words,
        _stacked(beside, TALL_LEFT - (12 if stage.mark == "here" else 6), y, NOTE_LINE),
    )


def _tall_loops(loops: Sequence[Loop], centres: list[float]) -> tuple[Way, ...]:
    edge = TALL_LEFT + TALL_BOX
    # Downwards the loops leave the upper half of a box and arrive at the lower half of another.
    ends = _spread(loops, centres)
    beside = lanes((min(e), max(e)) for e in ends)
    outermost = edge + 16 + 10 * max(beside, default=0)
    free, drawn = 0.0, []
    order = sorted(range(len(loops)), key=lambda i: sum(ends[i]))
    for i in order:
        (a, b), loop, out = ends[i], loops[i], edge + 16 + 10 * beside[i]
        turn = CORNER if b > a else -CORNER
        path = (
            f"M{edge} {a}H{out - CORNER}q{CORNER} 0 {CORNER} {turn}V{b - turn}"
            f"q0 {turn} {-CORNER} {turn}H{edge + 9}"
        )
        lines = [(line, "note start") for line in wrap(loop.label, 250 - outermost - 6, NOTE)]
        middle = max((a + b) / 2, free + len(lines) * NOTE_LINE / 2)
        free = middle + len(lines) * NOTE_LINE / 2 + 4
        words = _stacked(lines, outermost + 6, middle, NOTE_LINE)
        drawn.append(Way(path, _tip(edge + 2, b, "left"), loop.is_gone, words))
    return tuple(drawn)


def _tip(x: float, y: float, way: str) -> str:
    """An arrow's head with its point at (x, y)."""
    sides = {
        "right": "l-8 -4v8z",
        "left": "l8 -4v8z",
        "up": "l-4 8h8z",
        "down": "l-6 -9h12z",
        "below": "l-4 -8h8z",
    }
    return f"M{x} {y}{sides[way]}"
