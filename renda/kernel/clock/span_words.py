"""Spans in words: one whole phrase for each unit and direction."""

from django.utils.translation import ngettext_lazy

_FORWARD = {
    "wd": ngettext_lazy("%(n)d working day", "%(n)d working days", "n"),
    "d": ngettext_lazy("%(n)d day", "%(n)d days", "n"),
    "m": ngettext_lazy("%(n)d month", "%(n)d months", "n"),
    "h": ngettext_lazy("%(n)d hour", "%(n)d hours", "n"),
}
_BACKWARD = {
    "wd": ngettext_lazy("%(n)d working day before", "%(n)d working days before", "n"),
    "d": ngettext_lazy("%(n)d day before", "%(n)d days before", "n"),
    "m": ngettext_lazy("%(n)d month before", "%(n)d months before", "n"),
    "h": ngettext_lazy("%(n)d hour before", "%(n)d hours before", "n"),
}
_CLEAR = {
    "wd": ngettext_lazy("%(n)d clear working day before", "%(n)d clear working days before", "n"),
    "d": ngettext_lazy("%(n)d clear day before", "%(n)d clear days before", "n"),
}


def in_words(unit: str, n: int, *, is_clear: bool = False) -> str:
    """An amount of a unit for the reader, such as "7 working days before"."""
    phrases = _CLEAR if is_clear else _BACKWARD if n < 0 else _FORWARD
    return str(phrases[unit] % {"n": abs(n)})
