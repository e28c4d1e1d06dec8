"""Who belongs to a congress, and which congress keeps an account.

Somebody belongs here who holds or held something here: a post, or what an upper floor registers
(mandates, assistants). An account without anything belongs to the congress that made it.

An account is kept by one congress only, whose administrator may close it, let its person in anew
or take a second factor away: the highest in which the person holds something, for whoever could
take over an account could act in all of them. The congress that made the account counts too: until
somebody has come in, and from above for ever, so that nobody is let in anew from below between two
posts. Where none of them is the highest, it is the one above them all if it has an administrator,
else the one that made the account.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet

from renda.accounts.queries import never_used
from renda.congress.models import Congress, Post
from renda.congress.roles import Role
from renda.kernel.moment import today
from renda.kernel.trail.models import Event

MADE = "accounts.create_user"


@dataclass(frozen=True)
class Holding:
    """Something that a person holds or held: where, what it is called, from when until when.

    `post` is the post, if it is one.
    """

    user_id: int
    congress_id: int
    where: str
    what: Any
    from_on: date
    until_on: date | None = None
    post: Post | None = field(default=None, compare=False)

    def is_held_on(self, day: date) -> bool:
        """Whether it is held on this day."""
        return self.from_on <= day and not self.is_over_on(day)

    @property
    def is_over(self) -> bool:
        """Whether it is over today."""
        return self.is_over_on(today())

    def is_over_on(self, day: date) -> bool:
        """Whether it was over before this day."""
        return self.until_on is not None and self.until_on < day


@dataclass(frozen=True)
class Source:
    """Where holdings come from: who held something in a congress on a day or, without a day, ever
    (ids of accounts, as a subquery), and all that some people hold or held, anywhere."""

    users: Callable[[int, date | None], Any]
    holdings: Callable[[Collection[int]], Iterable[Holding]]


_sources: list[Source] = []


def register(source: Source) -> None:
    """Say what else makes people belong to a congress; apps call it when they are ready."""
    if source not in _sources:
        _sources.append(source)


def people_of(congress_id: int, day: date | None = None) -> QuerySet[Any]:
    """The accounts of everyone who belongs to this congress, by name; with a day, of those who
    held something on it, and those that were made here."""
    made = Event.objects.filter(
        subject_type="accounts.user",
        subject_id=OuterRef("pk"),
        action=MADE,
        congress_id=congress_id,
    )
    asked = Q(Exists(made))
    for source in _sources:
        asked |= Q(pk__in=source.users(congress_id, day))
    return get_user_model()._default_manager.filter(asked).order_by("name", "pk")


def without_anything(rows: QuerySet[Any], congress_id: int) -> QuerySet[Any]:
    """Those of them who hold nothing here today."""
    for source in _sources:
        rows = rows.exclude(pk__in=source.users(congress_id, today()))
    return rows


def holdings_of(user_ids: Collection[int]) -> dict[int, list[Holding]]:
    """What these people hold or held, anywhere: one query a source."""
    found: dict[int, list[Holding]] = defaultdict(list)
    for source in _sources:
        for holding in source.holdings(user_ids):
            found[holding.user_id].append(holding)
    return found


def keepers(found: dict[int, list[Holding]], user_ids: Collection[int]) -> dict[int, int]:
    """Which congress keeps each of these accounts, from what their people hold; an account that
    nobody keeps is not among them. A fixed number of queries."""
    day = today()
    paths = dict(Congress.objects.values_list("pk", "path"))
    made, unused = _made_by(user_ids), never_used(user_ids)
    staffed = _with_administrator()
    kept = {}
    for user_id in user_ids:
        mine = found.get(user_id, [])
        now = {h.congress_id for h in mine if not h.is_over_on(day)}
        places, maker = now or _last(mine), next(iter(made.get(user_id, ())), None)
        if maker and (user_id in unused or _is_above(maker, places, paths)):
            places = places | {maker}
        if keeper := _highest(places, paths, staffed) or maker:
            kept[user_id] = keeper
    return kept


def keeper_above(places: set[int]) -> int | None:
    """The congress that answers for somebody known in all of these, who needs no account."""
    paths = dict(Congress.objects.values_list("pk", "path"))
    return _highest(places, paths, _with_administrator())


def _is_above(congress_id: int, places: set[int], paths: dict[int, str]) -> bool:
    return all(paths[place].startswith(paths[congress_id]) for place in places)


def _highest(places: set[int], paths: dict[int, str], staffed: set[int]) -> int | None:
    """The one that stands above all others, or one above them all that has an administrator."""
    if not places:
        return None
    lines = [paths[pk].strip("/").split("/") for pk in places]
    levels = takewhile(lambda level: len(set(level)) == 1, zip(*lines, strict=False))
    shared = [int(level[0]) for level in levels]
    if shared and shared[-1] in places:
        return shared[-1]
    return next((pk for pk in reversed(shared) if pk in staffed), None)


def _last(mine: list[Holding]) -> set[int]:
    """Where somebody who holds nothing any more held something last."""
    latest = max(mine, key=lambda h: h.until_on or h.from_on, default=None)
    return {latest.congress_id} if latest else set()


def _made_by(user_ids: Collection[int]) -> dict[int, list[int]]:
    events = Event.objects.filter(
        subject_type="accounts.user", subject_id__in=list(user_ids), action=MADE
    )
    made: dict[int, list[int]] = defaultdict(list)
    for user_id, congress_id in events.order_by("pk").values_list("subject_id", "congress_id"):
        made[user_id].append(congress_id)
    return made


def _with_administrator() -> set[int]:
    rows = Post.objects.held_on(today()).filter(role=Role.ADMINISTRATOR)
    return set(rows.values_list("body__congress_id", flat=True))
