"""Numbered requests: one box each, as many as the deputy needs."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST, LONGEST = 20, 1000


class RequestBoxes(forms.Widget):
    """Several boxes of one name; always an empty one more, so that it works without JavaScript."""

    template_name = "suggestions/widgets/requests.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """All boxes of that name."""
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether no box was sent at all."""
        return name not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The boxes with what is in them."""
        context = super().get_context(name, value, attrs)
        texts = [text for text in ([value] if isinstance(value, str) else value or []) if text]
        context["widget"]["boxes"] = [*texts, ""] if len(texts) < MOST else texts
        return context


class RequestsField(forms.Field):
    """A list of texts; empty boxes are left out."""

    widget = RequestBoxes

    def to_python(self, value: Any) -> list[str]:
        """The texts, stripped."""
        return [text.strip() for text in value or [] if text.strip()]

    def validate(self, value: list[str]) -> None:
        """Not too many, not too long, and one at least if it is required."""
        if self.required and not value:
            raise ValidationError(_("Write at least one request."))
        if len(value) > MOST:
            raise ValidationError(_("At most %(most)d requests.") % {"most": MOST})
        for n, text in enumerate(value, 1):
            if len(text) > LONGEST:
                raise ValidationError(
                    _("Request %(n)d is too long: %(size)d characters, at most %(most)d.")
                    % {"n": n, "size": len(text), "most": LONGEST}
                )
