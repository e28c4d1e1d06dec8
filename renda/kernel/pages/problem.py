"""What went wrong with an act, for the page that is shown again with everything typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from renda.kernel.permits.refusal import Refused


class Invalid(Exception):
    """A form has errors; its page is shown again with it."""

    def __init__(self, form: Any, step: str = "") -> None:
        super().__init__(_("Please look at the fields marked below."))
        self.form, self.step = form, step


@contextmanager
def keeping_typed(form: Any) -> Iterator[None]:
    """A refusal within carries the form: what was typed stays on the page that is shown again."""
    try:
        yield
    except Refused as refused:
        refused.form = form  # type: ignore[attr-defined]
        raise


@dataclass(frozen=True)
class Problem:
    """A refusal (409) or wrong input (422), the step meant, and the form as it was sent."""

    message: str
    step: str
    form: Any
    code: int
