"""Questions about congresses, their sessions and bodies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from renda.accounts.office import Line
from renda.congress.models import (
    Body,
    BodyPast,
    Congress,
    GlossaryWord,
    Region,
    Session,
    Sitting,
    Succession,
    Term,
)
from renda.congress.models.body import BodyQuerySet
from renda.congress.roles import BodyKind
from renda.kernel.moment import today


def congress_id_named(slug: str) -> int | None:
    """The congress with this address, for commands."""
    return Congress.objects.filter(slug=slug).values_list("pk", flat=True).first()


def named(slug: str) -> Congress | None:
    """The congress with this address."""
    return Congress.objects.filter(slug=slug).first()


def listed() -> list[tuple[str, str]]:
    """Addresses and names of the congresses, for whoever asks by which calendar to count."""
    return list(Congress.objects.values_list("slug", "short_name"))


def telephones(_request: object) -> list[Line]:
    """Whom to call about an account, on the sign-in page: the congresses' own offices."""
    rows = Congress.objects.exclude(phone="").order_by("path").values_list("short_name", "phone")
    return [Line(name, phone) for name, phone in rows[:5]]


def words_of(congress_id: int) -> dict[str, str]:
    """This congress's own words for those of the glossary."""
    rows = GlossaryWord.objects.filter(congress_id=congress_id)
    return dict(rows.values_list("key", "word"))


def body_names(ids: Iterable[int]) -> dict[int, str]:
    """What bodies are called, for the timeline."""
    return dict(Body.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def session_for(congress_id: int, day: date) -> Session | None:
    """The session to which a day belongs: the one in progress, or the last one before it."""
    return (
        Session.objects.filter(congress_id=congress_id, opens_on__lte=day)
        .select_related("term", "congress")
        .order_by("-opens_on")
        .first()
    )


def sessions_of(congress_id: int) -> list[Session]:
    """The sessions that have opened, with their terms, the newest first."""
    rows = Session.objects.filter(congress_id=congress_id, opens_on__lte=today())
    return list(rows.select_related("term", "congress").order_by("-opens_on"))


def committees(congress_id: int) -> QuerySet[Body]:
    """The bodies that can judge in a deputy's place today: special committees; the presidium of a
    township, which has none."""
    kinds = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
    return Body.objects.there_on(today()).filter(congress_id=congress_id, kind__in=kinds)


def organs(congress_id: int, day: date) -> BodyQuerySet:
    """The organs that can be given something to handle on this day, in their official order."""
    here: BodyQuerySet = Body.objects.filter(congress_id=congress_id, kind=BodyKind.ORGAN)
    return here.there_on(day)


def body_name_on(body: Body, day: date) -> str:
    """What a body was called on a day: 更名 keeps the row, and the old name until its last day."""
    pasts = [past for past in body.pasts.all() if past.until_on >= day]
    return min(pasts, key=lambda past: past.until_on).name if pasts else body.name


def name_then(body: str, day: str) -> Subquery:
    """The same inside a query: the old name that a body had on a day, nothing if it has that name
    still; `body` and `day` are fields of the outer rows."""
    pasts = BodyPast.objects.filter(body=OuterRef(body), until_on__gte=OuterRef(day))
    return Subquery(pasts.order_by("until_on").values("name")[:1])


def successors_of(body: Body, day: date) -> list[Body]:
    """The bodies that do on this day what this one did: itself while it is there, else whoever
    took over, however often; the one that took over the open work first."""
    found: dict[int, Body] = {}
    waiting, seen = [body], {body.pk}
    while waiting:
        here = waiting.pop(0)
        rows = Succession.objects.filter(old=here, on__lte=day).select_related("new")
        heirs = [row.new for row in rows.order_by("pk") if row.new_id not in seen]
        seen |= {heir.pk for heir in heirs}
        waiting += heirs
        if here.until_on is None or here.until_on >= day:
            found.setdefault(here.pk, here)
    return list(found.values())


def successor_of(body: Body, day: date) -> Body | None:
    """The one of them under whose name figures are read; None for what ended without one."""
    return next(iter(successors_of(body, day)), None)


@dataclass(frozen=True)
class RegionThen:
    """What a place was on a day."""

    name: str
    code: str
    parent: Region | None


def region_on(region: Region, day: date) -> RegionThen | None:
    """Its name, code and superior on a day; None when it was not there yet or no longer."""
    if (region.from_on and day < region.from_on) or (region.until_on and day > region.until_on):
        return None
    pasts = region.pasts.filter(is_void=False, until_on__gte=day).select_related("parent")
    past = pasts.order_by("until_on").first()
    was = past or region
    return RegionThen(was.name, was.code, was.parent)


def regions_of(congress: Congress) -> QuerySet[Region]:
    """The places that a congress sees: those below its own, and that one itself; all of them for
    a congress with none above it that has not said which is its own."""
    rows = Region.objects.all()
    if congress.region is not None:
        return rows.filter(path__startswith=congress.region.path)
    return rows if congress.parent_id is None else rows.none()


def below(congress: Congress) -> QuerySet[Congress]:
    """The congresses below this one."""
    return Congress.objects.filter(path__startswith=congress.path).exclude(pk=congress.pk)


def term_on(congress_id: int, day: date) -> Term | None:
    """The term that runs on a day: the last one that had begun and not ended before it."""
    running = Q(until_on=None) | Q(until_on__gte=day)
    rows = Term.objects.filter(running, congress_id=congress_id, from_on__lte=day)
    return rows.order_by("-from_on").first()


def last_sitting(congress_id: int, kind: BodyKind) -> Sitting | None:
    """The latest meeting of the congress's body of this kind."""
    rows = Sitting.objects.filter(congress_id=congress_id, body__kind=kind)
    return rows.order_by("-opens_on", "-pk").first()
