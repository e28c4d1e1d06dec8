"""Every body of the congress that is no organ, as a tree in official order."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.congress.actions import add_body
from renda.congress.dossier import body_page
from renda.congress.forms.bodies import ELSEWHERE, BodyForm
from renda.congress.models import Body, BodyPast, Congress
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.congress.roles import BodyKind
from renda.kernel.moment import today
from renda.kernel.pages.request import Request
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.history import called
from renda.kernel.registers.register import Chip, Column, Link, Register, Telephone, add

COMMITTEES = (BodyKind.COMMITTEE, BodyKind.WORKING_COMMITTEE, BodyKind.QUALIFICATION)
OFFICES = (BodyKind.OFFICE, BodyKind.SECTION)


def there(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    """Those that are there today."""
    return rows.filter(Q(until_on=None) | Q(until_on__gte=today()))


def ended(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    """Those that are there no more."""
    return rows.filter(until_on__lt=today())


def more(request: Request, body: Body) -> dict[str, Any]:
    """What stands around a body."""
    return {"around": body_page(body, today(), request.actor)}


def links(actor: Actor, congress: Any, body: Body) -> list[Link]:
    """What may be done with it beside changing its entry."""
    if not keeps_bodies(actor) or body.until_on is not None:
        return []
    here = [congress.slug, body.pk]
    return [
        Link(_("Rename"), reverse("congress:rename", args=here), "pen"),
        Link(_("End"), reverse("congress:end", args=here), "leave"),
    ]


def telephone(row: Any) -> Telephone:
    """A number to be called."""
    return Telephone(row.phone)


def called_before(word: str) -> Q:
    """The body that was called so."""
    return Q(pk__in=BodyPast.objects.filter(name__icontains=word).values("body"))


def _bodies(actor: Actor) -> QuerySet[Any]:
    rows = Body.objects.filter(congress_id=actor.congress_id).exclude(kind__in=ELSEWHERE)
    return rows.select_related("parent")


def _adds(values: dict[str, Any], actor: Actor) -> Body:
    return add_body(congress=Congress.objects.get(pk=actor.congress_id), **values, by=actor)


def _usual(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    return there(rows, actor).exclude(parent__kind=BodyKind.ORGAN)


def _of_kinds(*kinds: str) -> Any:
    return lambda rows, actor: there(rows, actor).filter(kind__in=kinds)


BODIES = Register(
    key="bodies",
    name=_("Bodies of the congress"),
    one=_("a body"),
    about=_("Committees, offices and their sections, delegations, in their official order."),
    icon="hall",
    group="bodies",
    model=lambda: Body,
    rows=_bodies,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Name"), "name", is_title=True),
        Column(_("Kind"), "get_kind_display"),
        Column(_("Belongs to"), "parent.name", is_desk=True),
        Column(_("Telephone"), telephone),
        Column(_("Until"), "until_on", is_desk=True),
    ),
    facts=(
        Column(_("Short name"), "short_name"),
        Column(_("Official order"), "order"),
        Column(_("From"), "from_on"),
    ),
    action="congress.{}_body",
    form=BodyForm,
    search=("name", "short_name", "duties"),
    finds=called_before,
    chips=(
        Chip("committees", _("Committees"), _of_kinds(*COMMITTEES)),
        Chip("offices", _("Offices and sections"), _of_kinds(*OFFICES)),
        Chip("delegations", _("Delegations"), _of_kinds(BodyKind.DELEGATION)),
        Chip("ended", _("Ended"), ended),
    ),
    first=Chip("", _("All that are there"), _usual),
    tree="parent",
    adds=_adds,
    order=("order", "pk"),
    parts="congress/_body.html",
    more=more,
    links=links,
    place=10,
)


def declare() -> None:
    """Tell the kernel of it, and what its events are called."""
    add(BODIES)
    called(
        {
            "congress.rename_body": _("Renamed"),
            "congress.end_body": _("Last day entered"),
            "congress.move_body": _("Moved in the official order"),
            "congress.keep_old_name": _("Old name kept"),
            "congress.end_with_body": _("Ended together with its body"),
            "congress.go_with_body": _("Went along to the successor"),
            "congress.carry_over": _("Carried over to the successor"),
            "congress.end_contact": _("Ended when another began"),
            "congress.note_contact": _("Entered from use"),
            "congress.end_counterpart": _("Ended"),
        }
    )
