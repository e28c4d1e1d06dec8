"""A mobile number in full: an act that the security log keeps, then shown once."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from renda.accounts.security import Kind, record
from renda.congress.models import AddressEntry, Contact
from renda.congress.permits import reads_bodies
from renda.kernel.pages.decorators import act
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in


def _row(request: Request, of: str, pk: int) -> Any:
    if not reads_bodies(request.actor):
        raise Http404
    rows: Any = {
        "contacts": Contact.objects.filter(body__congress=request.congress),
        "addresses": AddressEntry.objects.filter(congress=request.congress),
    }.get(of)
    found = rows.filter(pk=pk).exclude(mobile_hash="").first() if rows is not None else None
    if found is None:
        raise Http404
    return found


@act(to=signed_in, keyed=False)
def show_number(request: Request, of: str, pk: int) -> HttpResponse:
    """Show it, having written down who looked at whose (个人信息保护法51)."""
    row = _row(request, of, pk)
    record(request, Kind.LOOK, request.user, f"{row._meta.label_lower}/{row.pk} mobile")
    shown = render(request, "congress/number.html", {"row": row, "of": of, "number": row.mobile})
    shown["Cache-Control"] = "no-store"
    return shown
