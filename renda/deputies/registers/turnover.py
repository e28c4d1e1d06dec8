"""What a change of term leaves to keep: who is new and still to be trained, and the certificates of
the old term that are to be handed back; and the tile that leads to the guided pages."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.naming import term_name
from renda.congress.permits import changes_terms, keeps_accounts, reads_bodies
from renda.deputies.forms.turnover import BeginningForm, ReturnForm
from renda.deputies.models import Certificate, Mandate
from renda.deputies.roles import Beginning
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import hub
from renda.kernel.registers.register import Chip, Column, Register, add


def _beginnings(actor: Actor) -> QuerySet[Any]:
    rows = Mandate.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("person", "term__congress", "unit", "delegation")


def _returns(actor: Actor) -> QuerySet[Any]:
    """Certificates of mandates that are over."""
    over = Certificate.objects.filter(congress_id=actor.congress_id, mandate__until_on__lt=today())
    return over.select_related("mandate__person", "mandate__term__congress")


def _latest(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Of the newest term: the one that is being elected, else the present one."""
    last = Mandate.objects.filter(congress_id=actor.congress_id).order_by("-term__number")
    return rows.filter(term_id__in=last.values("term_id")[:1])


def _began_as(kind: str) -> Any:
    return lambda rows, actor: _latest(rows, actor).filter(beginning=kind)


def _untrained(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    new = (Beginning.NEW, Beginning.BY_ELECTION)
    return _latest(rows, actor).filter(beginning__in=new, trained_on=None)


BEGINNINGS = Register(
    key="newly-elected",
    name=_("New and re-elected deputies"),
    one=_("a deputy's election"),
    about=_("Who is new, re-elected or came by a by-election, and who is still to be trained."),
    icon="flag",
    group="people",
    model=lambda: Mandate,
    rows=_beginnings,
    reads=reads_bodies,
    writes=changes_terms,
    columns=(
        Column(_("Name"), "person.name", is_title=True),
        Column(_("Elected"), "get_beginning_display"),
        Column(_("Term"), lambda mandate: term_name(mandate.term)),
        Column(_("Constituency or electoral unit"), "electoral_unit", is_desk=True),
        Column(_("From"), "from_on", is_desk=True),
        Column(_("First trained on"), "trained_on"),
    ),
    action="deputies.{}_mandate",
    form=BeginningForm,
    search=("person__name", "electoral_unit"),
    chips=(
        Chip("new", Beginning.NEW.label, _began_as(Beginning.NEW)),
        Chip("again", Beginning.AGAIN.label, _began_as(Beginning.AGAIN)),
        Chip("by-election", Beginning.BY_ELECTION.label, _began_as(Beginning.BY_ELECTION)),
        Chip("untrained", _("Not trained yet"), _untrained),
    ),
    order=("-term__number", "order", "pk"),
    can_add=False,
    can_withdraw=False,
    place=60,
)

RETURNS = Register(
    key="certificates-due",
    name=_("Certificates to be handed back"),
    one=_("a certificate"),
    about=_("Deputies' certificates whose term or mandate is over, until they are handed back."),
    icon="back",
    group="people",
    model=lambda: Certificate,
    rows=_returns,
    reads=reads_bodies,
    writes=changes_terms,
    columns=(
        Column(_("Number"), "number", is_title=True),
        Column(_("Deputy"), "mandate.person.name"),
        Column(_("Term"), lambda certificate: term_name(certificate.mandate.term), is_desk=True),
        Column(_("Mandate until"), "mandate.until_on", is_desk=True),
        Column(_("Returned on"), "returned_on"),
        Column(_("Reported lost on"), "lost_on", is_desk=True),
    ),
    action="deputies.{}_certificate",
    form=ReturnForm,
    search=("number", "mandate__person__name"),
    chips=(
        Chip(
            "due", _("Still out"), lambda rows, actor: rows.filter(returned_on=None, lost_on=None)
        ),
        Chip("back", _("Handed back"), lambda rows, actor: rows.exclude(returned_on=None)),
    ),
    order=("mandate__until_on", "number"),
    can_add=False,
    can_withdraw=False,
    place=70,
)


def declare() -> None:
    """Tell the kernel of them."""
    add(BEGINNINGS)
    add(RETURNS)
    hub.add(
        hub.Tile(
            name=_("Change of term"),
            about=_(
                "From one term to the next: roster, seats, open suggestions, the hour it freezes."
            ),
            icon="calendar",
            group="congress",
            url_name="deputies:turnover",
            to=changes_terms,
            place=30,
        )
    )
    hub.add(
        hub.Tile(
            name=_("Personal data of one person"),
            about=_("A copy for whoever asks for one, and erasing what need not be kept."),
            icon="lock",
            group="accounts",
            url_name="deputies:personal",
            to=keeps_accounts,
            place=90,
        )
    )
