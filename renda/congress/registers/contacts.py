"""Heads and contact persons, counterparts, and the address book."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.contacts import enter_contact
from renda.congress.forms.organs import AddressForm, ContactForm, CounterpartForm
from renda.congress.models import AddressEntry, Contact, Counterpart
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.registers.bodies import ended, there
from renda.congress.roles import Duty
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Chip, Column, Register, Telephone, add

A_YEAR = timedelta(days=365)


def _contacts(actor: Actor) -> QuerySet[Any]:
    return Contact.objects.filter(body__congress_id=actor.congress_id).select_related("body")


def _counterparts(actor: Actor) -> QuerySet[Any]:
    rows = Counterpart.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("committee", "organ")


def _addresses(actor: Actor) -> QuerySet[Any]:
    return AddressEntry.objects.filter(congress_id=actor.congress_id).select_related("body")


def tail(row: Any) -> str:
    """The last four digits of a mobile number: the whole is shown by an act of its own."""
    return f"…{row.mobile_tail}" if row.mobile_hash else ""


def own_or_unit(row: Any) -> Telephone:
    """Somebody's office telephone, or the one of the unit."""
    return Telephone(row.phone or (row.body.phone if row.body else ""))


def _as(*duties: str) -> Any:
    return lambda rows, actor: there(rows, actor).filter(duty__in=duties)


def _unheard(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(Q(used_on=None) | Q(used_on__lt=today() - A_YEAR))


def _silent(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(phone="", mobile_hash="")


CONTACTS = Register(
    key="contacts",
    name=_("Heads and contact persons"),
    one=_("a head or contact person"),
    about=_("Who leads an organ, who is in charge of it in the government, whom to call."),
    icon="person",
    group="bodies",
    model=lambda: Contact,
    rows=_contacts,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("person's name"), "name", is_title=True),
        Column(_("Body"), "body.name"),
        Column(_("Duty"), "get_duty_display"),
        Column(_("Office held"), "office", is_desk=True),
        Column(_("Telephone"), own_or_unit),
        Column(_("Mobile"), tail),
        Column(_("From"), "from_on", is_desk=True),
        Column(_("Until"), "until_on", is_desk=True),
    ),
    action="congress.{}_contact",
    form=ContactForm,
    search=("name", "office", "body__name", "body__short_name"),
    chips=(
        Chip("heads", _("Heads"), _as(Duty.HEAD, Duty.DEPUTY_HEAD)),
        Chip("leaders", _("Leaders in charge"), _as(Duty.LEADER)),
        Chip("contacts", _("Contact persons"), _as(Duty.CONTACT)),
        Chip("secrecy", _("Secrecy officers"), _as(Duty.SECRECY)),
        Chip("ended", _("Ended"), ended),
    ),
    first=Chip("", _("All now"), there),
    order=("body__order", "body_id", "duty", "pk"),
    adds=enter_contact,
    parts="congress/_number.html",
    more=lambda request, row: {"of": "contacts"},
    place=30,
)

COUNTERPARTS = Register(
    key="counterparts",
    name=_("Committees and their organs"),
    one=_("a counterpart"),
    about=_("Which committee looks after which organ."),
    icon="flag",
    group="bodies",
    model=lambda: Counterpart,
    rows=_counterparts,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Organ"), "organ.name", is_title=True),
        Column(_("Committee"), "committee.name"),
        Column(_("From"), "from_on", is_desk=True),
        Column(_("Until"), "until_on", is_desk=True),
    ),
    action="congress.{}_counterpart",
    form=CounterpartForm,
    search=("organ__name", "organ__short_name", "committee__name", "committee__short_name"),
    chips=(Chip("ended", _("Ended"), ended),),
    first=Chip("", _("All now"), there),
    order=("committee__order", "organ__order", "pk"),
    place=40,
)

ADDRESSES = Register(
    key="addresses",
    name=_("Address book"),
    one=_("an address"),
    about=_("Who really signs and answers for a unit. It fills itself from use."),
    icon="phone",
    group="bodies",
    model=lambda: AddressEntry,
    rows=_addresses,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("person's name"), "name", is_title=True),
        Column(_("Unit"), "unit"),
        Column(_("Telephone"), own_or_unit),
        Column(_("Mobile"), tail),
        Column(_("WeChat"), "wechat", is_desk=True),
        Column(_("Last contact"), "used_on"),
        Column(_("Used for"), "used_for", is_desk=True),
    ),
    action="congress.{}_address",
    form=AddressForm,
    search=("name", "unit", "phone", "wechat", "body__name", "body__short_name"),
    chips=(
        Chip("unheard", _("Not heard of for a year"), _unheard),
        Chip("silent", _("Without telephone"), _silent),
    ),
    order=("unit", "name", "pk"),
    parts="congress/_number.html",
    more=lambda request, row: {"of": "addresses"},
    place=50,
)


def declare() -> None:
    """Tell the kernel of them."""
    for register in (CONTACTS, COUNTERPARTS, ADDRESSES):
        add(register)
