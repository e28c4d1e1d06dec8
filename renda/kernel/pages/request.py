"""The request as our views get it: with its congress and its actor."""

from typing import Any

from django.http import HttpRequest

from renda.kernel.pages.problem import Problem
from renda.kernel.permits.actor import Actor


class Request(HttpRequest):
    """What the middleware has made of an HttpRequest. `congress` is None outside a congress."""

    congress: Any
    actor: Actor
    problem: Problem | None


def version_seen(request: HttpRequest) -> int:
    """The version of a row that the page showed; -1, which no row has, when none was sent."""
    sent = request.POST.get("version", "")
    return int(sent[:9]) if sent.isascii() and sent.isdecimal() else -1
