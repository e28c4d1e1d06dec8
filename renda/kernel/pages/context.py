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
        "look": look_of(request),
        "is_demo": settings.RENDA_IS_DEMO,
    }


def _rail(request: Any) -> list[Any]:
    return places(request) if getattr(request, "actor", None) else []
