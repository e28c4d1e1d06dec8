"""A place is renamed."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.actions.regions.pasts import keep_past
from renda.congress.models import Region
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change, locked


@transaction.atomic
def rename_region(
    region: Region,
    *,
    name: str,
    on: date,
    congress_id: int,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """更名: it bears another name from a day. A name that was only misspelt is changed instead."""
    fresh = locked(region, seen)
    if name == fresh.name:
        raise Refused(_("It is called so already."))
    past = keep_past(fresh, on, reason, congress_id, by)
    return change(
        region,
        "congress.rename_region",
        by=by,
        values={"name": name},
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat(), "with": [past]},
    )
