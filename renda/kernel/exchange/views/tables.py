"""The tables that files come into: what each asks for, its empty workbook, and the upload."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from renda.kernel.exchange import asking, blank, runs
from renda.kernel.exchange.forms import FileForm, SheetField
from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.permits import table_for, takes_files_in
from renda.kernel.exchange.table import TABLES, Table
from renda.kernel.exchange.views.sending import XLSX, attached
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in
from renda.kernel.trail.naming import names_of

RECENT = 30


@page("exchange/tables.html", to=takes_files_in)
def tables(request: Request) -> dict[str, Any]:
    """What can be taken in here, and what was lately."""
    mine = [table for table in TABLES.values() if table.to(request.actor)]
    return {"tables": mine, "runs": _recent(request, mine)}


@page("exchange/table.html", to=signed_in)
def table(request: Request, table: str) -> dict[str, Any]:
    """One table: what its columns hold, the empty workbook, and where the file goes."""
    kept = table_for(request.actor, table)
    problem = request.problem
    is_sent = problem is not None and problem.form is not None
    return {
        "table": kept,
        "columns": [(column, blank.said_of(column)) for column in kept.columns],
        "form": problem.form if problem and is_sent else _form(request, kept),
        "runs": _recent(request, [kept]),
    }


@page(None, to=signed_in)
def template(request: Request, table: str) -> HttpResponse:
    """The empty workbook."""
    kept = table_for(request.actor, table)
    return attached(blank.as_xlsx(kept), f"{kept.label}.xlsx", XLSX)


@act(to=signed_in, again=table)
def upload(request: Request, table: str) -> str:
    """Keep the file, to be looked at on the next page: reading it may take its time, and an act
    holds locks."""
    kept = table_for(request.actor, table)
    form = _form(request, kept, request.POST, request.FILES)
    if not form.is_valid():
        raise Invalid(form)
    asked = asking.typed(kept, request.congress, request.actor, request.POST)
    with keeping_typed(form):
        run = runs.begin(
            kept,
            request.congress,
            by=request.actor,
            file=form.cleaned_data["file"],
            asked=asked,
        )
    return reverse("exchange:run", args=[request.congress.slug, run.pk])


def _form(request: Request, kept: Table, *sent: Any) -> Any:
    """The table's own questions, and the file last."""
    if kept.form is None:
        return FileForm(*sent)
    form = asking.form_of(kept, request.congress, request.actor, *sent[:1])
    form.fields["file"] = SheetField()
    if len(sent) > 1:
        form.files = sent[1]
    return form


def _recent(request: Request, mine: list[Table]) -> list[dict[str, Any]]:
    rows = list(
        ImportRun.objects.filter(
            congress_id=request.congress.pk, table__in=[table.key for table in mine]
        )[:RECENT]
    )
    names = names_of("user", {row.uploaded_by_id for row in rows if row.uploaded_by_id})
    return [
        {"run": row, "table": TABLES[row.table], "who": names.get(row.uploaded_by_id or 0, "")}
        for row in rows
    ]
