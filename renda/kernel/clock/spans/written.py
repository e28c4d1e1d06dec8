"""A span as it is written: 7wd, 3m, 24h."""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from renda.kernel.clock.spans.kinds import UNITS, Days, WorkingDays
from renda.kernel.clock.spans.span import LONGEST, BadSpan, Span

_WRITTEN = re.compile(r"(-?[0-9]{1,9})(c?)(wd|d|m|h)")


def parse(text: str) -> Span:
    """Read a span such as `-7wd`; `c` before the unit means clear days (`-7cd`). Raises BadSpan."""
    written = _WRITTEN.fullmatch(text.strip())
    if not written or (written[2] and written[3] not in ("wd", "d")):
        raise BadSpan(
            _("“%(text)s” is not a span. Write it like 7wd, -7wd, 10d, 3m or 24h.")
            % {"text": text[:40]}
        )
    n = int(written[1])
    if abs(n) > LONGEST:
        raise BadSpan(_("A span has at most %(most)d units.") % {"most": LONGEST})
    span = UNITS[written[3]](n)
    return cleared(span) if written[2] else span


def cleared(span: Span) -> Span:
    """The span with clear days. Raises BadSpan unless it is days counted back."""
    if not isinstance(span, WorkingDays | Days):
        raise BadSpan(_("Clear days are for days and working days only."))
    return replace(span, is_clear=True)
