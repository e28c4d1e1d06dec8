"""Who holds which post today, for permits and for notices."""

from collections.abc import Iterable, Iterator

from django.db.models import FilteredRelation, Q

from renda.congress.models import Body, Congress, Post, PostQuerySet
from renda.congress.roles import SUCCESSOR, Role
from renda.kernel.moment import today
from renda.kernel.notices.hearing import Reader
from renda.kernel.permits.actor import Held

HANDLERS = (Role.HANDLER, Role.HANDLER_HEAD)


def held_by(user_id: int, congress: Congress) -> Iterator[Held]:
    """The posts a person holds today here and in the congresses above: one query.

    Whoever handles for an organ reads what the organs had closed that it took over from.
    """
    taken_over = FilteredRelation("body__inherited", condition=Q(body__inherited__is_void=False))
    rows = (
        Post.objects.held_on(today())
        .filter(user_id=user_id, body__congress_id__in=[congress.pk, *congress.above_ids])
        .annotate(taken_over=taken_over)
        .values_list("role", "body_id", "body__congress_id", "taken_over__old_id")
    )
    for role, body_id, congress_id, old_id in rows:
        is_above = congress_id != congress.pk
        yield Held(role, body_id, above=is_above)
        if old_id is not None and role in HANDLERS:
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
    rows = (
        _working()
        .filter(body__congress_id=congress_id, body_id__in=bodies, role__in=HANDLERS)
        .values_list("body_id", "user_id")
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
