"""Which delegation a deputy belongs to."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.deputies.actions.locking import lock_bodies
from renda.deputies.models import Mandate, Membership
from renda.deputies.roles import Office
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change


@transaction.atomic
def place_deputies(
    *,
    places: Mapping[int, Body | None],
    reason: str = "",
    by: Actor | None = None,
) -> int:
    """Deputies, by the number of their mandate, belong to a delegation from now on, or to none
    (代表法14.1). Returns how many moved.

    Raises Refused for one who leads the delegation that they would leave.
    """
    lock_bodies(sorted({body.pk for body in places.values() if body is not None}))
    rows = Mandate.objects.select_for_update(of=("self",)).filter(pk__in=places).order_by("pk")
    moved = [m for m in rows if m.delegation_id != _pk(places[m.pk])]
    _refuse_leaders(moved)
    for mandate in moved:
        values = {"delegation": places[mandate.pk]}
        change(mandate, "deputies.move_deputy", by=by, values=values, reason=reason)
    return len(moved)


def _pk(body: Body | None) -> int | None:
    return body.pk if body is not None else None


def _refuse_leaders(mandates: Sequence[Mandate]) -> None:
    leading = Membership.objects.held_on(today()).exclude(office=Office.LIAISON)
    left = {(m.pk, m.delegation_id) for m in mandates}
    rows = leading.filter(mandate__in=[m.pk for m in mandates]).select_related("person", "body")
    for row in rows:
        if (row.mandate_id, row.body_id) in left:
            raise Refused(
                _("%(person)s is %(office)s of %(body)s. End that first.")
                % {"person": row.person.name, "office": row.office_name, "body": row.body.name}
            )
