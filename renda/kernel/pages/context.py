"""What every template has: the person, the congress, the rail, the look."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from renda.kernel.pages.look import look_of
from renda.kernel.pages.rail import places


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of every page. The rail is lazy: error pages and the public do not pay for it."""
    return {
        "congress": getattr(request, "congress", None),
        "actor": getattr(request, "actor", None),
        "problem": getattr(request, "problem", None),
        "rail": SimpleLazyObject(lambda: _rail(request)),
        "unread": SimpleLazyObject(lambda: _unread(request)),
        "look": look_of(request),
        "is_demo": settings.RENDA_IS_DEMO,
    }


def _rail(request: Any) -> list[Any]:
    if not hasattr(request, "rail"):
        request.rail = places(request) if getattr(request, "actor", None) else []
    rail: list[Any] = request.rail
    return rail


def _unread(request: Any) -> int:
    """The count at the bell is the rail's own: it is not asked twice."""
    return next((place.count or 0 for place in _rail(request) if place.icon == "bell"), 0)
