"""The deputy's judgement: attitude and result of each reply, apart."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.forms import StepForm
from renda.suggestions.entries import Satisfaction
from renda.suggestions.evaluating import Judgement, needs_judgement
from renda.suggestions.models import Handling

_PARTS = ("attitude", "result", "reason", "is_private")


@dataclass(frozen=True)
class ReplyFields:
    """The questions about one organ's reply, for the template."""

    handling: Handling
    fields: list[forms.BoundField]


class JudgeForm(StepForm):
    """One set of questions for each organ that has replied and was not judged yet."""

    body_template = "suggestions/_step_judge.html"

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        super().__init__(*args, subject=subject, **kwargs)
        self.waiting = [h for h in subject.answering if needs_judgement(h)]
        for handling in self.waiting:
            self.fields |= _questions(handling.pk)
        self.order_fields([f"{p}_{h.pk}" for h in self.waiting for p in _PARTS])

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """All questions, organ by organ."""
        return [field for organ in self.by_organ for field in organ.fields]

    @property
    def by_organ(self) -> list[ReplyFields]:
        """The questions, grouped under each organ's name."""
        return [ReplyFields(h, [self[f"{p}_{h.pk}"] for p in _PARTS]) for h in self.waiting]

    def asked(self) -> dict[str, Any]:
        """The judgements."""
        said = self.cleaned_data
        judged = [Judgement(h.pk, *(said[f"{p}_{h.pk}"] for p in _PARTS)) for h in self.waiting]
        return {"judgements": judged}


def _questions(pk: int) -> dict[str, forms.Field]:
    return {
        f"attitude_{pk}": forms.ChoiceField(
            label=_("Attitude"), choices=Satisfaction.choices, widget=forms.RadioSelect
        ),
        f"result_{pk}": forms.ChoiceField(
            label=_("Result of handling"), choices=Satisfaction.choices, widget=forms.RadioSelect
        ),
        f"reason_{pk}": forms.CharField(
            label=_("Reason"),
            required=False,
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Needed when the result does not satisfy you."),
        ),
        f"is_private_{pk}": forms.BooleanField(
            label=_("The reason is for the congress only"), required=False
        ),
    }
