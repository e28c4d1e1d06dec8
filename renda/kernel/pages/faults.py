"""Pages for when something is wrong: what happened, what was kept, what to do, and a way back."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from renda.kernel.pages import watch


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but this is not theirs. It goes into the security log."""
    watch.refused(request)
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not to be seen; the page does not say which."""
    return render(request, "errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is missing or old: sign-in ended, or the form came from elsewhere."""
    return render(request, "errors/csrf.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; 503: the database is away for a moment. No query may be made here."""
    is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    if is_away:
        return HttpResponse(render_to_string("errors/503.html"), status=503)
    return HttpResponse(render_to_string("errors/500.html"), status=500)
