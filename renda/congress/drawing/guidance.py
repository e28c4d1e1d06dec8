"""Guidance records and what is due."""

from django.utils.translation import gettext as _

from renda.congress.drawing.shapes import SHOWN, Badge
from renda.congress.models import Congress, Guidance
from renda.congress.permits import guides
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor


def guidance_badge(row: Guidance) -> Badge:
    """Whether what was to follow is done, open or overdue."""
    if not row.follow_up:
        return Badge(_("nothing to follow"))
    if row.done_on:
        return Badge(_("done"), "t-ok", "done")
    if row.due_on and row.due_on < today():
        return Badge(_("overdue"), "t-late", "late")
    return Badge(_("not done yet"), "t-now", "clock")


def guidance(congress: Congress, actor: Actor) -> list[tuple[Badge, Guidance]]:
    """What this congress's office found there; nothing for whoever may not read it."""
    if congress.pk == actor.congress_id or not guides(actor):
        return []
    rows = Guidance.objects.filter(congress_id=actor.congress_id, lower=congress)
    return [(guidance_badge(row), row) for row in rows[:SHOWN]]
