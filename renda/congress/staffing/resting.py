"""What a post rests on: standing in on the post itself, a borrowed clerk's on the session."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from renda.congress.models import Post, Session
from renda.kernel.clock.explain import said_day
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.spans import Days
from renda.kernel.permits.refusal import Refused

LONGEST = Local(
    "congress.stand_in",
    usual=Days(60),
    least=Days(1),
    most=Days(366),
    says=gettext_lazy("How long at most somebody stands in for somebody else"),
)
AFTERWARDS = Local(
    "congress.borrowed",
    usual=Days(3),
    least=Days(0),
    most=Days(30),
    says=gettext_lazy("How long after a session borrowed clerks keep their rights"),
)


def last_day(session: Session) -> date:
    """The last day of the rights of those borrowed for a session."""
    return session.closes_on + timedelta(days=AFTERWARDS.span(rules_of(session.congress_id)).n)


def refuse_beyond(post: Post) -> None:
    """Raises Refused when a post would outlast what it rests on."""
    if post.stands_in_for is not None:
        _refuse_standing_in(post, post.stands_in_for)
    elif post.session is not None and post.until_on is None:
        raise Refused(_("Whoever is borrowed for a session has a last day."))


def refuse_after_session(post: Post, until_on: date | None) -> None:
    """Raises Refused when the new last day of a borrowed post lies after those of its session."""
    if post.session is not None and until_on is not None and until_on > last_day(post.session):
        last = said_day(last_day(post.session))
        raise Refused(
            _("The rights for this session end on %(day)s at the latest.") % {"day": last}
        )


def _refuse_standing_in(post: Post, away: Post) -> None:
    last = away.until_on
    if post.until_on is None or post.from_on < away.from_on or (last and post.until_on > last):
        raise Refused(_("The post is not held on all of these days: %(post)s.") % {"post": away})
    longest = LONGEST.span(rules_of(post.body.congress_id)).n
    if post.until_on - post.from_on >= timedelta(days=longest):
        raise Refused(
            ngettext(
                "Somebody stands in for %(days)s day at most. Give the post to another instead.",
                "Somebody stands in for %(days)s days at most. Give the post to another instead.",
                longest,
            )
            % {"days": longest}
        )
