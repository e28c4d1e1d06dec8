"""The next meeting by law, and the alarm when it is late."""

from datetime import date

from django.utils.translation import gettext as _

from renda.congress import legal_numbers as law
from renda.congress.models import Congress, Sitting
from renda.congress.queries import last_sitting, term_on
from renda.congress.roles import BodyKind, Power
from renda.kernel.clock.counting import months_after
from renda.kernel.moment import today
from renda.kernel.pages.templatetags.renda import chinese_date


def meeting_alarm(congress: Congress) -> str:
    """Said when the standing committee has not met for two months (组织法51.1); else ""."""
    day = today()
    if not congress.may(Power.COMMITTEE) or term_on(congress.pk, day) is None:
        return ""
    last = last_sitting(congress.pk, BodyKind.STANDING_COMMITTEE)
    if last is None or months_after(_end(last), law.MONTHS_BETWEEN_MEETINGS) >= day:
        return ""
    return _(
        "The standing committee last met on %(day)s. By law it meets at least once every two"
        " months (组织法51.1)."
    ) % {"day": chinese_date(_end(last))}


def _end(sitting: Sitting) -> date:
    return sitting.closes_on or sitting.opens_on
