"""The shape of a story: a suggestion and the beats of its life, each on a day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Day = date | int  # a date, or so many days before the demo is built


def on(text: str) -> date:
    """2026-01-20 as a day."""
    return date.fromisoformat(text)


@dataclass(frozen=True)
class Beat:
    """A step on a day: who takes it follows from the step; `organ` for an organ's own."""

    day: Day
    step: str
    organ: str = ""
    asked: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """One suggestion and what becomes of it. `place` orders the numbers of the session."""

    sponsor: str
    title: str
    problem: str
    requests: tuple[str, ...]
    category: str
    beats: tuple[Beat, ...]
    is_on_paper: bool = False
    is_open: bool = True
    place: int = 0
    congress: str = "hewan"


def lead(organ: str, *assisting: str) -> dict[str, str]:
    """主办 with 协办."""
    return {organ: "lead", **dict.fromkeys(assisting, "assisting")}


def separate(*organs: str) -> dict[str, str]:
    """分办."""
    return dict.fromkeys(organs, "separate")


def assign(day: Day, parts: dict[str, str]) -> Beat:
    """交办."""
    return Beat(day, "assign", asked={"organs": parts})


def contact(day: Day, organ: str, way: str, summary: str) -> Beat:
    """沟通."""
    return Beat(day, "log_contact", organ, {"way": way, "summary": summary})


def reply(day: Day, organ: str, result: str, number: str, text: str) -> Beat:
    """答复."""
    asked = {"result": result, "document_number": number, "text": text}
    return Beat(day, "reply", organ, asked)


def judge(day: Day, **said: Any) -> Beat:
    """评价: the same of every organ, unless `by_organ` says otherwise."""
    return Beat(day, "judge", asked=said)
