"""Who hears of a step."""

from collections.abc import Iterable

from renda.congress import posts
from renda.congress.roles import Role
from renda.deputies import queries as deputies
from renda.kernel.notices.hearing import Reader
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.permits import JUDGING


def the_sponsor(suggestion: Suggestion) -> Iterable[Reader]:
    """The deputy who put it forward."""
    return deputies.readers([suggestion.sponsor_id])


def the_judge(suggestion: Suggestion) -> Iterable[Reader]:
    """Whoever judges it: the deputy who put it forward, or who was named instead."""
    if suggestion.judge_body_id is not None:
        here, body = suggestion.congress_id, suggestion.judge_body_id
        told = posts.readers(here, *JUDGING, bodies=[body])
        return told or [Reader("body", body, None, str(suggestion.judge_body))]
    return deputies.readers([suggestion.judge_deputy_id or suggestion.sponsor_id])


def the_named_judge(suggestion: Suggestion) -> Iterable[Reader]:
    """Whoever was named to judge in the deputy's place."""
    is_named = suggestion.judge_deputy_id or suggestion.judge_body_id
    return the_judge(suggestion) if is_named else []


def the_office(suggestion: Suggestion) -> Iterable[Reader]:
    """Everyone in the deputies' affairs office."""
    return posts.readers(suggestion.congress_id, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)


def the_organs(suggestion: Suggestion) -> Iterable[Reader]:
    """The handlers of every organ it was assigned to."""
    organs = {h.organ_id: h.organ.name for h in _standing(suggestion)}
    return posts.handlers_of(suggestion.congress_id, organs)


def the_answering(suggestion: Suggestion) -> Iterable[Reader]:
    """The handlers of the organs that answered."""
    organs = {h.organ_id: h.organ.name for h in _standing(suggestion) if h.must_answer}
    return posts.handlers_of(suggestion.congress_id, organs)


def the_organ(handling: Handling) -> Iterable[Reader]:
    """The handlers of this handling's organ."""
    return posts.handlers_of(handling.congress_id, {handling.organ_id: handling.organ.name})


def the_lead(handling: Handling) -> Iterable[Reader]:
    """The handlers of the lead organ."""
    leads = [h for h in _standing(handling.suggestion) if h.role == "lead"]
    return posts.handlers_of(handling.congress_id, {h.organ_id: h.organ.name for h in leads})


def sponsor_of(handling: Handling) -> Iterable[Reader]:
    """The deputy whose suggestion it is."""
    return the_sponsor(handling.suggestion)


def sponsor_until_the_last(handling: Handling) -> Iterable[Reader]:
    """The deputy, while another organ owes its reply: the last one is told with all of them."""
    owed = [
        h
        for h in _standing(handling.suggestion)
        if h.must_answer and h.pk != handling.pk and h.state != "answered"
    ]
    return sponsor_of(handling) if owed else []


def office_of(handling: Handling) -> Iterable[Reader]:
    """The office of the handling's congress."""
    return the_office(handling.suggestion)


def _standing(suggestion: Suggestion) -> list[Handling]:
    rows = suggestion.handlings.exclude(state__in=["void", "merged"])
    return list(rows.select_related("organ"))
