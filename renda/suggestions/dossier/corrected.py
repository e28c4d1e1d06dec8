"""What was corrected, before and after."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from renda.kernel.lifecycle.models import Correction


@dataclass(frozen=True)
class Corrected:
    """A text before and after it was set right, as lines to read."""

    correction: Correction
    label: Any
    before: list[str]
    after: list[str]


def corrected_by(row: Correction) -> Corrected:
    """What one correction changed, field and wordings."""
    field = apps.get_model(row.subject_type)._meta.get_field(row.field)
    return Corrected(
        row, field.verbose_name, _as_lines(field, row.before), _as_lines(field, row.after)
    )


def _as_lines(field: Any, value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(text) for text in value]
    return [str(dict(field.flatchoices).get(value, value))]
