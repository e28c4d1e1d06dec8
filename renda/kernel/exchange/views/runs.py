"""One run: the preview, what is chosen and answered on it, the take-in and its undoing."""

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.kernel.exchange import ledger, runs, undoing
from renda.kernel.exchange.examining import Examined, examine_run
from renda.kernel.exchange.forms import DoubtsForm, ReadForm
from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.permits import run_for
from renda.kernel.exchange.preview import previewed, result_of
from renda.kernel.exchange.views.sending import XLSX, attached
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import signed_in

_HASH = re.compile(r"[0-9a-f]{64}")


@page("exchange/run.html", to=signed_in)
def run(request: Request, pk: int) -> dict[str, Any]:
    """What was taken for what and what would become of it; or, once taken in, what it did."""
    found, table = run_for(request.actor, pk)
    told: dict[str, Any] = {"run": found, "table": table}
    if found.taken_at is not None:
        return told | {"result": result_of(found)}
    try:
        examined = examine_run(table, request.congress, request.actor, found)
    except Refused as refused:
        return told | {"unreadable": str(refused)}
    problem = request.problem
    sent = problem.form if problem is not None else None
    read = sent if isinstance(sent, ReadForm) else ReadForm(table=table, examined=examined)
    doubts = sent if isinstance(sent, DoubtsForm) else DoubtsForm(examined=examined)
    shown = previewed(table, found, examined)
    return told | {
        "examined": examined,
        "preview": shown,
        "read_form": read,
        "columns": read.columns(shown.examples),
        "doubts_form": doubts,
    }


@page(None, to=signed_in)
def faults(request: Request, pk: int) -> HttpResponse:
    """All that is wrong with a file as a table, to be worked through beside it."""
    found, table = run_for(request.actor, pk)
    examined = _examined(request, found, table)
    heads = [ledger.Head(label) for label in (_("Row"), _("Column"), _("Value"), _("What to do"))]
    listed = ledger.Ledger(
        _("To be corrected in “%(file)s”") % {"file": found.file_name},
        str(request.congress),
        heads,
        [(fault.row, fault.column, fault.value, fault.why) for fault in examined.plan.faults],
    )
    return attached(ledger.as_xlsx(listed), f"{listed.title}.xlsx", XLSX)


@act(to=signed_in, again=run)
def choose(request: Request, pk: int) -> str:
    """Keep what the clerk says a column is."""
    found, table = run_for(request.actor, pk)
    examined = _examined(request, found, table)
    form = ReadForm(request.POST, table=table, examined=examined)
    if not form.is_valid():
        raise Invalid(form)
    told, top, book = form.cleaned_data, examined.header, examined.book
    sheet = told.get("sheet", book.sheet)
    is_moved = (told["header_row"], told["header_lines"]) != (top.row, top.lines)
    mapping = form.mapping()
    with keeping_typed(form):
        runs.choose(
            found,
            fingerprint=top.fingerprint if mapping is not None else "",
            seen=version_seen(request),
            sheet=sheet,
            # On another sheet the header is looked for anew, unless its row was typed too.
            header_row=told["header_row"] if is_moved or sheet == book.sheet else None,
            header_lines=told["header_lines"],
            mapping=mapping,
        )
    return _address(request, found)


@act(to=signed_in, again=run)
def answer(request: Request, pk: int) -> str:
    """Keep how the clerk decides doubts; `again` takes every answer back."""
    found, table = run_for(request.actor, pk)
    if request.POST.get("then") == "again":
        runs.answer(found, dict.fromkeys(found.answers), seen=version_seen(request))
        return _address(request, found)
    form = DoubtsForm(request.POST, examined=_examined(request, found, table))
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        runs.answer(found, form.answers(), seen=version_seen(request))
    return _address(request, found)


@act(to=signed_in, again=run)
def take_in(request: Request, pk: int) -> str:
    """Take the file in: all of it or nothing, and nothing but what was shown."""
    found, table = run_for(request.actor, pk)
    shown = request.POST.get("shown", "")
    if not _HASH.fullmatch(shown):
        raise Refused(_("This form is incomplete. Load the page again and send it once more."))
    done = runs.take_in(table, request.congress, found, by=request.actor, shown=shown)
    many = done.plan.changes
    said = ngettext("Taken in: %(many)d row.", "Taken in: %(many)d rows.", many)
    messages.success(request, said % {"many": many})
    return _address(request, found)


@act(to=signed_in, again=run)
def undo(request: Request, pk: int) -> str:
    """Take the whole run back."""
    found, table = run_for(request.actor, pk)
    undoing.undo(table, request.congress, found, by=request.actor)
    messages.success(request, _("Undone. The register is as it was before this file."))
    return _address(request, found)


def _examined(request: Request, found: ImportRun, table: Any) -> Examined:
    if found.taken_at is not None:
        if request.method == "POST":
            raise Refused(_("This file was taken in already."))
        raise Http404
    try:
        return examine_run(table, request.congress, request.actor, found)
    except Refused:
        if request.method == "POST":
            raise
        raise Http404 from None


def _address(request: Request, found: ImportRun) -> str:
    return reverse("exchange:run", args=[request.congress.slug, found.pk])
