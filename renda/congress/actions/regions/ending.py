"""A place ends."""

from datetime import date

from django.db import transaction
from django.utils.translation import ngettext

from renda.congress.actions.regions.pasts import places_below, refuse_day
from renda.congress.models import Region
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, locked


@transaction.atomic
def end_region(
    region: Region,
    *,
    on: date,
    congress_id: int,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """撤销: this was its last day. Raises Refused while places below it still stand."""
    fresh = locked(region, seen)
    refuse_day(fresh, on)
    if many := places_below(fresh).count():
        still = ngettext(
            "%(many)d place below it still stands. Move or end it first.",
            "%(many)d places below it still stand. Move or end them first.",
            many,
        )
        raise Refused(still % {"many": many})
    return change(
        region,
        "congress.end_region",
        by=by,
        values={"until_on": on},
        reason=reason,
        congress_id=congress_id,
    )
