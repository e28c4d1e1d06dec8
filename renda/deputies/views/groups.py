"""Groups at a glance, who is in none, and the proposals that an operator confirms."""

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.congress.permits import keeps_bodies, reads_bodies
from renda.deputies import actions, grouping
from renda.deputies.grouping import ONE_FIELD_GROUP, baskets_of, lines_of, placing
from renda.deputies.models import Mandate
from renda.deputies.queries import groups_for_topic
from renda.deputies.roles import ONE_OF, GroupKind
from renda.kernel.moment import today
from renda.kernel.options.declaring import options_of
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Refused


@page("deputies/groups.html", to=reads_bodies)
def groups(request: Request) -> dict[str, Any]:
    """Every group with its people by level; who is in no field group, who in several."""
    day, congress = today(), request.congress
    lines = lines_of(congress, day)
    topic = request.GET.get("topic", "").replace("\x00", "")[:100]
    return {
        "kinds": [
            (kind.label, [line for line in lines if line.group.kind == kind])
            for kind in GroupKind
            if any(line.group.kind == kind for line in lines)
        ],
        "placing": placing(congress, day),
        "is_ruled": ONE_FIELD_GROUP.of(options_of(congress.pk)),
        "rule": ONE_FIELD_GROUP.says,
        "topic": topic,
        "fitting": groups_for_topic(congress.pk, topic) if topic else [],
        "proposable": [
            {"label": kind.label, "kind": kind.value}
            for kind in ONE_OF
            if any(line.group.kind == kind for line in lines)
        ],
        "may_seat": keeps_bodies(request.actor),
    }


@page("deputies/propose.html", to=keeps_bodies)
def propose(request: Request, kind: str) -> dict[str, Any]:
    """A group for each deputy who is in none, with the reasons; nothing is written."""
    found = placing(request.congress, today(), _kind(kind))
    proposals = grouping.propose(found.none, baskets_of(found.lines))
    sizes = Counter(proposal.basket.key for proposal in proposals)
    sent = request.POST
    return {
        "kind": kind,
        "label": GroupKind(kind).label,
        "rows": [
            {
                "proposal": p,
                "to": sent.get(f"to-{p.mandate.pk}", str(p.basket.key)),
                "is_ticked": f"is-{p.mandate.pk}" in sent,
            }
            for p in proposals
        ],
        "lines": [(line, line.size + sizes[line.group.body_id]) for line in found.lines],
        "from_on": sent.get("from_on") or today().isoformat(),
    }


@act(to=keeps_bodies, again=propose)
def confirm(request: Request, kind: str) -> str:
    """Put those who were ticked into the groups beside their names, all in one act."""
    found = placing(request.congress, today(), _kind(kind))
    from_on = _day(request.POST.get("from_on", ""))
    bodies = {str(line.group.body_id): line.group.body for line in found.lines}
    chosen: dict[str, list[Mandate]] = {}
    for mandate in found.none:
        is_meant = "all" in request.POST or f"is-{mandate.pk}" in request.POST
        to = request.POST.get(f"to-{mandate.pk}", "")
        if is_meant and to in bodies:
            chosen.setdefault(to, []).append(mandate)
    if not chosen:
        raise Refused(_("Tick at least one deputy."))
    for to, mandates in chosen.items():
        people = [(mandate.person, None) for mandate in mandates]
        actions.move_to_group(group=bodies[to], people=people, from_on=from_on, by=request.actor)
    count = sum(map(len, chosen.values()))
    said = ngettext("%(count)s deputy grouped.", "%(count)s deputies grouped.", count)
    messages.success(request, said % {"count": count})
    return reverse("deputies:groups", args=[request.congress.slug])


def _kind(asked: str) -> str:
    if asked not in ONE_OF:
        raise Http404
    return asked


def _day(asked: str) -> date:
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise Refused(_("Say from which day.")) from None
