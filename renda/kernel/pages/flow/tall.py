"""The chart for a phone: stages one below the other."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from renda.kernel.pages.flow.shapes import Box, Drawing, Loop, Stage, Way
from renda.kernel.pages.flow.tall_ways import ROW, TALL_BOX, TALL_BOX_HIGH, TALL_LEFT, tall_ways
from renda.kernel.pages.flow.tips import tip
from renda.kernel.pages.flow.wording import NOTE, NOTE_LINE, labelled, stacked, wrap


def draw_tall(stages: Sequence[Stage], loops: Sequence[Loop]) -> Drawing:
    """Stages from top to bottom, ways back at their right."""
    x = TALL_LEFT + TALL_BOX / 2
    centres = [4 + TALL_BOX_HIGH / 2 + ROW * i for i in range(len(stages))]
    half = TALL_BOX_HIGH / 2
    ways = tuple(
        Way(f"M{x} {a + half}V{b - half - 7}", tip(x, b - half, "below"), s.mark == "done")
        for (a, b), s in zip(pairwise(centres), stages, strict=False)
    )
    boxes = tuple(_tall_box(s, y) for s, y in zip(stages, centres, strict=True))
    here = next((y for y, s in zip(centres, stages, strict=True) if s.mark == "here"), None)
    pin = tip(TALL_LEFT - 2, here, "right") if here is not None else ""
    back = tall_ways(loops, centres)
    lowest = max([centres[-1] + half, *(w.y for loop in back for w in loop.words)]) + 6
    return Drawing(250, round(lowest), TALL_BOX, TALL_BOX_HIGH, boxes, ways, back, pin)


def _tall_box(stage: Stage, y: float) -> Box:
    room = TALL_LEFT - 12
    beside = [(line, "note end") for line in wrap(stage.when, room, NOTE)]
    if stage.mark == "here":
        beside = [(line, "pin end") for line in wrap(_("You are here"), room)] + beside
    words = labelled(stage.label, TALL_BOX - 8, TALL_LEFT + TALL_BOX / 2, y)
    return Box(
        stage.mark,
        TALL_LEFT,
        y - TALL_BOX_HIGH / 2,
        words,
        stacked(beside, TALL_LEFT - (12 if stage.mark == "here" else 6), y, NOTE_LINE),
    )
