"""What the guided pages of a change of term ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.deputies.forms.same import SamePerson
from renda.deputies.models import ElectoralUnit, Mandate, TermChange
from renda.deputies.roles import Sex
from renda.deputies.turnover import roster

DAY = {"type": "date"}
SHORT = 4  # 单　禾 is one name of two characters


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class SessionDays(forms.Form):
    """When the first session of the new term opens and closes."""

    opens_on = _day(
        _("The first session opens on"),
        help_text=_("On this day the old term's mandates are over."),
    )
    closes_on = _day(_("It closes on"))

    def clean(self) -> dict[str, Any]:
        """It closes on the day it opens or later."""
        said: dict[str, Any] = super().clean() or {}
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _now("A session cannot close before it opens."))
        return said


class OpenForm(SessionDays):
    """The next term with its first session."""

    number = forms.IntegerField(label=_("Number of the new term"), min_value=1, max_value=99)
    with_units = forms.BooleanField(
        label=_("Take over the constituencies and electoral units of the old term"),
        required=False,
        initial=True,
    )

    field_order = ("number", "opens_on", "closes_on", "with_units")


class DaysForm(forms.Form):
    """When others are elected, and from when on the outgoing office changes nothing."""

    elected_on = _day(
        _("Day of the elections"),
        help_text=_("Whom the old congress elected acts until this day."),
    )
    freezes_at = forms.DateTimeField(
        label=_("Hour of freezing"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_(
            "From then on nothing of this can be taken back, and the registers of the old term are"
            " closed."
        ),
    )


class Mandates(forms.ModelMultipleChoiceField):
    """Deputies with the place that elected them, which tells namesakes apart."""

    def label_from_instance(self, obj: Any) -> str:
        """秦二柱, 五泉县."""
        words = [str(obj.person), obj.electoral_unit]
        return pgettext("between names in a list", ", ").join(filter(None, words))


class AgainForm(forms.Form):
    """Deputies of the old term who were elected again, where they were or in another place."""

    mandates = Mandates(
        label=_("Re-elected"),
        queryset=Mandate.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one deputy.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Elected in"),
        queryset=ElectoralUnit.objects.none(),
        required=False,
        empty_label=_("the same place as before"),
    )

    def __init__(self, *args: Any, change: TermChange, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = roster.entered(change).values("person_id")
        left = roster.before(change).exclude(person_id__in=there)
        self.fields["mandates"].queryset = left  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units_of(change)  # type: ignore[attr-defined]


class NewDeputyForm(SamePerson, forms.Form):
    """Somebody elected for the first time, entered by hand; asked about when known already."""

    name = forms.CharField(label=_("Name"), max_length=60)
    sex = forms.ChoiceField(
        label=_("Sex"), choices=[("", _("not said")), *Sex.choices], required=False
    )
    born = forms.RegexField(
        r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        label=_("Born"),
        required=False,
        help_text=_("As far as it is known: 1987, 1987-05 or 1987-05-21."),
    )
    nationality = forms.CharField(label=_("Ethnic group"), max_length=20, required=False)
    unit = forms.ModelChoiceField(
        label=_("Elected in"),
        queryset=ElectoralUnit.objects.none(),
        required=False,
        empty_label=_("not said yet"),
    )
    delegation = forms.ModelChoiceField(
        label=_("Delegation"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("not said yet"),
    )

    def __init__(self, *args: Any, change: TermChange, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_of(change)  # type: ignore[attr-defined]
        here = Body.objects.there_on(change.on).filter(congress_id=change.congress_id)
        self.fields["delegation"].queryset = here.filter(  # type: ignore[attr-defined]
            kind=BodyKind.DELEGATION
        )
        self.congress = change.congress
        self.ask_who()

    def clean(self) -> dict[str, Any]:
        """Who is known already is the same person or another one: as the office says."""
        said: dict[str, Any] = super().clean() or {}
        self.check_same(said)
        return said

    def clean_name(self) -> str:
        """Names are kept without the space that lists put into short ones; others keep theirs."""
        words = str(self.cleaned_data["name"]).split()
        return ("" if sum(map(len, words)) <= SHORT else " ").join(words)

    @property
    def of_the_person(self) -> dict[str, Any]:
        """What belongs to the person, not to the seat."""
        names = ("name", "sex", "born", "nationality")
        return {name: self.cleaned_data[name] for name in names}


def units_of(change: TermChange) -> Any:
    """The constituencies or electoral units of the new term."""
    return ElectoralUnit.objects.filter(term=change.new_id)
