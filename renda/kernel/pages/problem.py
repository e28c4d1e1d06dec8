"""What went wrong with an act, for the page that is shown again with everything typed."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _


class Invalid(Exception):
    """A form has errors; its page is shown again with it."""

    def __init__(self, form: Any, step: str = "") -> None:
        super().__init__(_("Please look at the fields marked below."))
        self.form, self.step = form, step


@dataclass(frozen=True)
class Problem:
    """A refusal (409) or wrong input (422), the step meant, and the form as it was sent."""

    message: str
    step: str
    form: Any
    code: int
