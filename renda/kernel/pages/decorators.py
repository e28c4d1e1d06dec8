"""`@page` and `@act`: every address of the house goes through one of them, with its permit."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renda.kernel.pages import keys
from renda.kernel.pages.coming import page_of, without_nul
from renda.kernel.pages.problem import Invalid, Problem
from renda.kernel.pages.reading import read_only
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import Who


def page(template: str | None, *, to: Who) -> Callable[[Callable[..., Any]], Any]:
    """The function returns a context (or a whole response) and cannot write.

    `to` is who may see it: others are sent to sign in, or told that it is not theirs.
    """

    def declare(view: Callable[..., Any]) -> Any:
        def shown(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            with read_only():
                found = view(request, *args, **kwargs)
                if isinstance(found, HttpResponse):
                    return found
                assert template is not None
                problem = request.problem
                code = problem.code if problem else 200
                return render(request, template, found, status=code)

        @require_safe
        @wraps(view)
        def address(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if (kept_out := _keep_out(request, to)) is not None:
                return kept_out
            return shown(request, *args, **kwargs)

        address.shown, address.to = shown, to  # type: ignore[attr-defined]
        return address

    return declare


def act(*, to: Who, again: Any = None, keyed: bool = True) -> Callable[[Callable[..., Any]], Any]:
    """The function changes something and returns where to go, in one transaction, on POST.

    `again` is the page shown when it is refused, with what was typed: a callable page, called
    with the act's own arguments as far as it names them. `keyed` acts need the form's key.
    """

    def declare(view: Callable[..., Any]) -> Any:
        @require_POST
        @wraps(view)
        def address(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if (kept_out := _keep_out(request, to)) is not None:
                return kept_out
            request.POST = without_nul(request.POST)  # type: ignore[assignment]
            try:
                with transaction.atomic():
                    return _answered(request, keyed, lambda: view(request, *args, **kwargs))
            except Invalid as invalid:
                problem = Problem(str(invalid), invalid.step, invalid.form, 422)
            except Refused as refused:
                step, form = getattr(refused, "step", ""), getattr(refused, "form", None)
                problem = Problem(str(refused), step, form, 409)
            request.problem = problem
            return _shown_again(request, again, args, kwargs)

        address.to = to  # type: ignore[attr-defined]
        return address

    return declare


def _keep_out(request: Request, to: Who) -> HttpResponse | None:
    if to(request.actor):
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(page_of(request))
    raise PermissionDenied


def _answered(request: Request, keyed: bool, view: Callable[[], Any]) -> HttpResponse:
    key = request.POST.get("key", "")
    if keyed and not keys.is_key(key):
        raise Refused(_("This form is incomplete. Load the page again and send it once more."))
    if keyed and (given := keys.reserve(request, key)) is not None:
        if not keys.is_mine(request, given):
            raise Refused(_("This form was used before. Load the page again."))
        if not given.goes_to:  # what it answered was a page, and is not kept
            raise Refused(_("This was done already. What it showed is shown once only."))
        return HttpResponseRedirect(keys.repeat(request, given))
    answer = view()
    if isinstance(answer, HttpResponse):
        return answer
    if keyed:
        keys.keep(request, key, answer)
    return HttpResponseRedirect(answer)


def _shown_again(
    request: Request, again: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponse:
    if again is None:
        code = request.problem.code if request.problem else 409
        return render(request, "errors/refused.html", status=code)
    wanted = signature(again).parameters
    named = {name: value for name, value in kwargs.items() if name in wanted}
    return again.shown(request, *args, **named)
