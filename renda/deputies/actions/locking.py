"""Locks of those who seat people: bodies, then their posts; the head of the chain comes last."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from renda.congress.models import Body, Post
from renda.congress.roles import BodyKind
from renda.deputies.models import Membership
from renda.deputies.offices import ROLES
from renda.kernel.permits.refusal import Stale

GIVING = {kind for kind, _office in ROLES}  # kinds of bodies of which an office gives a post


def lock_body(body: Body) -> Body:
    """A body as it is now, locked until commit: two who seat people in it follow each other."""
    return next(found for found in lock_bodies([body.pk]) if found.pk == body.pk)


def lock_bodies(pks: Sequence[int]) -> list[Body]:
    """Bodies locked in the order of their numbers, and their posts, which may change with a seat.
    With one of the deputies' groups all of them are, since a deputy is in one of them only.

    Raises Stale when one of them was withdrawn meanwhile.
    """
    mine = Body.objects.filter(pk__in=pks, kind=BodyKind.GROUP).values("congress")
    groups = Q(kind=BodyKind.GROUP, congress__in=mine)
    rows = Body.objects.select_for_update(of=("self",)).filter(Q(pk__in=pks) | groups)
    found = list(rows.select_related("congress", "group").order_by("pk"))
    if not {body.pk for body in found} >= set(pks):
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
