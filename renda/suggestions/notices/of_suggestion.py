"""What is told about a suggestion."""

from django.utils.translation import gettext_noop

from renda.kernel.notices.hearing import Hears
from renda.suggestions.notices.readers import (
    the_answering,
    the_judge,
    the_named_judge,
    the_office,
    the_organs,
    the_sponsor,
)

NAMED = gettext_noop("You are to judge the reply to %(item)s in place of its deputy.")


CARRIED = gettext_noop("%(item)s goes on under its old number after the change of term.")


HEARS: dict[str, Hears] = {
    "submit": {the_office: gettext_noop("%(item)s was submitted and waits for review.")},
    "take_back": {the_office: gettext_noop("The deputy took %(item)s back to revise it.")},
    "return_for_revision": {
        the_sponsor: gettext_noop("%(item)s was returned to you for revision.")
    },
    "accept": {the_sponsor: gettext_noop("%(item)s was accepted and has its number.")},
    "assign": {the_sponsor: gettext_noop("%(item)s was assigned to be handled.")},
    "conclude_replies": {
        the_judge: gettext_noop("%(item)s was answered. Please judge the reply."),
        the_sponsor: gettext_noop("%(item)s was answered by every organ."),
        the_office: gettext_noop("%(item)s was answered by every organ."),
    },
    "judge": {
        the_answering: gettext_noop("The deputy has judged the reply to %(item)s."),
        the_office: gettext_noop("The deputy has judged the reply to %(item)s."),
    },
    "name_judge": {
        the_named_judge: NAMED,
        the_sponsor: gettext_noop("Who judges the reply to %(item)s was named anew."),
    },
    "carry_over": {
        the_named_judge: NAMED,
        the_sponsor: CARRIED,
        the_organs: CARRIED,
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
        the_judge: gettext_noop("%(item)s was answered. Please judge the reply soon.")
    },
    "overdue judge": {
        the_office: gettext_noop("The deputy has not judged the reply to %(item)s in time.")
    },
}
