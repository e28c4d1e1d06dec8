"""What is too big is refused by its announced length, before a byte of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

BESIDE = 1024 * 1024  # the other fields of a form with a scan


class LimitBody:
    """Answers 413 with a page in words. A body without a length (chunked) is never read at all:
    Django takes it for empty, and the form says what is missing.

    It stands before sessions and the language, so it looks for the language itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through what fits."""
        if _length(request) <= settings.RENDA_PAPER_LIMIT + BESIDE:
            return self.get_response(request)
        with translation.override(translation.get_language_from_request(request)):
            answer = render(
                request, "errors/413.html", {"limit": settings.RENDA_PAPER_LIMIT}, status=413
            )
        answer["Connection"] = "close"
        return answer


def _length(request: HttpRequest) -> int:
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isdecimal() else 0
