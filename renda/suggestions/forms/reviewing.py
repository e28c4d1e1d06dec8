"""What the office says when it returns or corrects a suggestion."""

from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.forms import ReasonForm, StepForm
from renda.suggestions.forms.requests import RequestsField
from renda.suggestions.forms.writing import PROBLEM_LONGEST
from renda.suggestions.models import Category


class ReturnForm(ReasonForm):
    """The deputy must be told what to mend."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("What should be revised")


class SubmitForm(StepForm):
    """The deputy's own submission asks nothing; a revised paper brings its new words."""

    body_template = "suggestions/_step_words.html"
    NAMES = ("title", "problem", "requests", "category")

    def __init__(self, *args: Any, subject: Any, for_another: bool = False, **kwargs: Any) -> None:
        if for_another:
            stands = {name: getattr(subject, name) for name in self.NAMES}
            kwargs["initial"] = {**stands, **(kwargs.get("initial") or {})}
        super().__init__(*args, subject=subject, for_another=for_another, **kwargs)
        if for_another:
            self.fields |= {name: deepcopy(CorrectForm.base_fields[name]) for name in self.NAMES}

    def asked(self) -> dict[str, Any]:
        """The words of the paper."""
        if not self.for_another:
            return {}
        return {"texts": {name: self.cleaned_data[name] for name in self.NAMES}}


class CorrectForm(StepForm):
    """更正 of the text: both wordings stay visible."""

    body_template = "suggestions/_step_words.html"

    title = forms.CharField(label=_("Title"), max_length=120)
    problem = forms.CharField(
        label=_("Situation and problem"),
        max_length=PROBLEM_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    requests = RequestsField(label=_("Requests"))
    category = forms.ChoiceField(
        label=_("Category"), choices=[("", _("not chosen")), *Category.choices], required=False
    )
    why = forms.CharField(label=_("Why it is corrected"), max_length=300)

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        names = ("title", "problem", "requests", "category")
        stands = {name: getattr(subject, name) for name in names}
        kwargs["initial"] = {**stands, **(kwargs.get("initial") or {})}
        super().__init__(*args, subject=subject, **kwargs)

    def asked(self) -> dict[str, Any]:
        """The texts and the reason."""
        said = self.cleaned_data
        names = ("title", "problem", "requests", "category")
        return {"texts": {name: said[name] for name in names}, "why": said["why"]}
