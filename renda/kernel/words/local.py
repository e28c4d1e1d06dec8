"""A place's own word for one of the glossary's: 旗县区 for 县市区, 联名 for 附议.

A page says `{% word "county_level" %}`, code says `say("county_level")` or, where the sentence is
made before it is shown, `say_lazily`. Whoever knows the place tells, once a request, how to load
its words; they are loaded with the first that is asked for, in one query.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.utils.functional import lazy
from django.utils.translation import get_language

from renda.kernel.words.glossary import Term, terms

Loads = Callable[[], Mapping[str, str]]


class Speech:
    """The words of one place, loaded when the first is asked for."""

    def __init__(self, loads: Loads) -> None:
        self._loads = loads
        self._words: Mapping[str, str] | None = None

    def word(self, key: str) -> str | None:
        """The place's own word, if it has one."""
        if self._words is None:
            self._words = self._loads()
        return self._words.get(key)


_spoken: ContextVar[Speech | None] = ContextVar("spoken", default=None)


@cache
def known() -> dict[str, Term]:
    """The glossary by its keys, read once."""
    return {term.code: term for term in terms()}


def say(key: str) -> str:
    """The word for this reader: in Chinese the place's own or the usual one, else the English."""
    term = known()[key]
    if not (get_language() or "zh").startswith("zh"):
        return term.en
    speech = _spoken.get()
    return (speech.word(key) if speech is not None else None) or term.zh


say_lazily = lazy(say, str)


@contextmanager
def speaking(loads: Loads) -> Iterator[None]:
    """Speak the words of a place: for a request, a notice, a printed sheet."""
    token = _spoken.set(Speech(loads))
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(loads: Loads) -> None:
    """Speak the words of a place from here on, inside a `speaking` that takes it back."""
    _spoken.set(Speech(loads))
