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
