"""Assigning: to a lead organ with assisting ones, or to organs that answer apart."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from renda.congress.listing import by_duties, in_groups, organs_listed
from renda.congress.models import Body
from renda.congress.queries import organs
from renda.kernel.lifecycle.forms import StepForm
from renda.kernel.moment import today
from renda.kernel.pages.picking import PickField, grouped
from renda.suggestions.models import OrganRole, Suggestion


class AssignForm(StepForm):
    """Whom it is assigned to, in which part."""

    body_template = "suggestions/_step_organs.html"

    lead = forms.ModelChoiceField(
        label=_("Lead organ"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("Please choose"),
    )
    assisting = PickField(
        label=_("Assisting organs"),
        queryset=Body.objects.none(),
        required=False,
    )
    separate = PickField(
        label=_("Or: organs that answer separately"),
        queryset=Body.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        super().__init__(*args, subject=subject, **kwargs)
        here, day = subject.congress_id, today()
        bodies = organs_listed(here, day)
        groups = in_groups(bodies)
        self.fields["lead"].help_text = _hint(subject, bodies)
        for name in ("lead", "assisting", "separate"):
            self.fields[name].queryset = organs(here, day)  # type: ignore[attr-defined]
            first = _("Please choose") if name == "lead" else None
            grouped(self.fields[name], groups, empty_label=first)

    def clean(self) -> dict[str, Any]:
        """An organ has one part."""
        said = super().clean() or {}
        lead, assisting = said.get("lead"), list(said.get("assisting") or [])
        separate = list(said.get("separate") or [])
        if lead and lead in assisting:
            raise ValidationError(_now("The lead organ cannot assist itself."))
        if separate and (lead or assisting):
            raise ValidationError(
                _now("Choose either a lead organ with assisting ones, or separate organs.")
            )
        return said

    def asked(self) -> dict[str, Any]:
        """Each organ with its part."""
        said = self.cleaned_data
        parts = dict.fromkeys(said["separate"], OrganRole.SEPARATE)
        parts |= dict.fromkeys(said["assisting"], OrganRole.ASSISTING)
        if said["lead"]:
            parts[said["lead"]] = OrganRole.LEAD
        return {"organs": parts}


def _hint(suggestion: Suggestion, bodies: list[Body]) -> str:
    """Whose duties name what it asks for; nothing is chosen by it."""
    text = " ".join([suggestion.title, suggestion.problem, *suggestion.requests])
    comma = pgettext("between names in a list", ", ")
    named = [
        _now("%(organ)s (%(words)s)") % {"organ": body.name, "words": comma.join(words)}
        for body, words in by_duties(bodies, text)
    ]
    return _now("By their duties: %(organs)s") % {"organs": comma.join(named)} if named else ""
