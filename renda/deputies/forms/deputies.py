"""A deputy in the register: the person, and the mandate in this congress."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from renda.congress.roles import BodyKind
from renda.deputies.forms.fields import BornField, MobileField
from renda.deputies.forms.same import SamePerson
from renda.deputies.models import Mandate, Person
from renda.deputies.naming import kept_name, term_name
from renda.deputies.queries import present_term
from renda.kernel.registers.forms import RowForm

SINCE_ELECTION = timedelta(days=120)  # as long as a term may begin after its elections
PERSON = (
    "name",
    "sex",
    "born",
    "nationality",
    "native_place",
    "party",
    "education",
    "work",
    "job",
    "expertise",
    "residence",
)
MANDATE = (
    "term",
    "code",
    "unit",
    "electoral_unit",
    "delegation",
    "category",
    "beginning",
    "order",
    "from_on",
    "trained_on",
    "note",
)


class DeputyForm(RowForm, SamePerson):
    """One form for both; `values` keeps them apart."""

    class Meta:
        model = Mandate
        fields = MANDATE

    def narrow(self) -> None:
        """The person's fields come first; units and delegations are this congress's."""
        person = self.instance.person if self.instance.pk else None
        for name, field in _person_fields(person).items():
            self._dress(name, field)
            self.fields[name] = field
        if person is not None:
            self.fields["term"].disabled = True
            self.fields["person_seen"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=person.version, required=False
            )
        self._narrow_choices()
        if person is None:
            self.ask_who()
        self.order_fields([*PERSON, "mobile", *MANDATE])

    def _narrow_choices(self) -> None:
        term = present_term(self.congress.pk)
        self.fields["term"].initial = term.pk if term else None
        self.fields["term"].label_from_instance = term_name  # type: ignore[attr-defined]
        self.fields["electoral_unit"].label = _("Unit as the roster has it")
        self.fields["delegation"].queryset = self.fields["delegation"].queryset.filter(  # type: ignore[attr-defined]
            kind=BodyKind.DELEGATION
        )
        self.fields["electoral_unit"].help_text = _("Only where the register of units has none.")
        self.fields["order"].help_text = _("The place in lists by the strokes of the surname.")
        self.fields["from_on"].help_text = _(
            "The first day of the term if left empty; after a by-election it waits for the "
            "announcement."
        )

    @property
    def grouped(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The person, the mandate, and why it is changed."""
        own = [f for f in self if f.name in (*PERSON, "mobile")]
        seat = [f for f in self if f.name in MANDATE]
        rest = [f for f in self if f.name not in (*PERSON, "mobile", *MANDATE)]
        asked = [f for f in rest if f.name in ("same", "is_aware")]
        rest = [f for f in rest if f not in asked]
        groups = [(_("The same person?"), asked)] if asked else []
        return [*groups, (_("The person"), own), (_("The mandate"), seat), ("", rest)]

    @property
    def values(self) -> dict[str, Any]:
        """What was typed of the person and of the mandate, and who it is."""
        said = self.cleaned_data
        return {
            "person": {n: said[n] for n in PERSON},
            "mandate": {n: said[n] for n in MANDATE},
            "mobile": said["mobile"],
            "same": said.get("same"),
            "person_seen": said.get("person_seen"),
        }

    def clean_name(self) -> str:
        """As it is kept: without the space that lists put into it."""
        return kept_name(self.cleaned_data["name"])

    def clean_code(self) -> str:
        """No other deputy of the term has this number."""
        code, term = self.cleaned_data["code"].strip(), self.cleaned_data.get("term")
        others = Mandate.objects.filter(term=term, code=code).exclude(pk=self.instance.pk)
        if code and term and others.exists():
            raise forms.ValidationError(_("Another deputy of this term has this number."))
        return str(code)

    def clean_trained_on(self) -> Any:
        """Training comes after the election, which may be some months before the term begins."""
        trained, term = self.cleaned_data["trained_on"], self.cleaned_data.get("term")
        if trained and term and trained < term.from_on - SINCE_ELECTION:
            raise forms.ValidationError(_("This day is before the deputy was elected."))
        return trained

    def clean(self) -> dict[str, Any]:
        """The days lie in the term, the unit belongs to it."""
        said: dict[str, Any] = super().clean() or {}
        term, unit, on = said.get("term"), said.get("unit"), said.get("from_on")
        if term and unit and unit.term_id != term.pk:
            self.add_error("unit", _("This unit belongs to another term."))
        if term and on and (on < term.from_on or (term.until_on and on > term.until_on)):
            self.add_error("from_on", _("This day is not in the term."))
        if self.instance.pk and not on and self.instance.from_on:
            self.add_error("from_on", _("Enter the day from which the mandate is held."))
        if self.instance.pk and on and not self.instance.from_on:
            self.add_error("from_on", _("The announcement sets this day."))
        self.check_same(said)
        return said

    def validate_constraints(self) -> None:
        """The register itself keeps them, in words (`keeping.enter`)."""


def _person_fields(person: Person | None) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = forms.fields_for_model(Person, fields=PERSON)
    fields["born"] = BornField(label=fields["born"].label, required=False, max_length=20)
    fields["mobile"] = MobileField()
    for name in PERSON:
        fields[name].initial = getattr(person, name) if person is not None else None
    if person is not None and person.mobile_tail:
        fields["mobile"].help_text = _("One that ends in %(tail)s is kept. Empty: it stays.") % {
            "tail": person.mobile_tail
        }
    return fields
