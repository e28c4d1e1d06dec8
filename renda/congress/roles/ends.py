"""What ends with a term, and what goes on."""

from renda.congress.roles.kinds import BodyKind
from renda.congress.roles.posts import Role

# What each term's first session elects anew (组织法18、48); all other bodies and posts go on.
TERM_BOUND = (
    BodyKind.STANDING_COMMITTEE,
    BodyKind.COUNCIL,
    BodyKind.COMMITTEE,
    BodyKind.QUALIFICATION,
    BodyKind.PRESIDIUM,
)


KEPT_ON = (BodyKind.GROUP, BodyKind.DELEGATION)  # go on with the deputies who were re-elected


ELECTED_ROLES = (
    Role.CHAIR,
    Role.VICE_CHAIR,
    Role.SECRETARY_GENERAL,
    Role.MEMBER,
    Role.COMMITTEE_HEAD,
    Role.PRESIDIUM_CHAIR,
    Role.PRESIDIUM_MEMBER,
    Role.DELEGATION_HEAD,
)
