"""How a person wants to see it: large type, light or dark, language. In cookies, no account."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language

ELDER, THEME = "renda_elder", "renda_theme"
THEMES = ("light", "dark")
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Look:
    """What the page's `<html>` says."""

    elder: bool
    theme: str
    language: str


def look_of(request: HttpRequest) -> Look:
    """The look of this request; anything unknown in a cookie counts as not chosen."""
    theme = request.COOKIES.get(THEME, "")
    return Look(
        elder=request.COOKIES.get(ELDER) == "1",
        theme=theme if theme in THEMES else "",
        language="en" if (get_language() or "").startswith("en") else "zh-Hans",
    )
