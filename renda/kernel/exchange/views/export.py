"""A register going out: exactly the list that is shown, with its search and its filter."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from renda.kernel.exchange import ledger
from renda.kernel.exchange.views.sending import CSV, XLSX, attached
from renda.kernel.moment import today
from renda.kernel.pages import watch
from renda.kernel.pages.decorators import page
from renda.kernel.pages.problem import Problem
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.kernel.registers.register import Register, readable
from renda.kernel.registers.tree import window

MOST = 100_000
WRITERS: dict[str, tuple[Any, str]] = {
    "xlsx": (ledger.as_xlsx, XLSX),
    "csv": (ledger.as_csv, CSV),
}


@page(None, to=signed_in)
def _drawn(request: Request, register: str) -> HttpResponse:
    kept = readable(register, request.actor)
    kind = request.GET.get("as", "xlsx")
    if kind not in WRITERS:
        raise Http404
    writes, media_type = WRITERS[kind]
    rows = kept.found(request.actor, request.GET.get("q", ""), request.GET.get("show", ""))
    if rows.count() > MOST:
        why = _("This list is too long for one file. Narrow it by a search or a filter.")
        request.problem = Problem(why, "", None, 409)
        return render(request, "errors/refused.html", status=409)
    drawn = _ledger(request, kept, window(kept, rows)[1])
    name = f"{kept.name} {today():%Y-%m-%d}.{kind}"
    answer = attached(writes(drawn), name, media_type)
    answer.many = len(drawn.rows)  # type: ignore[attr-defined, arg-type]
    return answer


@require_safe
def export(request: Request, register: str) -> HttpResponse:
    """The list as a file. What goes out is noted in the security log, which is written after the
    page's read-only transaction, and before the file leaves."""
    answer: HttpResponse = _drawn(request, register=register)
    if answer.status_code == 200:
        many = getattr(answer, "many", 0)
        watch.exported(
            request, _("%(register)s: %(many)d rows") % {"register": register, "many": many}
        )
    return answer


export.to = signed_in  # type: ignore[attr-defined]


def _ledger(request: Request, kept: Register, rows: list[Any]) -> ledger.Ledger:
    heads = [ledger.Head(str(column.label), column.is_name) for column in kept.columns]
    values = [[column.value(row) for column in kept.columns] for row in rows]
    return ledger.Ledger(str(kept.name), str(request.congress), heads, values)
