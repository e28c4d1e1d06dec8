"""The steps of one item as its page lays them out: one's own, and those registered for another."""

from dataclasses import dataclass
from typing import Any

from renda.kernel.lifecycle.pressing import Pressable
from renda.kernel.pages.request import Request


@dataclass(frozen=True)
class Offered:
    """A step with its form, its address and what its button says."""

    pressable: Pressable
    url: str
    does: str
    is_main: bool

    @property
    def label(self) -> str:
        """What the step is called, where it is clear for whom."""
        return str(self.pressable.offer.step.label)

    @property
    def cites(self) -> str:
        """The article; nothing for what only the place's own rule says."""
        cites = self.pressable.offer.step.cites
        return "" if cites == "local" else cites

    @property
    def is_dated(self) -> bool:
        """Whether a day or a reason was typed already, so that they are shown."""
        return any(field.value() or field.errors for field in self.pressable.form.day_fields)


@dataclass(frozen=True)
class Offers:
    """What may be done with one item now. `undo` is empty when there is nothing to undo."""

    subject: Any
    own: list[Offered]
    on_paper: list[Offered]
    undo: str
    for_whom: str

    @property
    def is_wrong(self) -> bool:
        """Whether the last attempt was one of those on paper, so that they stay open."""
        return any(offered.pressable.is_wrong for offered in self.on_paper)

    @property
    def holds_problem(self) -> bool:
        """Whether the form that was refused is shown again among these."""
        return any(o.pressable.is_wrong for o in (*self.own, *self.on_paper))


def unplaced(request: Request, shown: list[Offers]) -> Any:
    """The refused form of a step that is no longer offered: what was typed is shown still."""
    form = request.problem.form if request.problem else None
    return None if any(each.holds_problem for each in shown) else form
