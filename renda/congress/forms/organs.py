"""Who stands beside an organ: contacts, the committee that looks after it, the address book."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.forms.bodies import or_this
from renda.congress.forms.mobile import MobileForm
from renda.congress.listing import in_groups, organ_groups
from renda.congress.models import AddressEntry, Body, Contact, Counterpart
from renda.congress.queries import organs
from renda.congress.roles import BodyKind
from renda.kernel.moment import today
from renda.kernel.pages.picking import PickField, grouped
from renda.kernel.registers.forms import RowForm

COMMITTEES = (BodyKind.COMMITTEE, BodyKind.WORKING_COMMITTEE)


class ContactForm(MobileForm):
    """Head, leader in charge, contact person, secrecy officer."""

    is_replacing = forms.BooleanField(
        label=_("Whoever had this until now ends the day before"), required=False, initial=True
    )

    class Meta:
        model = Contact
        fields = ("body", "duty", "name", "office", "phone", "from_on", "until_on")

    field_order = ("body", "duty", "name", "office", "phone", "mobile", "is_forgotten", "from_on")

    def narrow(self) -> None:
        """A body that is there; a new one begins today."""
        rows = Body.objects.filter(congress=self.congress).exclude(kind=BodyKind.GROUP)
        rows = or_this(rows.there_on(today()), self.instance.body_id)
        self.fields["body"].queryset = rows  # type: ignore[attr-defined]
        if self.instance.pk is None:
            self.initial.setdefault("from_on", today())
        else:
            del self.fields["is_replacing"]

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        ends_before(self, said)
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With the wish to end the one before."""
        said = super().values
        if "is_replacing" in self.fields:
            said["is_replacing"] = self.cleaned_data.get("is_replacing", False)
        return said


class CounterpartForm(RowForm):
    """对口: one committee and one organ."""

    class Meta:
        model = Counterpart
        fields = ("committee", "organ", "from_on", "until_on")

    def narrow(self) -> None:
        """Committees on one side, organs on the other."""
        day, now = today(), self.instance
        rows = Body.objects.filter(congress=self.congress, kind__in=COMMITTEES).there_on(day)
        committees = or_this(rows, now.committee_id)
        offered = or_this(organs(self.congress.pk, day), now.organ_id).select_related("parent")
        self.fields["committee"].queryset = committees  # type: ignore[attr-defined]
        self.fields["organ"].queryset = offered  # type: ignore[attr-defined]
        grouped(self.fields["organ"], in_groups(offered), empty_label=_("Please choose"))

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        ends_before(self, said)
        return said


class FieldForm(forms.Form):
    """All organs that one committee looks after, at once."""

    organs = PickField(
        label=_("Organs"),
        queryset=Body.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, congress: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = today()
        self.fields["organs"].queryset = organs(congress.pk, day)  # type: ignore[attr-defined]
        grouped(self.fields["organs"], organ_groups(congress.pk, day))


class AddressForm(MobileForm):
    """通讯录: a person and their unit, which may be one of the bodies or any other."""

    class Meta:
        model = AddressEntry
        fields = ("body", "unit", "name", "phone", "wechat", "used_for")

    field_order = ("body", "unit", "name", "phone", "mobile", "is_forgotten", "wechat", "used_for")

    def narrow(self) -> None:
        """Any body that is there."""
        rows = Body.objects.filter(congress=self.congress).exclude(kind=BodyKind.GROUP)
        rows = or_this(rows.there_on(today()), self.instance.body_id)
        self.fields["body"].queryset = rows  # type: ignore[attr-defined]
        self.fields["unit"].help_text = _("If it is none of these")

    def clean(self) -> dict[str, Any]:
        """A unit in words, if it is none of the bodies."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("unit") and said.get("body"):
            said["unit"] = said["body"].name
        if not said.get("unit") and not self.errors:
            self.add_error("unit", _now("Say which unit this person is at."))
        return said


def ends_before(form: forms.BaseForm, said: dict[str, Any]) -> None:
    """Say it at the field when something ends before it begins."""
    begins, ends = said.get("from_on"), said.get("until_on")
    if begins and ends and ends < begins:
        form.add_error("until_on", _now("It cannot end before it begins."))
