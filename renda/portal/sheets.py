"""A published suggestion as citizens read it: what was asked, answered and judged, and its way."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from renda.suggestions.entries import Evaluation, Reply, ResultClass
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.naming import full_number, short_number

_TONES = {ResultClass.A: "t-ok", ResultClass.B: "t-now"}


@dataclass(frozen=True)
class Answer:
    """One organ's reply of one round, its class in words, and how the deputy judged it."""

    organ: str
    reply: Reply
    judged: Evaluation | None
    is_again: bool

    @property
    def text(self) -> str:
        """The class, as the badge says it."""
        return self.reply.get_result_display()

    @property
    def tone(self) -> str:
        """The class, as the badge looks."""
        return _TONES.get(ResultClass(self.reply.result), "")

    @property
    def reason(self) -> str:
        """The deputy's reason, unless it is for the congress only."""
        return self.judged.reason if self.judged and not self.judged.is_private else ""


@dataclass(frozen=True)
class Part:
    """What one organ answered, round by round."""

    handling: Handling
    answers: list[Answer]

    @property
    def last(self) -> Answer | None:
        """The answer that stands."""
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True)
class Sheet:
    """A published suggestion; loaded with everything, it asks nothing more."""

    suggestion: Suggestion
    number: str
    full_number: str
    parts: list[Part]

    @property
    def assisting(self) -> list[str]:
        """The organs that helped the lead organ."""
        return [h.organ_name for h in self.suggestion.standing if not h.must_answer]


def sheet(suggestion: Suggestion) -> Sheet:
    """Of one suggestion."""
    parts = [Part(h, _answers(h)) for h in suggestion.answering]
    return Sheet(suggestion, short_number(suggestion), full_number(suggestion), parts)


def _answers(handling: Handling) -> list[Answer]:
    answers: list[Answer] = []
    for reply in handling.replies.all():  # in the order of rounds
        judged = next(iter(reply.evaluations.all()), None)
        answers.append(Answer(handling.organ_name, reply, judged, bool(answers)))
    return answers


@dataclass(frozen=True)
class Stop:
    """One stop on the way: a day, what happened, who did it, and how it is drawn."""

    on: date
    label: Any
    who: list[str]
    said: Any = ""
    cites: str = ""
    mark: str = "done"


def way(shown: Sheet) -> list[Stop]:
    """The way a citizen sees: put forward, assigned, answered, judged, published."""
    suggestion = shown.suggestion
    sponsor = [str(suggestion.sponsor)]
    assert suggestion.submitted_on is not None and suggestion.published_on is not None
    stops = [Stop(suggestion.submitted_on, _("Put forward by the deputy"), sponsor)]
    given = sorted(suggestion.standing, key=lambda h: h.assigned_on)
    for day, parts in groupby(given, key=lambda h: h.assigned_on):
        organs = [h.organ_name for h in parts]
        stops.append(Stop(day, _("Assigned to be handled"), organs, cites="代表法51.1"))
    for part in shown.parts:
        stops += _answered(part, sponsor)
    stops.append(Stop(suggestion.published_on, _("Published"), []))
    return sorted(stops, key=lambda stop: stop.on)


def _answered(part: Part, sponsor: list[str]) -> list[Stop]:
    stops = []
    for answer in part.answers:
        label = _("Replied again") if answer.is_again else _("Replied")
        stops.append(Stop(answer.reply.replied_on, label, [answer.organ], answer.text))
        if answer.judged:
            stops.append(_judgement(answer.judged, sponsor, is_last=answer is part.last))
    return stops


def _judgement(judged: Evaluation, sponsor: list[str], *, is_last: bool) -> Stop:
    said = _("Attitude: %(attitude)s. Result: %(result)s.") % {
        "attitude": judged.get_attitude_display(),
        "result": judged.get_result_display(),
    }
    if is_last:
        return Stop(judged.judged_on, _("The deputy judged the reply"), sponsor, said)
    back = _("The deputy judged the reply, and it was handled again")
    return Stop(judged.judged_on, back, sponsor, said, mark="sent-back")
