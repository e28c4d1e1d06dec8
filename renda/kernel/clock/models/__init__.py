"""What the clock keeps: days that differ, published years, local rules, deadlines."""

from renda.kernel.clock.models.calendar import CalendarDay, PublishedYear
from renda.kernel.clock.models.deadline import Deadline
from renda.kernel.clock.models.rule import LocalRule

__all__ = ["CalendarDay", "Deadline", "LocalRule", "PublishedYear"]
