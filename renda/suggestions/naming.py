"""How a suggestion is called: 会023, and in full 市五届人大五次会议第023号."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.congress.naming import session_name, term_name
from renda.kernel.moment import today
from renda.suggestions.models import Suggestion


def short_number(suggestion: Suggestion) -> str:
    """会023 from the session, 闭010 from the time after it; empty before acceptance."""
    if suggestion.number is None:
        return ""
    if suggestion.is_recess:
        return pgettext("number between sessions", "R%(number)03d") % {"number": suggestion.number}
    return pgettext("number of the session", "S%(number)03d") % {"number": suggestion.number}


def full_number(suggestion: Suggestion) -> str:
    """The number as letters quote it; empty before acceptance."""
    if suggestion.number is None or suggestion.session is None:
        return ""
    named = {"session": session_name(suggestion.session), "number": suggestion.number}
    if suggestion.is_recess:
        return _("%(session)s, after the session, no. %(number)03d") % named
    return _("%(session)s, no. %(number)03d") % named


def earlier_term(suggestion: Suggestion) -> str:
    """The term in which it was put forward, once that is over; empty until then."""
    mandate = suggestion.sponsor
    if mandate.until_on is None or mandate.until_on >= today():
        return ""
    mandate.term.congress = suggestion.congress
    return term_name(mandate.term)
