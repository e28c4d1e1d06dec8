"""What time it is: the only module that asks the computer. Days change at midnight in Beijing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

BEIJING = ZoneInfo("Asia/Shanghai")
_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """This moment in Beijing time; the demo, the tests and an import may tell another."""
    told = _told.get() or getattr(settings, "RENDA_NOW", None)
    return told.astimezone(BEIJING) if told else datetime.now(BEIJING)


def today() -> date:
    """Today in Beijing."""
    return now().date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside the block it is this moment. Raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its zone.")
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)
