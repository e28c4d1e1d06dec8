"""Locks of those who seat people: bodies, then their posts; the head of the chain comes last."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from renda.congress.models import Body, Post
from renda.congress.roles import BodyKind
from renda.deputies.models import Membership
from renda.deputies.offices import ROLES
from renda.kernel.permits.refusal import Stale

GIVING = {kind for kind, _office in ROLES}  # kinds of bodies of which an office gives a post


def lock_body(body: Body) -> Body:
    """A body as it is now, locked until commit: two who seat people in it follow each other. Of the
    deputies' groups all are locked, since a deputy is in one of them only."""
    pks = [body.pk]
    if body.kind == BodyKind.GROUP:
        groups = Body.objects.filter(congress_id=body.congress_id, kind=BodyKind.GROUP)
        pks = [body.pk, *groups.values_list("pk", flat=True)]
    return next(found for found in lock_bodies(pks) if found.pk == body.pk)


def lock_bodies(pks: Sequence[int]) -> list[Body]:
    """Bodies locked in the order of their numbers, and their posts, which may change with a seat.

    Raises Stale when one of them was withdrawn meanwhile.
    """
    rows = Body.objects.select_for_update(of=("self",)).filter(pk__in=pks)
    found = list(rows.select_related("congress", "group").order_by("pk"))
    if len(found) != len(set(pks)):
        raise Stale(_("This entry was withdrawn meanwhile."))
    giving = [body.pk for body in found if body.kind in GIVING]
    if giving:
        posts = Post.objects.select_for_update().filter(body_id__in=giving)
        list(posts.order_by("pk").values("pk"))
    return found


def lock_seat(membership: Membership, seen: int | None = None) -> Membership:
    """A membership as it is now, behind the lock of its body. Raises Stale when it is not what was
    seen."""
    lock_body(membership.body)
    rows = Membership.objects.select_related("body", "congress", "person__user", "mandate")
    row: Membership | None = rows.filter(pk=membership.pk).first()
    if row is None:
        raise Stale(_("This entry was withdrawn meanwhile."))
    if seen is not None and row.version != seen:
        raise Stale(
            _("Somebody else changed this entry meanwhile. Look at it again; yours is kept below.")
        )
    return row
