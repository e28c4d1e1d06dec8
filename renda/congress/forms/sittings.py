"""A meeting of a body."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Sitting
from renda.congress.numbering import NUMBERING
from renda.kernel.registers.forms import RowForm


class SittingForm(RowForm):
    """Whose meeting, on which days; the number comes by itself."""

    class Meta:
        model = Sitting
        fields = ("body", "opens_on", "closes_on", "number")

    def narrow(self) -> None:
        """Bodies that hold numbered meetings; a meeting stays with its body."""
        number = self.fields["number"]
        number.required = False
        if self.instance.pk is not None:
            del self.fields["body"]
            return
        number.help_text = _("Left empty, it is the next number. A number is never given twice.")
        body: Any = self.fields["body"]
        body.queryset = body.queryset.filter(kind__in=NUMBERING, until_on=None)

    def clean_number(self) -> int | None:
        """From 1 on."""
        number: int | None = self.cleaned_data.get("number")
        if number == 0:
            self.add_error("number", gettext("Give a number from 1 on."))
        return number

    def clean(self) -> dict[str, Any]:
        """It closes on the day it opens or later."""
        said: dict[str, Any] = super().clean() or {}
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", gettext("A meeting cannot close before it opens."))
        return said
