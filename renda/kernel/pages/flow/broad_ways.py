"""Ways back on the chart for a desk."""

from collections.abc import Iterable, Sequence

from renda.kernel.pages.flow.shapes import Loop, Way, Words
from renda.kernel.pages.flow.tips import tip
from renda.kernel.pages.flow.wording import APART, CORNER, NOTE, NOTE_LINE, width_of

BOX_TOP, BOX_HIGH = 46, 44


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


def broad_ways(loops: Sequence[Loop], centres: list[float]) -> tuple[Way, ...]:
    """The ways back of the broad chart, each in a lane of its own."""
    ends = spread(loops, centres)
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
        drawn.append(Way(path, tip(b, top + 2, "up"), loop.is_gone, words))
    return tuple(drawn)


def spread(loops: Sequence[Loop], centres: list[float]) -> list[tuple[float, float]]:
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
