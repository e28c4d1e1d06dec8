"""The congress is in the address; the actor is loaded once, for that congress."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.functional import SimpleLazyObject

from renda.congress.models import Congress
from renda.congress.queries import words_of
from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import load
from renda.kernel.words.local import speak, speaking


class CongressMiddleware:
    """Sets `request.congress` and `request.actor`; every query starts from them."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Outside a congress there is only the person."""
        request.congress = request.problem = None
        request.actor = _lazily(request, None)
        with speaking(dict):  # outside a congress the usual words
            return self.get_response(request)

    def process_view(self, request: Request, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Take the congress out of the address: views never look it up themselves."""
        slug = kwargs.pop("congress", None)
        if slug is None:
            return
        congress = Congress.objects.filter(slug=slug).first()
        if congress is None:
            raise Http404
        request.congress = congress
        request.actor = _lazily(request, congress)
        speak(partial(words_of, congress.pk))


def _lazily(request: Request, congress: Congress | None) -> Any:
    """Loaded when it is first asked, once a request."""
    return SimpleLazyObject(lambda: load(request.user, congress))
