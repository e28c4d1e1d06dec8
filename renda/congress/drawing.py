"""What the pages of congresses and places draw from, read in a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.congress import legal_numbers as law
from renda.congress.counting import actual, region_counts
from renda.congress.models import Congress, Guidance, Region, Session, Sitting
from renda.congress.naming import session_name, sitting_name
from renda.congress.permits import guides
from renda.congress.queries import last_sitting, term_on
from renda.congress.roles import BodyKind, Power
from renda.kernel.clock.counting import months_after
from renda.kernel.moment import today
from renda.kernel.pages.templatetags.renda import chinese_date
from renda.kernel.permits.actor import Actor

SHOWN = 6


@dataclass(frozen=True)
class Badge:
    """A word with its shape and tone."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Number:
    """A number of the law beside the fixed and the actual one, and whether they fit."""

    key: str
    label: str
    law: str
    fixed: int | None
    actual: int | None
    fit: Badge
    cites: str
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Quorum:
    """Of how many how many must be there, and how many votes pass."""

    label: str
    of: int
    present: int
    votes: int
    cites: str


Part = Callable[[Congress, Actor], dict[str, Any] | None]
_parts: list[tuple[str, Part]] = []


def add_part(template: str, part: Part) -> None:
    """Show more on the page of a congress: `part(congress, actor)` gives what the template draws,
    or None for whoever may not see it. Upper floors call it when they are ready."""
    _parts.append((template, part))


def numbers_of(congress: Congress) -> list[Number]:
    """Deputies and members of the standing committee: by law, fixed, in office."""
    day, level, people = today(), congress.level, congress.population
    by_law = law.deputies(level, people, is_municipality=congress.is_municipality)
    lines = [
        _number(
            "deputies",
            _("Deputies"),
            by_law,
            congress.fixed_deputies,
            actual("deputies", congress.pk, day),
            "" if by_law else _("Enter the population: the law counts by it."),
        )
    ]
    bounds = law.committee(level, people)
    if bounds is not None and congress.may(Power.COMMITTEE):
        members = actual("committee", congress.pk, day)
        lines.append(
            _number(
                "committee",
                _("Standing committee"),
                bounds,
                congress.fixed_committee,
                members,
                "",
            )
        )
    return lines


def quorums_of(numbers: list[Number]) -> list[Quorum]:
    """What must be there and what passes, of those in office or else of the fixed number."""
    found = []
    for number in numbers:
        needs, cites = _QUORUMS[number.key]
        if of := number.actual or number.fixed:
            found.append(Quorum(number.label, of, needs(of), law.majority(of), cites))
    return found


_QUORUMS = {
    "deputies": (law.congress_quorum, "组织法14.4、25"),
    "committee": (law.majority, "组织法51.3、51.4"),
}


def _number(
    key: str,
    label: str,
    bounds: law.Bounds | None,
    fixed: int | None,
    there: int | None,
    missing: str,
) -> Number:
    if bounds is None:
        return Number(key, label, "", fixed, there, Badge(missing, "t-soon", "soon"), "选举法12")
    by_law = str(bounds.usual) if bounds.usual else f"{bounds.least}–{bounds.most}"
    notes = []
    if bounds.may_be_less:
        notes.append(_("Few people live here: the number may be less."))
    if bounds.may_be_more:
        notes.append(
            _("Five per cent may be added by decision: up to %(most)d.") % {"most": bounds.most}
        )
    if fixed is not None and there is not None and there < fixed:
        notes.append(_("Vacant seats: %(many)d") % {"many": fixed - there})
    fit = _fit(bounds, fixed, there)
    return Number(key, label, by_law, fixed, there, fit, bounds.cites, notes)


def _fit(bounds: law.Bounds, fixed: int | None, there: int | None) -> Badge:
    if fixed is None:
        return Badge(_("no number fixed yet"), "t-soon", "soon")
    if not bounds.holds(fixed):
        return Badge(_("does not fit the law"), "t-late", "late")
    if there is not None and there > fixed:
        return Badge(_("more in office than fixed"), "t-late", "late")
    if bounds.usual is not None and fixed > bounds.usual:
        return Badge(_("fits with the five per cent that may be added"), "t-ok", "done")
    if bounds.usual is not None and fixed < bounds.usual:
        return Badge(_("fits: it may be less here"), "t-ok", "done")
    return Badge(_("fits the law"), "t-ok", "done")


