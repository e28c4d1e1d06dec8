"""代表证: numbers, issue, loss and return (代表法49)."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.permits import deputies_office
from renda.deputies.forms.certificates import CertificateForm
from renda.deputies.models import Certificate
from renda.deputies.naming import listed_name, unit_name
from renda.deputies.permits import keeps_deputies, reads_deputies
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Chip, Column, Link, Mark, Register, add


def _rows(actor: Actor) -> QuerySet[Any]:
    rows = Certificate.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("mandate__person", "mandate__unit", "congress")


def _valid(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    held = Q(mandate__until_on=None) | Q(mandate__until_on__gte=today())
    return rows.filter(held, lost_on=None, returned_on=None)


def _to_return(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(mandate__until_on__lt=today(), lost_on=None, returned_on=None)


def _void(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.exclude(lost_on=None, returned_on=None)


def _state(row: Certificate) -> Mark:
    """Valid or void, in words that nobody overlooks at a door."""
    until = row.mandate.until_on
    if row.lost_on:
        return Mark(_now("void: lost"), "t-late", "late")
    if row.returned_on:
        return Mark(_now("void: returned"), "t-late", "late")
    if until is not None and until < today():
        return Mark(_now("void: mandate ended, to be returned"), "t-late", "late")
    return Mark(_now("valid"), "t-ok", "done")


def _list_links(actor: Actor, congress: Any) -> Sequence[Link]:
    links = [
        Link(
            _now("Sheet for the card maker"),
            reverse("deputies:certificate_sheet", args=[congress.slug]),
            "print",
        )
    ]
    if deputies_office(actor):
        url = reverse("deputies:issue", args=[congress.slug])
        links.append(Link(_now("Issue to all who have none"), url, "people"))
    return links


REGISTER = Register(
    key="certificates",
    name=_("Deputies' certificates"),
    one=_("a certificate"),
    about=_("Who has which certificate, and which are void."),
    icon="lock",
    group="people",
    model=lambda: Certificate,
    rows=_rows,
    reads=reads_deputies,
    writes=keeps_deputies,
    columns=(
        Column(_("Number"), "number", is_title=True),
        Column(_("Deputy"), lambda row: listed_name(row.mandate.person)),
        Column(_("Elected in"), lambda row: unit_name(row.mandate), is_desk=True),
        Column(_("Issued on"), "issued_on", is_desk=True),
        Column(_("Reported lost on"), "lost_on", is_desk=True),
        Column(_("Returned on"), "returned_on", is_desk=True),
        Column(_("State"), _state),
    ),
    action="deputies.{}_certificate",
    form=CertificateForm,
    search=("number", "mandate__person__name"),
    chips=(
        Chip("valid", _("Valid"), _valid),
        Chip("to_return", _("To be returned"), _to_return),
        Chip("void", _("Void"), _void),
    ),
    order=("number", "pk"),
    list_links=_list_links,
    place=30,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(REGISTER)
