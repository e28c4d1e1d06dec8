"""The steps of one item as its page lays them out: one's own, and those registered for another."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.lifecycle.offering import Offered, Offers
from renda.kernel.lifecycle.pressing import Pressable, pressables
from renda.kernel.pages.request import Request
from renda.suggestions.forms import ASKS, HANDLING_ASKS
from renda.suggestions.models import Handling, Suggestion
from renda.suggestions.states import SuggestionState

# The steps that move it on: the first open one is the primary button. While they all wait for the
# contact with the deputy, logging it is.
ONWARD = ("submit", "accept", "assign", "judge", "publish", "receive", "give_opinion", "reply")
FOR_DEPUTY = gettext_lazy("Register for the deputy (on paper): %(step)s")
FOR_ORGAN = gettext_lazy("Register for the organ (on paper): %(step)s")


def offers(
    request: Request, subject: Any, whole: Suggestion, kept: dict[str, Any], *, can_undo: bool
) -> Offers:
    """The steps offered to this person on a suggestion, or on one organ's handling of it."""
    is_part = isinstance(subject, Handling)
    asks, said = (HANDLING_ASKS, FOR_ORGAN) if is_part else (ASKS, FOR_DEPUTY)
    rows = pressables(request, subject, asks, kept, request.actor)
    for row in rows:  # several forms on one page need ids of their own
        row.form.auto_id = f"{subject._meta.model_name}-{subject.pk}-{row.offer.step.name}-%s"
    main = _main(rows)
    rows.sort(key=lambda row: row is not main)
    laid_out = [_offered(row, whole, said, is_main=row is main) for row in rows]
    return Offers(
        subject=subject,
        own=[o for o in laid_out if not o.pressable.offer.for_another],
        on_paper=[o for o in laid_out if o.pressable.offer.for_another],
        undo=_url(whole, subject, "undo") if can_undo else "",
        for_whom=_("Register for the organ (on paper)")
        if is_part
        else _("Register for the deputy (on paper)"),
    )


def _main(rows: list[Pressable]) -> Pressable | None:
    if rows and rows[0].subject.state == SuggestionState.RETURNED:
        return None  # what was returned is revised first; the page leads there
    mine = [row for row in rows if not row.offer.for_another]
    onward = [row for row in mine if row.offer.step.name in ONWARD]
    logging = [row for row in mine if onward and row.offer.step.name == "log_contact"]
    return next((row for row in (*onward, *logging) if row.offer.is_open), None)


def _offered(row: Pressable, whole: Suggestion, said: Promise, *, is_main: bool) -> Offered:
    step = row.offer.step
    does = str(said) % {"step": step.label} if row.offer.for_another else str(step.label)
    return Offered(row, _url(whole, row.subject, step.name), does, is_main)


def _url(whole: Suggestion, subject: Any, step: str) -> str:
    if subject is whole:
        return reverse("suggestions:take", args=[whole.congress.slug, whole.pk, step])
    place = [whole.congress.slug, whole.pk, subject.pk, step]
    return reverse("suggestions:take_handling", args=place)
