"""Which roles belong to which kind of body (office.md 3.2): the one table, asked wherever a post is
given. A kind that is not in it has members, and no posts."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.congress.models import Body
from renda.congress.roles import BodyKind, Role
from renda.kernel.clock.explain import said_day
from renda.kernel.permits.refusal import Refused

FITS: dict[BodyKind, tuple[Role, ...]] = {
    BodyKind.STANDING_COMMITTEE: (
        Role.CHAIR,
        Role.VICE_CHAIR,
        Role.SECRETARY_GENERAL,
        Role.MEMBER,
    ),
    BodyKind.OFFICE: (
        Role.DEPUTIES_OFFICE,
        Role.MEETINGS_OFFICE,
        Role.PETITIONS_OFFICE,
        Role.SESSION_DESK,
        Role.ADMINISTRATOR,
    ),
    # 代表工作委员会 is a working committee and an office at once.
    BodyKind.WORKING_COMMITTEE: (
        Role.COMMITTEE_HEAD,
        Role.COMMITTEE_STAFF,
        Role.DEPUTIES_OFFICE,
        Role.PETITIONS_OFFICE,
    ),
    BodyKind.COMMITTEE: (Role.COMMITTEE_HEAD, Role.COMMITTEE_STAFF),
    BodyKind.DELEGATION: (Role.DELEGATION_HEAD, Role.DELEGATION_LIAISON),
    # A township has no office of its own: its presidium has (组织法18).
    BodyKind.PRESIDIUM: (
        Role.PRESIDIUM_CHAIR,
        Role.PRESIDIUM_MEMBER,
        Role.DEPUTIES_OFFICE,
        Role.MEETINGS_OFFICE,
        Role.SESSION_DESK,
        Role.ADMINISTRATOR,
    ),
    # Nor has a committee dispatched to a place without a congress (组织法59).
    BodyKind.DISPATCHED: (
        Role.WORKING_COMMITTEE_HEAD,
        Role.COMMITTEE_STAFF,
        Role.DEPUTIES_OFFICE,
        Role.ADMINISTRATOR,
    ),
    BodyKind.ORGAN: (
        Role.HANDLER,
        Role.HANDLER_DEPUTY_HEAD,
        Role.HANDLER_HEAD,
        Role.FORWARDING_CLERK,
        Role.GOVERNMENT_LEADER,
    ),
}
DEEPEST = 10  # sections within sections


def kind_for_posts(body: Body) -> BodyKind:
    """What a body counts as when posts are given: a section is what it belongs to, and one that
    belongs to nothing is an office."""
    for _step in range(DEEPEST):
        if body.kind != BodyKind.SECTION:
            return BodyKind(body.kind)
        if body.parent is None:
            break
        body = body.parent
    return BodyKind.OFFICE


def roles_at(body: Body) -> tuple[Role, ...]:
    """What somebody can be at this body."""
    return FITS.get(kind_for_posts(body), ())


def refuse_unfit(body: Body, role: str) -> None:
    """Raises Refused when this role is none of this body's, saying which are."""
    fitting = roles_at(body)
    if role in fitting:
        return
    if not fitting:
        raise Refused(_("%(body)s has members and no posts.") % {"body": body})
    comma = pgettext("between names in a list", ", ")
    raise Refused(
        _("This post is none of %(body)s. There one can be: %(roles)s.")
        % {"body": body, "roles": comma.join(str(found.label) for found in fitting)}
    )


def refuse_absent(body: Body, from_on: date, until_on: date | None) -> None:
    """Raises Refused when the body is not there on the first or the last day of a post."""
    if body.until_on and (from_on > body.until_on or (until_on and until_on > body.until_on)):
        raise Refused(
            _("%(body)s ends on %(day)s.") % {"body": body, "day": said_day(body.until_on)}
        )
    if body.from_on and from_on < body.from_on:
        raise Refused(
            _("%(body)s begins on %(day)s only.") % {"body": body, "day": said_day(body.from_on)}
        )
