"""Naming a person by user name, mobile number or, when only one here is called so, by name."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from renda.accounts.queries import find
from renda.congress.belonging import people_of

MOST = 400  # offered as suggestions while one types


class Offered(forms.TextInput):
    """A line that offers who is here; without JavaScript as well."""

    template_name = "congress/widgets/offered.html"
    rows: QuerySet[Any] | None = None

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The people to offer."""
        context = super().get_context(name, value, attrs)
        offered = self.rows if self.rows is not None else ()
        context["widget"]["offered"] = [(row.username, row.name) for row in offered[:MOST]]
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_list"
        return context


class PersonField(forms.CharField):
    """An account. By its user name or mobile number anybody is found, by name who is here."""

    widget = Offered

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("person"))
        kwargs.setdefault("help_text", gettext_lazy("User name, mobile number or name."))
        super().__init__(max_length=80, **kwargs)
        self.here: QuerySet[Any] = get_user_model()._default_manager.none()
        self.is_open = True  # whether others are found by user name or number
        self.widget.attrs |= {"autocomplete": "off", "autocapitalize": "none"}

    def offer(self, congress_id: int) -> None:
        """Who can be chosen by name."""
        self.here = people_of(congress_id).filter(is_active=True)
        self.widget.rows = self.here

    def offer_closed_too(self, congress_id: int) -> None:
        """Whose account is closed as well: for looking back. Nobody of elsewhere."""
        self.offer_only(people_of(congress_id))

    def offer_only(self, rows: QuerySet[Any]) -> None:
        """Nobody but these can be chosen."""
        self.here, self.is_open = rows, False
        self.widget.rows = rows

    def prepare_value(self, value: Any) -> Any:
        """The user name of whoever is meant."""
        if isinstance(value, int):
            found = get_user_model()._default_manager.filter(pk=value).first()
            return found.get_username() if found else ""
        return value

    def clean(self, value: Any) -> Any:
        """The person; several of one name are told apart by their user names."""
        typed = super().clean(value)
        if not typed:
            return None
        found = find(typed)
        if found is not None and (self.is_open or self.here.filter(pk=found.pk).exists()):
            return found
        same = list(self.here.filter(name=typed)[:6])
        if len(same) == 1:
            return same[0]
        if same:
            comma = pgettext("between names in a list", ", ")
            names = comma.join(row.username for row in same)
            raise ValidationError(
                _("Several people are called so. Type the user name: %(names)s.") % {"names": names}
            )
        raise ValidationError(_("Nobody here has this name, and no account this user name."))
