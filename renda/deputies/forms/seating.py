"""Leaving a seat, changing an office, setting the order, correcting an entry."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.deputies.forms.slates import day_field
from renda.deputies.models import Membership
from renda.deputies.offices import office_choices
from renda.deputies.seats import Seat
from renda.kernel.moment import today
from renda.kernel.registers.forms import RowForm


class LeaveForm(forms.Form):
    """离任: the last day, and why."""

    until_on = day_field(_("Last day in office"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=120,
        help_text=_("Such as: resignation accepted; transferred; retired; died."),
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until_on"].initial = today
        self.fields["until_on"].widget.attrs["min"] = membership.from_on.isoformat()


class OfficeForm(forms.Form):
    """改任: what somebody is from a day on in the same body."""

    office = forms.ChoiceField(label=_("Becomes"))
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body = membership.body
        choices = office_choices(body.kind, membership.congress)
        self.fields["office"].choices = [c for c in choices if c[0] != membership.office]  # type: ignore[attr-defined]
        self.fields["from_on"].initial = today


class OrderForm(forms.Form):
    """A number beside each member: who has the smaller one stands first."""

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, seat in enumerate(seats, 1):
            self.fields[f"at-{seat.membership.pk}"] = forms.IntegerField(
                label=f"{seat.office} {seat.name}", min_value=0, max_value=9999, initial=place
            )

    @property
    def places(self) -> dict[int, int]:
        """The number by membership."""
        return {int(name[3:]): place for name, place in self.cleaned_data.items()}


class MembershipForm(RowForm):
    """An entry that was wrong. Who leaves or becomes something else has an act of its own."""

    class Meta:
        model = Membership
        fields = ("office", "order", "from_on", "until_on", "reason")

    def narrow(self) -> None:
        """Only the offices that there are in this body, by the names they have there."""
        body: Body = self.instance.body
        self.fields["office"].choices = office_choices(body.kind, self.congress)  # type: ignore[attr-defined]
        self.fields["office"].help_text = _(
            "Only to correct what was entered wrongly. Whoever leaves or becomes something else "
            "has an act of their own on the page before."
        )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("until_on") and said.get("from_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", gettext("A seat cannot end before it begins."))
        return said
