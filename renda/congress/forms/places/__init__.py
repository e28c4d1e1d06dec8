"""Choosing a place by its code, entering one, and what becomes of it."""

from renda.congress.forms.places.becoming import ASKS, BecomesForm
from renda.congress.forms.places.fields import PlaceField, seen_by
from renda.congress.forms.places.region import RegionForm

__all__ = ["ASKS", "BecomesForm", "PlaceField", "RegionForm", "seen_by"]
