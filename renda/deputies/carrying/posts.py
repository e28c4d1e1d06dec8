"""Posts: those that rest on an election by the congress end with it; posts of offices and organs
are not bound to a term and go on. A post that a seat gives goes with the seat."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Post
from renda.congress.permits import changes_terms
from renda.congress.roles import Role
from renda.deputies.carrying import keepers
from renda.deputies.carrying.seats import END, ENDS, GOES_ON, ON, last_elected_on
from renda.deputies.models import TermChange
from renda.deputies.turnover.parts import Answers, Group, Item, Part
from renda.kernel.registers import keeping


def groups(change: TermChange) -> list[Group]:
    """The posts, body by body."""
    found: dict[str, list[Item]] = {}
    rows = keepers.posts_elected(change).select_related("user", "body")
    for row in rows.order_by("body__order", "body_id", "id"):
        is_keeper = row.role == Role.PRESIDIUM_CHAIR
        item = Item(
            key=str(row.pk),
            title=row.user.name,
            answers=(GOES_ON, ENDS),
            usual=ON if is_keeper else END,
            note=row.get_role_display(),
            why=keepers.why_on() if is_keeper else "",
        )
        found.setdefault(row.body.name, []).append(item)
    return [Group(heading, items) for heading, items in found.items()]


def carry(change: TermChange, answers: Answers) -> None:
    """End those that end; a post that is over by then keeps its own last day."""
    for row in keepers.posts_elected(change):
        last = max(last_elected_on(change), row.from_on)
        if answers.get(str(row.pk)) == END and (row.until_on is None or row.until_on > last):
            keeping.change(
                row,
                "congress.end_post",
                by=None,
                values={"until_on": last},
                reason=_("change of term"),
                congress_id=change.congress_id,
            )


def _locks(change: TermChange) -> Iterable[QuerySet[Any]]:
    return [Post.objects.filter(pk__in=keepers.posts_running(change).values("pk"))]


POSTS = Part(
    key="posts",
    name=gettext_lazy("Elected posts"),
    about=gettext_lazy(
        "Chairpersons, members and heads act until the elections; their posts end then. Posts of"
        " offices and organs go on."
    ),
    place=20,
    to=changes_terms,
    groups=groups,
    carry=carry,
    locks=_locks,
    fault=keepers.fault_of("posts"),
)
