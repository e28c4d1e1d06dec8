"""Pages and acts of bodies and organs that are no register."""

from renda.congress.views.bodies import end, ended, move, rename, renamed
from renda.congress.views.fields import keep_field, looks_after
from renda.congress.views.numbers import show_number
from renda.congress.views.reforming import carry_out_reform, reform

__all__ = [
    "carry_out_reform",
    "end",
    "ended",
    "keep_field",
    "looks_after",
    "move",
    "reform",
    "rename",
    "renamed",
    "show_number",
]
