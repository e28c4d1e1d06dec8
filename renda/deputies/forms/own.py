"""What a deputy decides about the own card, photograph and assistant."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.deputies.models import Person
from renda.deputies.roles import Extra
from renda.kernel.papers.fields import PhotoField


class CardForm(forms.Form):
    """What citizens see beyond what the law demands."""

    extras = forms.MultipleChoiceField(
        label=_("Shown besides"),
        choices=Extra.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing is ticked for you. A telephone number is never shown."),
    )
    expertise = forms.CharField(label=_("Expertise"), max_length=120, required=False)
    introduction = forms.CharField(
        label=_("Introduction"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What you care for as a deputy, in your own words."),
    )

    @staticmethod
    def shown(person: Person) -> dict[str, Any]:
        """As it is kept."""
        return {
            "extras": person.public_extras,
            "expertise": person.expertise,
            "introduction": person.introduction,
        }


class PhotoForm(forms.Form):
    """The photograph."""

    photo = PhotoField(label=_("Photograph"))


class AssistantForm(forms.Form):
    """Who is to be the assistant, by the name they sign in with."""

    username = forms.CharField(
        label=_("User name of the assistant"), max_length=60, widget=forms.TextInput()
    )
