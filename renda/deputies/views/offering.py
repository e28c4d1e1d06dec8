"""The steps of a qualification case as its page lays them out."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.deputies.forms.cases import ASKS
from renda.deputies.models import QualificationCase
from renda.kernel.lifecycle.offering import Offered, Offers
from renda.kernel.lifecycle.pressing import Pressable, pressables
from renda.kernel.pages.request import Request

ONWARD = ("examine", "announce")
FOR_COMMITTEE = gettext_lazy("Register for the committee (on paper): %(step)s")


def offers(
    request: Request, case: QualificationCase, kept: dict[str, Any], *, can_undo: bool
) -> Offers:
    """What this person may do with it now; the first that moves it on is the main one."""
    rows = pressables(request, case, ASKS, kept, request.actor)
    main = next((r for r in rows if r.offer.step.name in ONWARD and r.offer.is_open), None)
    rows.sort(key=lambda row: row is not main)
    laid_out = [_offered(row, case, is_main=row is main) for row in rows]
    return Offers(
        subject=case,
        own=[o for o in laid_out if not o.pressable.offer.for_another],
        on_paper=[o for o in laid_out if o.pressable.offer.for_another],
        undo=_url(case, "undo") if can_undo else "",
        for_whom=_("Register for the committee (on paper)"),
    )


def _offered(row: Pressable, case: QualificationCase, *, is_main: bool) -> Offered:
    step = row.offer.step
    row.form.auto_id = f"case-{case.pk}-{step.name}-%s"
    does = str(FOR_COMMITTEE) % {"step": step.label} if row.offer.for_another else str(step.label)
    return Offered(row, _url(case, step.name), does, is_main)


def _url(case: QualificationCase, step: str) -> str:
    return reverse("deputies:take_case", args=[case.congress.slug, case.pk, step])
