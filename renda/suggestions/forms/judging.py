"""The deputy's judgement: attitude and result of each reply, apart."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.congress.queries import committees
from renda.deputies.models import Mandate
from renda.deputies.queries import deputies_of
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


class NameJudgeForm(StepForm):
    """Who judges in place of a deputy who is out of office: another deputy, or a committee."""

    deputy = forms.ModelChoiceField(
        label=_("Another deputy"),
        queryset=Mandate.objects.none(),
        required=False,
        empty_label=_("none"),
    )
    body = forms.ModelChoiceField(
        label=_("Or a committee"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("none"),
        help_text=_("Nobody chosen: the deputy who put it forward judges."),
    )

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        named = {"deputy": subject.judge_deputy_id, "body": subject.judge_body_id}
        kwargs["initial"] = {**named, **(kwargs.get("initial") or {})}
        super().__init__(*args, subject=subject, **kwargs)
        here = subject.congress_id
        self.fields["deputy"].queryset = deputies_of(here)  # type: ignore[attr-defined]
        self.fields["body"].queryset = committees(here)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of them, or nobody."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("deputy") and said.get("body"):
            raise ValidationError(_now("Choose either a deputy or a committee."))
        return said

    def asked(self) -> dict[str, Any]:
        """Whom."""
        return {"judge": self.cleaned_data["deputy"] or self.cleaned_data["body"]}


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
