"""Questions about deputies: who holds a mandate today, who is to be told."""

from renda.deputies.queries.bodies import committee_members, groups_for_topic
from renda.deputies.queries.cases import (
    case_address,
    case_titles,
    cases_visible_to,
    may_read_case_papers,
)
from renda.deputies.queries.certificates import valid_certificates, without_certificate
from renda.deputies.queries.holding import assisting_on, held_by, holdings, users_of, workplaces
from renda.deputies.queries.mandates import (
    deputies_in_office,
    deputies_of,
    is_acting,
    mandate_names,
    not_over,
    present_term,
    running_suspension,
    session_on,
    standing_mandate,
)
from renda.deputies.queries.people import (
    elsewhere,
    namesakes,
    readers,
    shares_person,
    unrelated,
    unrelated_among,
)
from renda.deputies.queries.photos import may_see_photo, photos_of

__all__ = [
    "assisting_on",
    "case_address",
    "case_titles",
    "cases_visible_to",
    "committee_members",
    "deputies_in_office",
    "deputies_of",
    "elsewhere",
    "groups_for_topic",
    "held_by",
    "holdings",
    "is_acting",
    "mandate_names",
    "may_read_case_papers",
    "may_see_photo",
    "namesakes",
    "not_over",
    "photos_of",
    "present_term",
    "readers",
    "running_suspension",
    "session_on",
    "shares_person",
    "standing_mandate",
    "unrelated",
    "unrelated_among",
    "users_of",
    "valid_certificates",
    "without_certificate",
    "workplaces",
]
