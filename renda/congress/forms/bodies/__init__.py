"""Bodies of the congress and organs; a new name, an end, what a committee looks after."""

from renda.congress.forms.bodies.becoming import EndForm, RenameForm
from renda.congress.forms.bodies.entering import ELSEWHERE, BodyForm, OrganForm
from renda.congress.forms.bodies.placed import or_this

__all__ = ["ELSEWHERE", "BodyForm", "EndForm", "OrganForm", "RenameForm", "or_this"]
