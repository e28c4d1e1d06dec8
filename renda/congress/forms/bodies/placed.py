"""What stands below another body, never below itself."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.kernel.moment import today
from renda.kernel.registers.forms import RowForm


class PlacedForm(RowForm):
    """A body with a place in the tree: never below itself, with an order of its own."""

    def narrow(self) -> None:
        """Above it can stand what is there, and nothing that stands below it."""
        rows = Body.objects.filter(congress=self.congress).there_on(today())
        above = self.above(rows).exclude(pk__in=_at_and_below(self.instance, self.congress))
        now = self.instance.parent_id
        self.fields["parent"].queryset = or_this(above, now)  # type: ignore[attr-defined]
        self.fields["order"].required = False
        self.fields["order"].help_text = _("Left empty, it comes last.")
        if self.instance.pk is None:
            self.initial.setdefault("order", None)

    def above(self, rows: Any) -> Any:
        """What it can belong to."""
        return rows

    def clean_order(self) -> int:
        """The number typed, or one behind the last."""
        typed: int | None = self.cleaned_data["order"]
        if typed is not None:
            return typed
        rows = Body.objects.filter(congress=self.congress).order_by("-order")
        last = rows.values_list("order", flat=True).first()
        return (last or 0) + 10


def or_this(rows: Any, pk: int | None) -> Any:
    """These bodies, and the one chosen before, though it has ended: an old entry can be mended."""
    return Body.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk=pk or 0))


def _at_and_below(body: Body, congress: Any) -> set[int]:
    """The body and everything below it: two queries at most."""
    if body.pk is None:
        return set()
    above = dict(Body.objects.filter(congress=congress).values_list("pk", "parent_id"))
    found = {body.pk}
    while more := {pk for pk, parent in above.items() if parent in found} - found:
        found |= more
    return found
