"""The trail as people read it: who did what, when, for whom, and what they said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.trail.models import Event
from renda.kernel.trail.naming import names_in

_LABELS: dict[str, Any] = {
    "undo": gettext_lazy("Step undone"),
    "save_draft": gettext_lazy("Draft written"),
    "remind": gettext_lazy("Reminded: the time is nearly up"),
    "overdue": gettext_lazy("Overdue"),
}


def called(labels: dict[str, Any]) -> None:
    """Register what actions without a step are called: {"suggestions.carry_over": _("…")}."""
    _LABELS.update(labels)


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""

    event: Event
    at: datetime
    label: str
    actor: str
    for_whom: str
    signed_by: str
    reason: str
    entered_on: date | None
    is_undone: bool

    @property
    def is_by_system(self) -> bool:
        """Whether it followed by itself."""
        return self.event.actor_id is None


def label_of(action: str) -> str:
    """What an action is called."""
    process, _dot, name = action.rpartition(".")
    life = next((life for life in LIVES.values() if life.name == process), None)
    if life and name in life.steps:
        return str(life.steps[name].label)
    if life and name == "begin":
        return str(life.begins)
    return str(_LABELS.get(action) or _LABELS.get(name, action))


def story(events: Iterable[Event], undone: Iterable[int] = ()) -> list[Moment]:
    """Events as lines, oldest first; `undone` are ids of events whose step was undone later."""
    rows = list(events)
    names = names_in(rows)
    gone = set(undone)
    return [_moment(event, names, event.pk in gone) for event in rows]


def _moment(event: Event, names: dict[tuple[str, int], str], is_undone: bool) -> Moment:
    words = getattr(event, "words", None)
    said = words.said if words else {}
    entered = localdate(event.recorded_at)
    actor = names.get(("user", event.actor_id), "") if event.actor_id else _("the system")
    for_whom = ""
    if event.behalf_kind and event.behalf_id:
        for_whom = names.get((event.behalf_kind, event.behalf_id), "")
    return Moment(
        event=event,
        at=event.at,
        label=label_of(event.action),
        actor=actor,
        for_whom=for_whom,
        signed_by=said.get("signed_by", ""),
        reason=said.get("reason", ""),
        entered_on=entered if entered != localdate(event.at) else None,
        is_undone=is_undone,
    )
