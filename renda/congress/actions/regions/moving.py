"""A place goes to another, with all below it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.actions.regions.pasts import keep_past, places_below
from renda.congress.models import Region
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import place_of
from renda.kernel.registers.keeping import change, locked


@transaction.atomic
def move_region(
    region: Region,
    *,
    parent: Region | None,
    on: date,
    congress_id: int,
    code: str = "",
    is_followed: bool = True,
    reason: str = "",
    seen: int | None = None,
    by: Actor | None = None,
) -> Region:
    """划转: it belongs to another superior, or bears another code, from a day. What lies below it
    goes along; with `is_followed` the codes that begin with the old one change with it."""
    fresh = locked(region, seen)
    values = {"parent": parent, "code": code or fresh.code}
    if values == {"parent": fresh.parent, "code": fresh.code}:
        raise Refused(_("It lies there already, under this code."))
    if parent is not None and parent.path.startswith(fresh.path):
        raise Refused(_("A place cannot belong to itself or to a place below it."))
    is_followed = is_followed and values["code"] != fresh.code
    rows = places_below(fresh).filter(code__startswith=fresh.code).select_for_update(of=("self",))
    followers = list(rows) if is_followed else []  # before the first event locks the chain's head
    along = [keep_past(fresh, on, reason, congress_id, by)]
    for below in followers:
        new = f"{values['code']}{below.code[len(fresh.code) :]}"
        along += _recode(below, new, on, reason, congress_id, by)
    return change(
        region,
        "congress.move_region",
        by=by,
        values=values,
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat(), "with": along},
    )


def _recode(
    region: Region, code: str, on: date, reason: str, congress_id: int, by: Actor | None
) -> list[int]:
    """Give a place below its new code; returns the two events."""
    past = keep_past(region, on, reason, congress_id, by)
    change(
        region,
        "congress.move_region",
        by=by,
        values={"code": code},
        reason=reason,
        congress_id=congress_id,
        said={"from": on.isoformat()},
    )
    return [past, place_of(region, congress_id)]
