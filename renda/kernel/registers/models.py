"""What every row of a register has."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar

from django.db import models

_ever: ContextVar[Any] = ContextVar("ever", default=None)


@contextmanager
def also_void(model: type[models.Model]) -> Iterator[None]:
    """In here `objects` of this one model gives its void rows too, so that a register's question
    for its rows can be asked of the withdrawn ones as well."""
    was = _ever.set(model)
    try:
        yield
    finally:
        _ever.reset(was)


class Standing(models.Manager[Any]):
    """The rows that stand: not those entered by mistake."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Without the void ones."""
        rows = super().get_queryset()
        return rows if _ever.get() is self.model else rows.filter(is_void=False)


class Kept(models.Model):
    """A row of a register. `objects` gives the standing rows, `ever()` the void ones too.

    `version` counts changes: a form carries the one it saw, so that of two people who change the
    same row at once the later is told. `SEALED` fields never appear in the words of an event;
    `LABELS` says what the members of a list are called ({"powers": {"sessions": …}}).
    """

    version = models.PositiveIntegerField(default=0, editable=False)
    is_void = models.BooleanField(default=False, editable=False)

    objects: ClassVar[Standing] = Standing()

    SEALED: ClassVar[tuple[str, ...]] = ()
    LABELS: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    class Meta:
        abstract = True

    def amiss(self) -> str:
        """Why the row cannot stand like this, beyond what its fields say; "" if it can. Asked
        before an undoing is written: a body whose successor is at work does not begin again."""
        return ""

    @classmethod
    def ever(cls) -> models.QuerySet[Any]:
        """Every row there ever was, void ones too."""
        return cls._base_manager.all()
