"""An invented subject for clocks: it has a congress, a key and a day of assignment."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import ClassVar


@dataclass
class Thing:
    """What a lifecycle's subject looks like to a clock."""

    pk: int = 1
    congress_id: int = 5
    assigned_on: date = date(2025, 7, 8)
    is_complex: bool = False
    _meta: ClassVar = SimpleNamespace(label_lower="invented.thing")
