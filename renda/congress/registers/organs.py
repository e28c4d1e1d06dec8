"""承办单位: organs with their heads and contacts, in their official order and tree."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.congress.forms.bodies import OrganForm
from renda.congress.models import Body, Contact, Counterpart
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.registers.bodies import called_before, ended, links, more, telephone, there
from renda.congress.roles import BodyKind, Duty, OrganKind
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import enter
from renda.kernel.registers.register import Chip, Column, Link, Register, add

JUSTICE = (OrganKind.SUPERVISION, OrganKind.COURT, OrganKind.PROCURATORATE)


def current() -> Q:
    """Rows with an end that has not come."""
    return Q(until_on=None) | Q(until_on__gte=today())


def _organs(actor: Actor) -> QuerySet[Any]:
    rows = Body.objects.filter(congress_id=actor.congress_id, kind=BodyKind.ORGAN)
    contacts = Contact.objects.filter(current()).order_by("pk")
    return rows.select_related("parent").prefetch_related(
        Prefetch("contacts", contacts, to_attr="contacts_now")
    )


def _finds(word: str) -> Q:
    people = Contact.objects.filter(name__icontains=word).values("body")
    return called_before(word) | Q(pk__in=people)


def _called(duty: str) -> Any:
    def names(organ: Any) -> str:
        return "、".join(c.name for c in organ.contacts_now if c.duty == duty)

    return names


def _of(*kinds: str) -> Any:
    return lambda rows, actor: there(rows, actor).filter(organ_kind__in=kinds)


def _without_contact(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    found = Contact.objects.filter(current(), body=OuterRef("pk"), duty=Duty.CONTACT)
    return there(rows, actor).filter(~Exists(found))


def _without_counterpart(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    found = Counterpart.objects.filter(current(), organ=OuterRef("pk"))
    return there(rows, actor).filter(~Exists(found))


def _forwarding(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    return there(rows, actor).filter(is_forwarding=True)


def _enter_organ(values: dict[str, Any], actor: Actor) -> Body:
    organ = Body(congress_id=actor.congress_id, kind=BodyKind.ORGAN, **values)
    return enter(organ, "congress.add_body", by=actor)


def _links(actor: Actor, congress: Any, organ: Body) -> list[Link]:
    found = links(actor, congress, organ)
    if found:
        where = reverse("congress:reform", args=[congress.slug])
        found.insert(1, Link(_("Merge or split"), f"{where}?old={organ.pk}", "people"))
    return found


def _list_links(actor: Actor, congress: Any) -> list[Link]:
    if not keeps_bodies(actor):
        return []
    return [Link(_("Reform of organs"), reverse("congress:reform", args=[congress.slug]), "people")]


ORGANS = Register(
    key="organs",
    name=_("Handling organs"),
    one=_("an organ"),
    about=_("Whom suggestions are assigned to: heads, contact persons, duties, official order."),
    icon="people",
    group="bodies",
    model=lambda: Body,
    rows=_organs,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Name"), "name", is_title=True),
        Column(_("Short name"), "short_name", is_desk=True),
        Column(_("Kind"), "get_organ_kind_display"),
        Column(_("Head"), _called(Duty.HEAD)),
        Column(_("Leader in charge"), _called(Duty.LEADER), is_desk=True),
        Column(_("Contact person"), _called(Duty.CONTACT)),
        Column(_("Telephone"), telephone),
        Column(_("Until"), "until_on", is_desk=True),
    ),
    facts=(
        Column(_("Number of the organ"), "code"),
        Column(_("Forwarded to by"), "parent.name"),
        Column(_("Forwarding organ"), "is_forwarding"),
        Column(_("Official order"), "order"),
        Column(_("From"), "from_on"),
    ),
    action="congress.{}_body",
    form=OrganForm,
    search=("name", "short_name", "code", "duties"),
    finds=_finds,
    chips=(
        Chip("party", _("Party departments"), _of(OrganKind.PARTY)),
        Chip("departments", _("Government"), _of(OrganKind.GOVERNMENT, OrganKind.DEPARTMENT)),
        Chip("counties", _("Lower governments"), _of(OrganKind.COUNTY)),
        Chip("justice", _("Supervision, court, procuratorate"), _of(*JUSTICE)),
        Chip("stationed", _("Stationed here"), _of(OrganKind.CENTRAL, OrganKind.ENTERPRISE)),
        Chip("forwarding", _("Forwarding organs"), _forwarding),
        Chip("no-contact", _("Without contact person"), _without_contact),
        Chip("no-committee", _("Without committee"), _without_counterpart),
        Chip("ended", _("Ended"), ended),
    ),
    first=Chip("", _("All that are there"), there),
    tree="parent",
    order=("order", "pk"),
    adds=_enter_organ,
    parts="congress/_body.html",
    more=more,
    links=_links,
    list_links=_list_links,
    place=20,
)


def declare() -> None:
    """Tell the kernel of it."""
    add(ORGANS)
