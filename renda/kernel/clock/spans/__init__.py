"""Spans of time as the law gives them: `7wd` `-7wd` `10d` `3m` `24h`; a minus counts back.

They are values: the law's stand in code beside the article, a place's own in its local rules.
"""

from renda.kernel.clock.spans.kinds import UNITS, Days, Hours, Months, WorkingDays
from renda.kernel.clock.spans.span import BadSpan, Span
from renda.kernel.clock.spans.written import cleared, parse

__all__ = ["UNITS", "BadSpan", "Days", "Hours", "Months", "Span", "WorkingDays", "cleared", "parse"]
