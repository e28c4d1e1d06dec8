"""What one taking holds open: its locked rows and the events it will write, in order.

A step may take others along (a judgement reopens handlings; the last reply makes the suggestion
replied). They share the rows of the outermost one, and all events are written at its end, so that
number and chain are the last locks of every transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.lifecycle.models import Taken
from renda.kernel.lifecycle.registry import LIVES, life_of
from renda.kernel.permits.refusal import Refused


@dataclass
class Pending:
    """An event to be written, with the row of its taking."""

    subject: Any
    action: str
    row: Taken
    before: str = ""
    after: str = ""
    version: int = 0
    said: dict[str, Any] = field(default_factory=dict)
    behalf: Any = None
    series: Any = None


@dataclass
class Opened:
    """One outermost taking."""

    rows: dict[tuple[str, int], Any] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    stack: list[Taken] = field(default_factory=list)
    at: datetime | None = None
    last: list[Callable[[], object]] = field(default_factory=list)

    def lock(self, subject: Any) -> Any:
        """The subject's row, locked once and shared; its whole is always locked before it."""
        whole = life_of(subject).whole
        if whole:
            self.lock(whole(subject))
        key = (subject._meta.label_lower, subject.pk)
        if key not in self.rows:
            model = type(subject)
            locked = model._default_manager.select_for_update().filter(pk=subject.pk).first()
            if locked is None:
                raise Refused(_("This item is no longer here."))
            self.rows[key] = locked
        return self.rows[key]

    def adopt(self, subject: Any) -> None:
        """A row made in this taking is ours already."""
        self.rows[subject._meta.label_lower, subject.pk] = subject

    def whole_of(self, subject: Any) -> Any:
        """The larger item a part belongs to, or the subject itself."""
        whole = LIVES[subject._meta.label_lower].whole
        return self.lock(whole(subject)) if whole else subject


_opened: ContextVar[Opened | None] = ContextVar("opened", default=None)


def at_the_end(does: Callable[[], object]) -> None:
    """What a step's body wants written elsewhere, with an event of its own: done when every lock is
    held and before the step's own events, for the head of the chain is the last lock."""
    here = _opened.get()
    assert here is not None, "only the body of a step has an end to wait for"
    here.last.append(does)


@contextmanager
def opened() -> Iterator[tuple[Opened, bool]]:
    """The current taking and whether this call began it."""
    here = _opened.get()
    if here is not None:
        yield here, False
        return
    here = Opened()
    token = _opened.set(here)
    try:
        yield here, True
    finally:
        _opened.reset(token)
