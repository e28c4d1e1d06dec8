"""The chart for a desk: stages side by side."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from renda.kernel.pages.flow.broad_ways import BOX_HIGH, BOX_TOP, broad_ways
from renda.kernel.pages.flow.shapes import Box, Drawing, Loop, Stage, Way, Words
from renda.kernel.pages.flow.tips import tip
from renda.kernel.pages.flow.wording import labelled

BROADEST, WIDEST_STEP = 880, 124


def draw_broad(stages: Sequence[Stage], loops: Sequence[Loop]) -> Drawing:
    """Stages from left to right, ways back below them."""
    step = min(WIDEST_STEP, BROADEST / len(stages))
    box = round(step - (40 if step > 110 else 26), 1)
    centres = [round(step * (i + 0.5), 1) for i in range(len(stages))]
    middle, half = BOX_TOP + BOX_HIGH / 2, round(box / 2, 1)
    boxes = tuple(_broad_box(s, x, box) for s, x in zip(stages, centres, strict=True))
    ways = tuple(
        Way(
            f"M{a + half} {middle}H{b - half - 7}",
            tip(b - half, middle, "right"),
            s.mark == "done",
        )
        for (a, b), s in zip(pairwise(centres), stages, strict=False)
    )
    back = broad_ways(loops, centres)
    here = next((x for x, s in zip(centres, stages, strict=True) if s.mark == "here"), None)
    lowest = max([BOX_TOP + BOX_HIGH, *(w.y for loop in back for w in loop.words)]) + 8
    pin = tip(here, BOX_TOP - 2, "down") if here is not None else ""
    return Drawing(round(step * len(stages)), round(lowest), box, BOX_HIGH, boxes, ways, back, pin)


def _broad_box(stage: Stage, x: float, width: float) -> Box:
    beside = [Words(stage.when, x, 34, "note")] if stage.when and stage.mark != "here" else []
    if stage.mark == "here":
        beside = [Words(_("You are here"), x, 28, "pin")]
        beside += [Words(stage.when, x, 12, "note")] if stage.when else []
    words = labelled(stage.label, width - 8, x, BOX_TOP + BOX_HIGH / 2)
    return Box(stage.mark, round(x - width / 2, 1), BOX_TOP, words, tuple(beside))
