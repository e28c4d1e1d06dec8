"""A form as it is shown again, and as it was typed."""

from typing import Any

from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request


def shown(request: Request, kind: Any) -> Any:
    """The form as it was sent, if it was refused; else a fresh one."""
    if request.problem is not None and request.problem.form is not None:
        return request.problem.form
    return kind(congress=request.congress, initial=request.GET.dict())


def typed(request: Request, kind: Any) -> Any:
    """The form as it was typed. Raises Invalid."""
    form = kind(request.POST, congress=request.congress)
    if not form.is_valid():
        raise Invalid(form)
    return form
