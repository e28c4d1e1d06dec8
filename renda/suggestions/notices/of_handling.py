"""What is told about the part of one organ."""

from django.utils.translation import gettext_noop

from renda.kernel.notices.hearing import Hears
from renda.suggestions.notices.readers import (
    office_of,
    sponsor_of,
    sponsor_until_the_last,
    the_lead,
    the_organ,
)

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
