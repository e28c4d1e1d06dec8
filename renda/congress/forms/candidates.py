"""Who of those without an account is given one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from renda.accounts.queries import find
from renda.congress.candidates import NEW, Candidate


class CandidatesForm(forms.Form):
    """A choice for each: nothing, a new account, or one that is theirs already."""

    def __init__(
        self,
        *args: Any,
        people: Mapping[str, Candidate],
        alike: Mapping[str, Sequence[Any]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for key, one in people.items():
            same = list(alike.get(one.name, ()))
            owner = find(one.phone) if one.phone else None
            if owner is not None and owner not in same:
                same.append(owner)
            self.fields[key] = forms.ChoiceField(
                label=one.name,
                help_text=one.about,
                required=False,
                choices=_choices(same, is_theirs=owner is not None),
                initial="" if same else NEW,
            )

    def clean(self) -> dict[str, Any]:
        """Somebody must be chosen; nobody's account is given to two."""
        said = super().clean() or {}
        taken = [value for value in said.values() if value not in ("", NEW)]
        if len(set(taken)) < len(taken):
            raise ValidationError(_("One account was chosen for two people."))
        if not any(said.values()) and not self.errors:
            raise ValidationError(_("Nobody was chosen."))
        return said

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen for whom."""
        picked = {key: value for key, value in self.cleaned_data.items() if value}
        ids = [int(value) for value in picked.values() if value != NEW]
        users = get_user_model()._default_manager.in_bulk(ids)
        return {key: NEW if value == NEW else users[int(value)] for key, value in picked.items()}


def _choices(same: Sequence[Any], *, is_theirs: bool) -> list[tuple[str, str]]:
    shown = [("", _("none"))]
    if not is_theirs:
        shown.append((NEW, _("a new account")))
    return shown + [
        (str(user.pk), _("the account %(username)s") % {"username": user.username}) for user in same
    ]
