"""Who holds which post today, for permits and for notices."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Coalesce

from renda.congress.belonging import Holding
from renda.congress.models import Body, Congress, Post, PostQuerySet, Succession
from renda.congress.roles import SUCCESSOR, Basis, BodyKind, Role
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader
from renda.kernel.permits.actor import Actor, Held

HANDLERS = (Role.HANDLER, Role.HANDLER_HEAD)
_ORGAN_OF_SECTION = Case(When(body__kind=BodyKind.SECTION, then=F("body__parent_id")))


def held_by(user_id: int, congress: Congress) -> Iterator[Held]:
    """The posts a person holds today here and in the congresses above: one query, and one more for
    each generation of reforms behind each organ.

    Who works in a section of an organ works for the organ; whoever handles for an organ reads what
    the organs had closed that it took over from, however long ago.
    """
    taken_over = Succession.objects.filter(new=Coalesce(OuterRef("organ_id"), OuterRef("body_id")))
    rows = (
        Post.objects.held_on(today())
        .filter(user_id=user_id, body__congress_id__in=[congress.pk, *congress.above_ids])
        .annotate(organ_id=_ORGAN_OF_SECTION)
        .annotate(has_taken_over=Exists(taken_over))
        .values_list("role", "body_id", "body__congress_id", "organ_id", "has_taken_over")
    )
    before: dict[int, set[int]] = {}  # one organ is asked about once, however many posts are there
    for role, body_id, congress_id, organ_id, has_taken_over in rows:
        is_above = congress_id != congress.pk
        yield Held(role, body_id, above=is_above)
        if organ_id is not None:
            yield Held(role, organ_id, above=is_above)
        if has_taken_over and role in HANDLERS:
            organ = organ_id or body_id
            if organ not in before:
                before[organ] = Succession.predecessors_of(organ)
            for old_id in before[organ]:
                yield Held(SUCCESSOR, old_id, above=is_above)


def _working() -> PostQuerySet:
    """Posts held today by people who can sign in: a closed account reads no notice."""
    return Post.objects.held_on(today()).filter(user__is_active=True)


def readers(congress_id: int, *roles: str, bodies: Iterable[int] | None = None) -> list[Reader]:
    """The people who hold one of these roles today, at these bodies or anywhere in the congress."""
    rows = _working().filter(body__congress_id=congress_id, role__in=roles)
    if bodies is not None:
        rows = rows.filter(body_id__in=list(bodies))
    users = rows.values_list("user_id", flat=True).order_by("user_id").distinct()
    return [Reader("user", user_id, user_id) for user_id in users]


def handlers_of(congress_id: int, bodies: dict[int, str]) -> list[Reader]:
    """The handlers of these organs; an organ where nobody has an account is told by the list."""
    at_it = Q(body_id__in=bodies) | Q(body__kind=BodyKind.SECTION, body__parent_id__in=bodies)
    rows = (
        _working()
        .filter(at_it, body__congress_id=congress_id, role__in=HANDLERS)
        .annotate(organ_id=Coalesce(_ORGAN_OF_SECTION, F("body_id")))
        .values_list("organ_id", "user_id")
    )
    found = {body_id: [] for body_id in bodies}  # type: dict[int, list[Reader]]
    for body_id, user_id in rows:
        found[body_id].append(Reader("user", user_id, user_id))
    told: list[Reader] = []
    for body_id, people in found.items():
        told += people or [Reader("body", body_id, None, bodies[body_id])]
    return told


def handlers_of_body(body_id: int) -> list[Reader]:
    """Who is told when the office registered an organ's step for it."""
    body = Body.objects.get(pk=body_id)
    return handlers_of(body.congress_id, {body.pk: body.name})


def colleagues(posts: Iterable[Post]) -> QuerySet[Any]:
    """Who works today at the bodies of these posts, their sections and the bodies above them."""
    bodies = {post.body for post in posts}
    near = Q(body__in=bodies) | Q(body__parent__in=bodies)
    if above := {body.parent_id for body in bodies if body.parent_id}:
        near |= Q(body__in=above) | Q(body__parent__in=above)
    rows = _working().exclude(basis=Basis.STANDING_IN).filter(near)
    users = get_user_model()._default_manager.filter(pk__in=rows.values("user_id"))
    return users.exclude(pk__in=[post.user_id for post in posts]).order_by("name", "pk")


def users_of(congress_id: int, day: date | None) -> QuerySet[Any]:
    """The accounts that hold a post here on a day, or ever held one."""
    rows = Post.objects.held_on(day) if day else Post.objects.all()
    return rows.filter(body__congress_id=congress_id).values("user_id")


def holdings(user_ids: Collection[int]) -> Iterator[Holding]:
    """All posts of these people, anywhere: one query."""
    rows = Post.objects.filter(user_id__in=user_ids).select_related("body", "stands_in_for__user")
    for post in rows.order_by("from_on", "pk"):
        what = post.get_role_display()
        yield Holding(
            user_id=post.user_id,
            congress_id=post.body.congress_id,
            where=post.body.name,
            what=what,
            from_on=post.from_on,
            until_on=post.last_on,
            post=post,
        )


def running(rows: PostQuerySet) -> list[Post]:
    """Those that are not over, with what a page shows of them."""
    rows = rows.exclude(until_on__lt=today()).select_related(
        "user", "body__parent", "body__congress", "stands_in_for__user"
    )
    return list(rows.order_by("body__order", "role", "from_on", "pk"))


def mine(actor: Actor) -> list[Post]:
    """What somebody holds or will hold here."""
    return running(Post.objects.filter(user_id=actor.user_id, body__congress_id=actor.congress_id))
