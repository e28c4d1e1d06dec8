"""Who hears of each step, and in which words."""

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from renda.congress import posts
from renda.congress.roles import Role
from renda.deputies import queries as deputies
from renda.kernel.notices.hearing import Hears, Reader
from renda.suggestions.models import Handling, Suggestion


def the_sponsor(suggestion: Suggestion) -> Iterable[Reader]:
    """The deputy who put it forward."""
    return deputies.readers([suggestion.sponsor_id])


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


HEARS: dict[str, Hears] = {
    "submit": {the_office: gettext_noop("%(item)s was submitted and waits for review.")},
    "take_back": {the_office: gettext_noop("The deputy took %(item)s back to revise it.")},
    "return_for_revision": {
        the_sponsor: gettext_noop("%(item)s was returned to you for revision.")
    },
    "accept": {the_sponsor: gettext_noop("%(item)s was accepted and has its number.")},
    "assign": {the_sponsor: gettext_noop("%(item)s was assigned to be handled.")},
    "conclude_replies": {
        the_sponsor: gettext_noop("%(item)s was answered. Please judge the reply."),
        the_office: gettext_noop("%(item)s was answered by every organ."),
    },
    "judge": {
        the_answering: gettext_noop("The deputy has judged the reply to %(item)s."),
        the_office: gettext_noop("The deputy has judged the reply to %(item)s."),
    },
    "publish": {
        the_sponsor: gettext_noop("%(item)s was published."),
        the_organs: gettext_noop("%(item)s was published."),
    },
    "correct": {
        the_sponsor: gettext_noop("The text of %(item)s was corrected."),
        the_organs: gettext_noop("The text of %(item)s was corrected."),
    },
    "remind assign": {
        the_office: gettext_noop("%(item)s is to be assigned; the time is nearly up.")
    },
    "overdue assign": {the_office: gettext_noop("%(item)s is overdue: it has not been assigned.")},
    "remind judge": {
        the_sponsor: gettext_noop("%(item)s was answered. Please judge the reply soon.")
    },
    "overdue judge": {
        the_office: gettext_noop("The deputy has not judged the reply to %(item)s in time.")
    },
}

HANDLING_HEARS: dict[str, Hears] = {
    "begin": {the_organ: gettext_noop("%(item)s was assigned to you. Please sign for it.")},
    "receive": {office_of: gettext_noop("An organ has signed for %(item)s.")},
    "log_contact": {sponsor_of: gettext_noop("An organ logged a contact with you on %(item)s.")},
    "give_opinion": {the_lead: gettext_noop("An assisting organ gave its opinion on %(item)s.")},
    "reply": {sponsor_until_the_last: gettext_noop("An organ has replied to %(item)s.")},
    "inherit": {
        the_organ: gettext_noop("%(item)s has passed to you in the reform of organs."),
        sponsor_of: gettext_noop("%(item)s has passed to the successor of its organ."),
    },
    "reopen": {the_organ: gettext_noop("%(item)s is to be handled again.")},
    "correct": {sponsor_of: gettext_noop("The reply to %(item)s was corrected.")},
    "remind receive": {
        the_organ: gettext_noop("%(item)s waits for your receipt; its time is nearly up.")
    },
    "remind reply": {
        the_organ: gettext_noop("%(item)s waits for your reply; its time is nearly up.")
    },
    "remind reply again": {
        the_organ: gettext_noop("%(item)s waits for your reply; its time is nearly up.")
    },
    "remind opinion": {
        the_organ: gettext_noop("%(item)s waits for your opinion; its time is nearly up.")
    },
    "overdue receive": {
        the_organ: gettext_noop("%(item)s is overdue: please sign for it."),
        office_of: gettext_noop("An organ has not signed for %(item)s in time."),
    },
    "overdue reply": {
        the_organ: gettext_noop("%(item)s is overdue: please reply."),
        office_of: gettext_noop("An organ has not replied to %(item)s in time."),
    },
    "overdue reply again": {
        the_organ: gettext_noop("%(item)s is overdue: please reply."),
        office_of: gettext_noop("An organ has not replied to %(item)s in time."),
    },
    "overdue opinion": {the_organ: gettext_noop("%(item)s is overdue: please give your opinion.")},
}
