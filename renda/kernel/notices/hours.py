"""When a message may leave the house: in working hours, never on a day off."""

from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from renda.kernel.clock.calendars import calendar_of
from renda.kernel.moment import BEIJING
from renda.kernel.options.declaring import Option, options_of

FROM = Option(
    "notices.from_hour", 8, _("Text messages and mail leave from this hour on"), least=7, most=10
)
UNTIL = Option(
    "notices.until_hour", 18, _("Text messages and mail leave until this hour"), least=16, most=21
)


def next_moment(congress_id: int, moment: datetime, *, is_digest: bool = False) -> datetime:
    """The first moment from now on at which people may be written to.

    A digest waits for the opening of the next working day; everything else only for the hours.
    """
    options, calendar = options_of(congress_id), calendar_of(congress_id)
    opens, closes = time(FROM.of(options)), time(UNTIL.of(options))
    here = moment.astimezone(BEIJING)
    day = here.date()
    if calendar.is_working(day) and not is_digest and opens <= here.time() < closes:
        return moment
    if here.time() >= opens or not calendar.is_working(day):
        day = calendar.next_working(day + timedelta(days=1))
    return datetime.combine(day, opens, BEIJING)
