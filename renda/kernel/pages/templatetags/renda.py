"""Tags of the frame: icons, form controls, and the few ways we write a name, a day, a number."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from renda.kernel.pages.picking import GroupedBoxes
from renda.kernel.words.local import say

register = template.Library()

IDEOGRAPHIC_SPACE = "\u3000"
DIGITS = "零一二三四五六七八九"
# (year, month and day) in Chinese and in English
_DAY = {"zh": "Y年n月j日", "en": "j F Y"}
_SHORT_DAY = {"zh": "n月j日", "en": "j F"}


@register.inclusion_tag("components/icon.html")
def icon(name: str, extra: str = "") -> dict[str, str]:
    """An icon of `icons.svg`. It is hidden from screen readers: a word must stand beside it."""
    return {"name": name, "extra": extra}


@register.inclusion_tag("components/control.html")
def control(field: BoundField) -> dict[str, Any]:
    """A field with its label, hint, control and errors, wired to each other by ids.

    A list of choices is a fieldset, a single box has its words behind it, all else is a line.
    """
    kind = _kind(field)
    is_plain = kind in ("hidden", "check", "boxes")
    attrs: dict[str, str | bool] = {} if is_plain else {"class": "control"}
    is_list = kind in ("choices", "checks")
    return {"field": field, "kind": kind, "widget": "" if is_list else field.as_widget(attrs=attrs)}


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, GroupedBoxes):
        return "boxes"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checks"
    if isinstance(widget, forms.RadioSelect):
        is_short = len(field.subwidgets) <= 3 and not getattr(widget, "is_listed", False)
        return "choices" if is_short else "checks"
    return "check" if isinstance(widget, forms.CheckboxInput) else "line"


@register.simple_tag
def word(key: str) -> str:
    """A word of the glossary as this place says it: 旗县区, 联名."""
    return say(key)


@register.filter
def spaced_name(name: str) -> str:
    """单禾 → 单　禾: in a list of names, two characters take the room of three."""
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 and all(map(_is_han, name)) else name


def _is_han(c: str) -> bool:
    """A Chinese character, the rare ones of names (㺿, 𠮷) among them."""
    return "\u3400" <= c <= "\u4dbf" or "\u4e00" <= c <= "\u9fff" or c > "\uffff"


@register.filter
def chinese_date(day: date | datetime | None, how: str = "") -> str:
    """2026年5月18日, or 18 May 2026 in English. `how` may hold "short" (no year) and "time"."""
    if day is None or day == "":
        return ""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    written = date_format(day, (_SHORT_DAY if "short" in how else _DAY)[_language()])
    is_timed = "time" in how and isinstance(day, datetime)
    return f"{written} {day:%H:%M}" if is_timed else written


@register.filter
def numbered(number: int) -> str:
    """An ordinal as the office writes it: 1 → 一, 12 → 十二; figures in English or beyond 99."""
    if _language() == "en" or not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return (DIGITS[tens] if tens > 1 else "") + "十" + (DIGITS[ones] if ones else "")


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "zh"
