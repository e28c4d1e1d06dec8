"""Naming people: pasted as a list, ticked in one, or both."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.deputies import offices
from renda.deputies.roles import ONE_OF, Office
from renda.deputies.slates import Candidate, candidates, meant, names_in
from renda.kernel.moment import today


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day as every form here asks for it."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class NamesForm(forms.Form):
    """Whom is meant: `slate` are the candidates named or ticked, in the order in which they were
    named; `new_names` those whom nobody here knows and who may be entered as new people."""

    names = forms.CharField(
        label=gettext_lazy("Names"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "One or many, as the list has them: one a line, or with commas between. Two of one "
            "name are told apart by what you write in brackets behind, such as the electoral unit."
        ),
    )
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Or choose from the list"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Somebody who was ticked cannot be chosen on that day.")
        },
    )

    def __init__(self, *args: Any, known: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.slate: list[Candidate] = []
        self.new_names: list[str] = []
        pairs = [(candidate.key, candidate.label) for candidate in known]
        self.fields["chosen"].choices = pairs  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Find whom the names mean; say of each that is not found, or means two."""
        said: dict[str, Any] = super().clean() or {}
        by_key = {candidate.key: candidate for candidate in self.known}
        found: dict[str, Candidate] = {}
        for name, hints in names_in(said.get("names", "")):
            few = meant(name, hints, self.known)
            if len(few) == 1:
                found.setdefault(few[0].key, few[0])
            elif few:
                self.add_error("names", _which(name, few))
            elif not said.get("is_new"):
                self.add_error("names", self._unknown(name))
            elif name not in self.new_names:
                self.new_names.append(name[:60])
        for key in said.get("chosen", []):
            found.setdefault(key, by_key[key])
        self.slate = list(found.values())
        if not self.slate and not self.new_names and not self.errors:
            self.add_error("names", _("Name at least one person."))
        return said

    def _unknown(self, name: str) -> str:
        if "is_new" in self.fields:
            said = _("Nobody here is called %(name)s. Tick below to enter a new person.")
        else:
            said = _("Nobody who can be chosen on that day is called %(name)s.")
        return said % {"name": name}


class SlateForm(NamesForm):
    """Whom to seat in a body, as what, from which day."""

    office = forms.ChoiceField(label=gettext_lazy("As"))
    from_on = day_field(gettext_lazy("From"))
    is_new = forms.BooleanField(
        label=gettext_lazy("Enter names that nobody here has as new people"), required=False
    )
    is_moved = forms.BooleanField(
        label=gettext_lazy("Whoever is in another such group leaves it on the day before"),
        required=False,
        initial=True,
    )
    field_order = ("office", "from_on", "names", "is_new", "is_moved", "chosen")

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        data = args[0] if args else kwargs.get("data")
        said = {**kwargs.get("initial", {}), **(data.dict() if data is not None else {})}
        office, day = _office(body, said.get("office")), _day(said.get("from_on"))
        kwargs["initial"] = {"office": office, "from_on": day, **kwargs.get("initial", {})}
        super().__init__(*args, known=candidates(body, office, day), **kwargs)
        self.fields["office"].choices = offices.office_choices(body.kind, body.congress)  # type: ignore[attr-defined]
        if offices.rests_on(body.kind, office, body.congress) != offices.NOTHING:
            del self.fields["is_new"]
        if body.kind != BodyKind.GROUP or body.group.kind not in ONE_OF:
            del self.fields["is_moved"]


class MoveForm(NamesForm):
    """Which deputies come into a delegation, and why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=120)
    field_order = ("names", "reason", "chosen")


def _which(name: str, few: list[Candidate]) -> str:
    said = _("%(count)s people are called %(name)s. Write in brackets which: %(which)s")
    which = "；".join(candidate.label for candidate in few)
    return said % {"count": len(few), "name": name, "which": which}


def _office(body: Body, asked: Any) -> str:
    known = offices.offices_of(body.kind, body.congress)
    usual = Office.MEMBER if Office.MEMBER in known else known[0]
    return str(asked) if asked in known else usual.value


def _day(asked: Any) -> date:
    try:
        return date.fromisoformat(str(asked))
    except ValueError:
        return today()
