"""Taking in a year's days off, and counting again what they move."""

from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.clock.models import CalendarDay, PublishedYear
from renda.kernel.clock.notice import BadNotice, YearFile
from renda.kernel.clock.recounting import Recounted, congresses_with_clocks, recompute
from renda.kernel.moment import now


@transaction.atomic
def take_in(file: YearFile, *, congress_id: int | None) -> dict[int, Recounted]:
    """Put a year's days in place of those imported before, and recount by congress.

    Raises BadNotice when another year's file has named a day already; then nothing has changed.
    """
    mine = CalendarDay.objects.filter(congress_id=congress_id)
    mine.filter(notice_year=file.year).delete()
    taken = mine.filter(day__in=[row.day for row in file.rows]).order_by("day")
    if faults := [
        _("%(day)s is already named by the file of %(year)s.")
        % {"day": day.day, "year": day.notice_year}
        for day in taken
    ]:
        raise BadNotice(*faults)
    CalendarDay.objects.bulk_create(
        CalendarDay(
            congress_id=congress_id,
            notice_year=file.year,
            day=row.day,
            name=row.name,
            is_working=row.is_working,
            source=file.source,
        )
        for row in file.rows
    )
    if congress_id is not None:
        return {congress_id: recompute(congress_id)}
    PublishedYear.objects.update_or_create(
        year=file.year, defaults={"source": file.source, "imported_at": now()}
    )
    return {found: recompute(found) for found in congresses_with_clocks()}
