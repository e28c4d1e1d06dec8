"""Somebody must keep the registers through a change of term: in a township it may be one person."""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from renda.congress.models import Post
from renda.congress.roles import ELECTED_ROLES, TERM_BOUND, BodyKind, Role
from renda.deputies.models import Membership, TermChange
from renda.deputies.turnover.parts import Answers

KEEPERS = (Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)
END = "end"


def why_on() -> str:
    """Why a town's chair goes on by itself."""
    return _("Keeps the registers of the town: end it when the successor's post is entered.")


def posts_running(change: TermChange) -> QuerySet[Post]:
    """The posts of this congress that would run on into the new term."""
    rows = Post.objects.filter(body__congress_id=change.congress_id, from_on__lt=change.on)
    return rows.filter(Q(until_on=None) | Q(until_on__gte=change.on))


def posts_elected(change: TermChange) -> QuerySet[Post]:
    """Those of them that rest on an election and go with no seat."""
    seated = Membership.objects.exclude(post=None).values("post_id")
    return posts_running(change).filter(
        ~Q(pk__in=seated),
        role__in=ELECTED_ROLES,
        body__kind__in=[*TERM_BOUND, BodyKind.DELEGATION],
    )


def fault_of(part: str) -> Callable[[TermChange, Answers], str]:
    """Why the answers of a part cannot stand: nobody would keep the registers any more."""

    def fault(change: TermChange, answers: Answers) -> str:
        given = {**change.answers, part: answers}
        posts = _ended(given.get("posts", {}))
        seats = Membership.objects.filter(pk__in=_ended(given.get("seats", {})))
        keep = posts_running(change).filter(role__in=KEEPERS, user__is_active=True)
        gone = Q(pk__in=posts) | Q(pk__in=seats.exclude(post=None).values("post_id"))
        if keep.exclude(gone).exists():
            return ""
        return _("Then nobody would keep the registers. Let one of these posts go on.")

    return fault


def _ended(answers: Answers) -> list[int]:
    return [int(key) for key, answer in answers.items() if answer == END and key.isdecimal()]