def meeting_alarm(congress: Congress) -> str:
    """Said when the standing committee has not met for two months (组织法51.1); else ""."""
    day = today()
    if not congress.may(Power.COMMITTEE) or term_on(congress.pk, day) is None:
        return ""
    last = last_sitting(congress.pk, BodyKind.STANDING_COMMITTEE)
    if last is None or months_after(_end(last), law.MONTHS_BETWEEN_MEETINGS) >= day:
        return ""
    return _(
        "The standing committee last met on %(day)s. By law it meets at least once every two"
        " months (组织法51.1)."
    ) % {"day": chinese_date(_end(last))}


def _end(sitting: Sitting) -> date:
    return sitting.closes_on or sitting.opens_on


def congress_page(congress: Congress, actor: Actor) -> dict[str, Any]:
    """One congress as the page of the register shows it: numbers, sessions, meetings, guidance."""
    numbers, comma = numbers_of(congress), pgettext("between names in a list", ", ")
    sessions = Session.objects.filter(congress=congress).select_related("term", "congress")
    sittings = Sitting.objects.filter(congress=congress)
    sittings = sittings.select_related("term", "congress", "body")
    return {
        "alarm": meeting_alarm(congress),
        "powers": comma.join(str(power.label) for power in Power if congress.may(power)),
        "numbers": numbers,
        "quorums": quorums_of(numbers),
        "sessions": [(session_name(s), s) for s in sessions.order_by("-opens_on")[:SHOWN]],
        "sittings": [(sitting_name(s), s) for s in sittings[:SHOWN]],
        "guidance": _guidance(congress, actor),
        "others": [
            (template, drawn)
            for template, part in _parts
            if (drawn := part(congress, actor)) is not None
        ],
    }


def guidance_badge(row: Guidance) -> Badge:
    """Whether what was to follow is done, open or overdue."""
    if not row.follow_up:
        return Badge(_("nothing to follow"))
    if row.done_on:
        return Badge(_("done"), "t-ok", "done")
    if row.due_on and row.due_on < today():
        return Badge(_("overdue"), "t-late", "late")
    return Badge(_("not done yet"), "t-now", "clock")


def _guidance(congress: Congress, actor: Actor) -> list[tuple[Badge, Guidance]]:
    """What this congress's office found there; nothing for whoever may not read it."""
    if congress.pk == actor.congress_id or not guides(actor):
        return []
    rows = Guidance.objects.filter(congress_id=actor.congress_id, lower=congress)
    return [(guidance_badge(row), row) for row in rows[:SHOWN]]


@dataclass(frozen=True)
class RegionPart:
    """A place directly below, with what is counted in it."""

    region: Region
    counts: list[int]


def region_page(region: Region, visible: Any, here: Congress) -> dict[str, Any]:
    """One place: what it lies in, its parts with their totals, what it was, its congress."""
    slug = here.slug
    above = Region.objects.filter(code__in=region.codes_above, until_on=None).order_by("path")
    seen = set(visible.filter(pk__in=[r.pk for r in above]).values_list("pk", flat=True))
    parts = list(region.parts.filter(is_void=False, until_on=None).order_by("code"))
    counts = list(region_counts.values())
    by_part = [count.by_part(region) for count in counts]
    return {
        "above": [(r, _url(slug, r) if r.pk in seen else "") for r in above],
        "labels": [count.label for count in counts],
        "totals": [(count.label, count.total(region)) for count in counts],
        "parts": [
            (RegionPart(r, [found[r.code] for found in by_part]), _url(slug, r)) for r in parts
        ],
        "pasts": region.pasts.filter(is_void=False).select_related("parent").order_by("-until_on"),
        "congresses": Congress.objects.filter(region=region, path__startswith=here.path),
    }


def _url(slug: str, region: Region) -> str:
    return reverse("registers:row", args=[slug, "regions", region.pk])
