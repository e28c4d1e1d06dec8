"""What a new congress still lacks."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from renda.congress import first_steps as first
from renda.congress.permits import keeps_accounts
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request
from renda.kernel.registers.register import REGISTERS


@dataclass(frozen=True)
class Shown:
    """A step as the page shows it."""

    step: first.FirstStep
    is_done: bool
    url: str


@page("congress/first_steps.html", to=keeps_accounts)
def first_steps(request: Request) -> dict[str, Any]:
    """Step by step, with where each is done."""
    shown = [
        Shown(step, done, _address(request, step)) for step, done in first.steps(request.congress)
    ]
    open_ones = [row for row in shown if not row.is_done]
    needed = [row for row in open_ones if not row.step.is_advised]
    follows = next(iter([*needed, *open_ones]), None)
    return {"steps": shown, "next": follows, "left": len(needed)}


def _address(request: Request, step: first.FirstStep) -> str:
    """Where it is entered; nothing when no page of this deployment does it."""
    here = [request.congress.slug]
    if step.url_name:
        return reverse(step.url_name, args=here)
    kept = REGISTERS.get(step.register)
    if kept is None or not kept.reads(request.actor):
        return ""
    return reverse("registers:list", args=[*here, kept.key])
