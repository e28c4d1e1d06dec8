"""Who hears of posts: whoever holds one; the chairpersons and the other administrators, of what an
administrator takes."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from renda.congress.models import Handover, Post
from renda.congress.posts import readers
from renda.congress.roles import Role
from renda.kernel.notices.hearing import Hears, Reader

CHECKS_ADMINISTRATORS = (Role.CHAIR, Role.SECRETARY_GENERAL, Role.PRESIDIUM_CHAIR)


def the_holder(post: Post) -> list[Reader]:
    """Whose post it is."""
    return [_account(post.user)]


def the_one_away(post: Post) -> list[Reader]:
    """For whom somebody stands in."""
    return [_account(post.stands_in_for.user)] if post.stands_in_for else []


def the_chairpersons(post: Post) -> list[Reader]:
    """Who is told what an administrator does for themselves."""
    return readers(post.body.congress_id, *CHECKS_ADMINISTRATORS)


def the_administrators(post: Post) -> list[Reader]:
    """Who can take it back; whoever did it is not told."""
    return readers(post.body.congress_id, Role.ADMINISTRATOR)


def the_successor(handover: Handover) -> list[Reader]:
    """Who takes over."""
    return [_account(handover.new)]


def the_leaver(handover: Handover) -> list[Reader]:
    """Who hands over."""
    return [_account(handover.old)]


def _account(user: Any) -> Reader:
    return Reader("user", user.pk, user.pk if user.is_active else None, user.name)


_GIVEN = gettext_noop("You have a post: %(item)s.")
_ENDS = gettext_noop("Your post has its last day: %(item)s.")
_AWAY = gettext_noop("Somebody stands in for you: %(item)s.")
_OVER = gettext_noop("Nobody stands in any longer: %(item)s.")
_TAKEN = gettext_noop("An administrator took a post: %(item)s.")
_CHANGED = gettext_noop("An administrator changed their own post: %(item)s.")
HEARS: dict[str, Hears] = {
    "give_post": {the_holder: _GIVEN},
    "give_own_post": {the_chairpersons: _TAKEN, the_administrators: _TAKEN},
    "change_own_post": {the_chairpersons: _CHANGED, the_administrators: _CHANGED},
    "borrow": {the_holder: _GIVEN},
    "end_post": {the_holder: _ENDS},
    "stand_in": {
        the_holder: gettext_noop("You stand in for somebody: %(item)s."),
        the_one_away: _AWAY,
    },
    "stand_in_oneself": {
        the_one_away: _AWAY,
        the_chairpersons: _TAKEN,
        the_administrators: _TAKEN,
    },
    "end_stand_in": {the_holder: _OVER, the_one_away: _OVER},
    "call_off_stand_in": {the_holder: _OVER, the_one_away: _OVER},
    "hand_over": {
        the_successor: gettext_noop("You take over, with the open work: %(item)s."),
        the_leaver: gettext_noop("Your posts were handed over: %(item)s."),
    },
}


def post_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What posts are called in notices; they open on the page of one's own posts."""
    rows = Post.ever().filter(pk__in=list(ids))
    rows = rows.select_related("user", "body__congress", "stands_in_for__user")
    return {row.pk: (_called(row), _mine(row.body.congress.slug)) for row in rows}


def handover_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What handovers are called, and where their list opens."""
    rows = Handover.ever().filter(pk__in=list(ids)).select_related("congress", "old", "new")
    return {
        row.pk: (str(row), reverse("congress:handover", args=[row.congress.slug, row.pk]))
        for row in rows
    }


def _called(post: Post) -> str:
    said = {"name": post.user.name, "role": post.get_role_display(), "body": post.body.name}
    if post.stands_in_for is None:
        return _("%(name)s, %(role)s, %(body)s") % said
    return _("%(name)s for %(other)s, %(role)s, %(body)s, %(from)s to %(until)s") % {
        **said,
        "other": post.stands_in_for.user.name,
        "from": post.from_on,
        "until": post.until_on,
    }


def _mine(slug: str) -> str:
    return reverse("congress:my_posts", args=[slug])
