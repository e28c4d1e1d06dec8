"""Ways back on the chart for a phone."""

from collections.abc import Sequence

from renda.kernel.pages.flow.broad_ways import lanes, spread
from renda.kernel.pages.flow.shapes import Loop, Way
from renda.kernel.pages.flow.tips import tip
from renda.kernel.pages.flow.wording import CORNER, NOTE, NOTE_LINE, stacked, wrap

ROW, TALL_BOX_HIGH, TALL_LEFT, TALL_BOX = 60, 40, 66, 84


def tall_ways(loops: Sequence[Loop], centres: list[float]) -> tuple[Way, ...]:
    """The ways back of the tall chart, each in a lane of its own."""
    edge = TALL_LEFT + TALL_BOX
    # Downwards the loops leave the upper half of a box and arrive at the lower half of another.
    ends = spread(loops, centres)
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
        words = stacked(lines, outermost + 6, middle, NOTE_LINE)
        drawn.append(Way(path, tip(edge + 2, b, "left"), loop.is_gone, words))
    return tuple(drawn)
