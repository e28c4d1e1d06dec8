"""代表名册: the mandates of this congress, and everything about one deputy on one page."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.permits import deputies_office
from renda.deputies import listing
from renda.deputies.actions.entering import change_deputy, enter_deputy
from renda.deputies.dossier import dossier
from renda.deputies.forms.deputies import DeputyForm
from renda.deputies.models import Mandate
from renda.deputies.naming import listed_name, unit_name
from renda.deputies.permits import keeps_deputies, reads_cases, reads_deputies
from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import hub
from renda.kernel.registers.history import called
from renda.kernel.registers.register import Chip, Column, Link, Register, add


def _more(request: Request, row: Mandate) -> dict[str, Any]:
    return {"dossier": dossier(request.actor, row)}


def _links(actor: Actor, congress: Any, row: Mandate) -> Sequence[Link]:
    links = []
    if deputies_office(actor):
        place = [congress.slug, row.pk]
        links.append(Link(_now("Photograph"), reverse("deputies:photo", args=place), "person"))
        links.append(Link(_now("Assistant"), reverse("deputies:assistant", args=place), "people"))
        url = reverse("deputies:report", args=[congress.slug])
        links.append(Link(_now("End, suspend, restore"), f"{url}?mandate={row.pk}", "flag"))
    return links


def _list_links(actor: Actor, congress: Any) -> Sequence[Link]:
    url = reverse("deputies:above", args=[congress.slug])
    links = [Link(_now("Deputies of higher congresses"), url, "hall")]
    if reads_cases(actor):
        url = reverse("deputies:cases", args=[congress.slug])
        links.append(Link(_now("Qualification cases"), url, "law"))
    return links


REGISTER = Register(
    key="deputies",
    name=_("Register of deputies"),
    one=_("a deputy"),
    about=_("Who sits in this congress, for whom, since when, and what is still missing."),
    icon="people",
    group="people",
    model=lambda: Mandate,
    rows=listing.register_of,
    reads=reads_deputies,
    writes=keeps_deputies,
    columns=(
        Column(_("Name"), lambda m: listed_name(m.person), is_title=True),
        Column(_("Number"), "code", is_desk=True),
        Column(_("Elected in"), unit_name),
        Column(_("Delegation"), "delegation", is_desk=True),
        Column(_("Work unit and office"), "person.work", is_desk=True),
        Column(_("Elected as"), "get_beginning_display", is_desk=True),
        Column(_("First trained on"), "trained_on", is_desk=True),
        Column(_("Certificate"), "certificate_number", is_desk=True),
        Column(_("State"), listing.state_of),
    ),
    action="deputies.{}_mandate",
    form=DeputyForm,
    search=(
        "person__name",
        "unit__name",
        "electoral_unit",
        "person__work",
        "delegation__name",
        "code",
    ),
    chips=(
        Chip("office", _("In office"), listing.in_office),
        Chip("untrained", _("New and not yet trained"), listing.untrained),
        Chip("by_elected", _("Elected in a by-election"), listing.by_elected),
        Chip("awaiting", _("Awaiting confirmation"), listing.awaiting),
        Chip("suspended", _("Suspended"), listing.suspended),
        Chip("ended", _("Ended"), listing.ended),
        Chip("account", _("Without an account"), listing.without_account),
        Chip("mobile", _("Without a mobile number"), listing.without_mobile),
        Chip("certificate", _("Without a certificate"), listing.lacking_certificate),
        Chip("delegation", _("Without a delegation"), listing.without_delegation),
    ),
    order=("-term__number", "order", "pk"),
    adds=enter_deputy,
    changes=change_deputy,
    parts="deputies/_dossier.html",
    more=_more,
    links=_links,
    list_links=_list_links,
    place=10,
)


def declare() -> None:
    """Tell the kernel of it, what its events are called, and of the pages beside it."""
    add(REGISTER)
    called(
        {
            "deputies.end_mandate": _("Mandate ended"),
            "deputies.confirm_mandate": _("Mandate confirmed"),
            "deputies.suspend_mandate": _("Mandate suspended"),
            "deputies.restore_mandate": _("Mandate restored"),
            "deputies.change_card": _("Public card changed by the deputy"),
            "deputies.change_person": _("Person's data changed"),
            "deputies.keep_photo": _("Photograph kept"),
            "deputies.drop_photo": _("Photograph removed"),
            "deputies.ask_for_assistant": _("Asked for an assistant's account:"),
        }
    )
    hub.add(
        hub.Tile(
            name=_("Qualification cases"),
            about=_("Mandates to be confirmed, ended, suspended or restored."),
            icon="law",
            group="people",
            url_name="deputies:cases",
            to=reads_cases,
            place=40,
        )
    )
    hub.add(
        hub.Tile(
            name=_("Changes of personal data"),
            about=_("Of deputies who sit in several congresses: theirs to answer, yours to ask."),
            icon="pen",
            group="people",
            url_name="deputies:proposals",
            to=deputies_office,
            place=60,
        )
    )
