"""The hidden fields that every form of an act carries."""

from typing import Any

from django import template
from django.middleware.csrf import get_token

from renda.kernel.pages.keys import new_key

register = template.Library()


@register.inclusion_tag("components/act_fields.html", takes_context=True)
def act_fields(context: dict[str, Any], subject: Any = None, form_key: str = "") -> dict[str, Any]:
    """The token, the one-time key, the version that was seen, and the draft's key if any."""
    return {
        "token": get_token(context["request"]),
        "key": new_key(),
        "version": subject.version if subject is not None else None,
        "form_key": form_key,
    }
