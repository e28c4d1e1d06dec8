"""Where things stand in the drawing of a process: pure arithmetic, no colours, no HTML.

The same process is drawn twice: broad for a desk, tall for a phone, for large type and for long
processes. Units are those of the drawing; its letters are 13 high, its notes 12.
"""

from renda.kernel.pages.flow.broad_ways import lanes
from renda.kernel.pages.flow.laying_out import lay_out
from renda.kernel.pages.flow.shapes import Drawing, Flow, Loop, Stage
from renda.kernel.pages.flow.wording import width_of, wrap

__all__ = ["Drawing", "Flow", "Loop", "Stage", "lanes", "lay_out", "width_of", "wrap"]
