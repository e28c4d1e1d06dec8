"""The deputy's judgement of each reply."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.refusal import Refused
from renda.suggestions.entries import Evaluation, Satisfaction
from renda.suggestions.models import Handling, Suggestion


@dataclass(frozen=True)
class Judgement:
    """What the deputy says of one organ: attitude and result apart, and why."""

    handling_id: int
    attitude: str
    result: str
    reason: str = ""
    is_private: bool = False


def evaluate(
    suggestion: Suggestion, judgements: list[Judgement], occasion: Occasion
) -> list[Handling]:
    """Write down what was judged; returns the handlings whose result did not satisfy.

    Every reply of the current round that was not judged before needs its judgement; a
    dissatisfied one needs a reason, for the organ must know what to mend. Raises Refused.
    """
    waiting = {h.pk: h for h in suggestion.answering if needs_judgement(h)}
    if {j.handling_id for j in judgements} != set(waiting) or len(judgements) != len(waiting):
        raise Refused(_("Judge each organ's reply, each once."))
    again = []
    for judgement in judgements:
        handling = waiting[judgement.handling_id]
        is_unhappy = judgement.result == Satisfaction.DISSATISFIED
        if is_unhappy and not judgement.reason.strip():
            raise Refused(_("Say why you are not satisfied, so that the organ knows what to mend."))
        Evaluation.objects.create(
            taken=occasion.row,
            reply=handling.last_reply,
            attitude=judgement.attitude,
            result=judgement.result,
            reason=judgement.reason,
            is_private=judgement.is_private,
            judged_on=occasion.on,
        )
        if is_unhappy:
            again.append(handling)
    return again


def needs_judgement(handling: Handling) -> bool:
    """Whether its last reply has not been judged yet."""
    reply = handling.last_reply
    return reply is not None and not reply.evaluations.all()
