"""A process laid out for a desk and for a phone."""

from collections.abc import Sequence

from renda.kernel.pages.flow.broad import draw_broad
from renda.kernel.pages.flow.shapes import Flow, Loop, Stage
from renda.kernel.pages.flow.tall import draw_tall


def lay_out(stages: Sequence[Stage], loops: Sequence[Loop]) -> Flow:
    """Place 1 to 9 stages and their ways back. Raises ValueError for a loop to no stage."""
    if not stages or any(not (0 <= i < len(stages)) for x in loops for i in (x.start, x.end)):
        raise ValueError("a flow needs stages, and loops between them")
    here = next((s.label for s in stages if s.mark == "here"), "")
    return Flow(
        broad=draw_broad(stages, loops),
        tall=draw_tall(stages, loops),
        labels=tuple(s.label for s in stages),
        here=here,
        done=sum(s.mark == "done" for s in stages),
        ways_back=tuple(loop.label for loop in loops),
        is_many=len(stages) > 7,
    )
