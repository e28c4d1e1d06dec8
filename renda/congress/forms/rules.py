"""Setting a local rule: a form made of what the rule is."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.local_rules import Rule, worded
from renda.kernel.clock.rules import Local
from renda.kernel.clock.spans import Span
from renda.kernel.options.declaring import Option


class RuleForm(forms.Form):
    """One field, as the rule asks for it. `value` is what was chosen."""

    def __init__(self, *args: Any, rule: Rule, **kwargs: Any) -> None:
        self.rule = rule
        super().__init__(*args, **kwargs)
        self.fields["value"] = _field(rule)

    def clean_value(self) -> Any:
        """In the rule's own form, and inside its bounds."""
        value = _taken(self.rule.declared, self.cleaned_data["value"])
        if not self.rule.declared.allows(value):
            words = {"bounds": self.rule.bounds, "asked": worded(self.rule.declared, value)}
            raise forms.ValidationError(
                gettext("Possible here is %(bounds)s, not %(asked)s.") % words
            )
        return value


def _field(rule: Rule) -> Any:
    declared, said = rule.declared, {"label": rule.declared.says, "help_text": rule.bounds}
    if isinstance(declared, Local):
        return _number(initial=abs(rule.value.n), max_value=9999, **said)
    return _option(declared, rule.value, said)


def _option(option: Option, value: Any, said: dict[str, Any]) -> Any:
    if isinstance(option.usual, bool):
        choices = [("yes", _("yes")), ("no", _("no"))]
        chosen = "yes" if value else "no"
        said = {**said, "help_text": ""}
        return forms.ChoiceField(choices=choices, initial=chosen, widget=forms.RadioSelect, **said)
    if isinstance(option.usual, int):
        return _number(initial=value, max_value=None, **said)
    if isinstance(option.usual, tuple):
        box = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(
            choices=option.choices, initial=list(value), required=False, widget=box, **said
        )
    if option.choices:
        said = {**said, "help_text": ""}
        return forms.ChoiceField(
            choices=option.choices, initial=value, widget=forms.RadioSelect, **said
        )
    return forms.CharField(initial=value, max_length=200, **said)


def _number(**said: Any) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(widget=widget, **said)


def _taken(declared: Local | Option, typed: Any) -> Any:
    """What was typed as a value of the rule."""
    if isinstance(declared, Local):
        sign = -1 if declared.usual.is_backward else 1
        span: Span = replace(declared.usual, n=sign * typed)
        return span
    if isinstance(declared.usual, bool):
        return typed == "yes"
    return tuple(typed) if isinstance(declared.usual, tuple) else typed
