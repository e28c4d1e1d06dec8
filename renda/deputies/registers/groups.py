"""Deputies' groups, and who need not be in a field group."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Congress
from renda.congress.permits import keeps_bodies, reads_bodies
from renda.deputies import actions
from renda.deputies.forms.groups import ExceptionForm, GroupForm
from renda.deputies.grouping import lines_of
from renda.deputies.models import Group, GroupException
from renda.deputies.roles import GroupKind
from renda.deputies.views.seats import roster_of
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import history
from renda.kernel.registers.register import Chip, Column, Link, Register, add
from renda.kernel.trail.naming import names_in
from renda.kernel.trail.timeline import events_of


def _groups(actor: Actor) -> QuerySet[Any]:
    rows = Group.objects.filter(body__congress_id=actor.congress_id, body__is_void=False)
    return rows.select_related("body__congress", "body__region", "body__group")


def _exceptions(actor: Actor) -> QuerySet[Any]:
    rows = GroupException.objects.filter(congress_id=actor.congress_id)
    return rows.select_related("mandate__person")


def _adds(values: dict[str, Any], actor: Actor) -> Group:
    congress = Congress.objects.get(pk=actor.congress_id)
    return actions.found_group(congress=congress, by=actor, **values)


def _more(request: Any, row: Group) -> dict[str, Any]:
    lines = [ln for ln in lines_of(request.congress, today()) if ln.group.pk == row.pk]
    line = lines[0] if lines else None
    return {"body": row.body, "line": line, "group": row, **roster_of(request, row.body)}


def _links(actor: Actor, congress: Any, row: Group) -> list[Link]:
    if not keeps_bodies(actor) or row.body.until_on is not None:
        return []
    url = reverse("deputies:seat", args=[congress.slug, row.body_id])
    end = reverse("deputies:end_of_group", args=[congress.slug, row.pk])
    return [Link(_("Take deputies in"), url, "plus"), Link(_("End this group"), end, "leave")]


def _glance(actor: Actor, congress: Any) -> list[Link]:
    url = reverse("deputies:groups", args=[congress.slug])
    return [Link(_("At a glance"), url, "chart")]


def _renamings(row: Any) -> Iterator[history.Told]:
    """What happened to the body of a group: its name is kept there."""
    if not isinstance(row, Group):
        return
    events = events_of([("congress.body", [row.body_id])])
    names = names_in(events)
    for event in events:
        pair = history.said_in(event).get("changed", {}).get("name")
        if pair is not None:
            said = {"before": pair[0], "after": pair[1]}
            label = _now("Renamed from %(before)s to %(after)s") % said
            who = names.get(("user", event.actor_id or 0), "")
            yield history.Told(event.recorded_at, who, label, {})


def _of(kind: GroupKind) -> Chip:
    return Chip(kind.value, kind.label, lambda rows, actor: rows.filter(kind=kind))


GROUPS = Register(
    key="groups",
    name=_("Deputies' groups"),
    one=_("a deputies' group"),
    about=_("By field, by area, professional, of several levels; with leader, liaison and plan."),
    icon="people",
    group="people",
    model=lambda: Group,
    rows=_groups,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Group"), "body.name", is_title=True),
        Column(_("Kind"), "get_kind_display"),
        Column(_("Field or area"), "field"),
        Column(_("Place"), "body.region", is_desk=True),
        Column(_("Last day"), "body.until_on", is_desk=True),
    ),
    facts=(Column(_("Why it ended"), "end_reason"),),
    action="deputies.{}_group",
    form=GroupForm,
    search=("body__name", "field"),
    chips=tuple(_of(kind) for kind in GroupKind),
    order=("body__order", "pk"),
    adds=_adds,
    changes=actions.change_group,
    follows=actions.follow_group,
    parts="deputies/_group.html",
    more=_more,
    links=_links,
    list_links=_glance,
    place=50,
)

EXCEPTIONS = Register(
    key="group-exceptions",
    name=_("Without a field group"),
    one=_("an exception"),
    about=_("Deputies who need not be in exactly one field group, with the reason."),
    icon="info",
    group="people",
    model=lambda: GroupException,
    rows=_exceptions,
    reads=reads_bodies,
    writes=keeps_bodies,
    columns=(
        Column(_("Deputy"), "mandate.person.name", is_title=True),
        Column(_("Reason"), "reason"),
        Column(_("From"), "from_on"),
        Column(_("Until"), "until_on"),
    ),
    action="deputies.{}_group_exception",
    form=ExceptionForm,
    search=("mandate__person__name", "reason"),
    order=("mandate__order", "pk"),
    list_links=_glance,
    place=60,
)


def declare() -> None:
    """Tell the kernel of them."""
    add(GROUPS)
    add(EXCEPTIONS)
    history.also(_renamings)
    history.called({"deputies.end_group": _("Last day entered")})
