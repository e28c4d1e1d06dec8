"""Words of the place, and guidance of a lower congress."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.models import GlossaryWord, Guidance
from renda.congress.queries import below
from renda.kernel.moment import today
from renda.kernel.registers.forms import LINES, RowForm
from renda.kernel.words.local import known


def _keys() -> list[tuple[str, str]]:
    is_chinese = (get_language() or "zh").startswith("zh")
    words = [(k, t.zh if is_chinese else f"{t.en} {t.zh}") for k, t in known().items()]
    return [("", gettext("Please choose")), *words]


class WordForm(RowForm):
    """Which word of the glossary, and what this place says instead."""

    prefix = "glossary"  # every act has a field "key" of its own: the one-time key

    key = forms.ChoiceField(label=_("Word of the glossary"), choices=_keys)

    class Meta:
        model = GlossaryWord
        fields = ("key", "word")

    def clean(self) -> dict[str, Any]:
        """One word for one thing."""
        said: dict[str, Any] = super().clean() or {}
        rows = GlossaryWord.objects.filter(congress=self.congress, key=said.get("key"))
        if rows.exclude(pk=self.instance.pk).exists():
            self.add_error("key", gettext("This place has a word for it already: change that one."))
        return said


class GuidanceForm(RowForm):
    """联系指导: which congress, when, who went, what was found and what is to follow."""

    finding = forms.CharField(
        label=_("What was found"), max_length=2000, widget=forms.Textarea(attrs=LINES)
    )
    follow_up = forms.CharField(
        label=_("What is to follow"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=LINES),
    )

    class Meta:
        model = Guidance
        fields = ("lower", "on", "people", "finding", "follow_up", "due_on", "done_on")

    def narrow(self) -> None:
        """Only congresses below one's own."""
        lower: Any = self.fields["lower"]
        lower.queryset = below(self.congress)
        lower.empty_label = _("Please choose")

    def clean(self) -> dict[str, Any]:
        """Nothing is found before the visit or done before it; what is due has something to do."""
        said: dict[str, Any] = super().clean() or {}
        on = said.get("on")
        if on and on > today():
            self.add_error("on", gettext("This day has not come yet."))
        for name in ("due_on", "done_on"):
            if on and said.get(name) and said[name] < on:
                self.add_error(name, gettext("This day is before the visit."))
        if said.get("due_on") and not said.get("follow_up"):
            self.add_error("follow_up", gettext("Say what is to be done by that day."))
        return said
