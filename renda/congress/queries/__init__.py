"""Questions about congresses, their sessions and bodies."""

from renda.congress.queries.bodies import (
    body_name_on,
    body_names,
    committees,
    name_then,
    organs,
    successor_of,
    successors_of,
)
from renda.congress.queries.congresses import congress_id_named, listed, named, telephones, words_of
from renda.congress.queries.places import below, region_on, regions_of
from renda.congress.queries.sessions import last_sitting, session_for, sessions_of, term_on

__all__ = [
    "below",
    "body_name_on",
    "body_names",
    "committees",
    "congress_id_named",
    "last_sitting",
    "listed",
    "name_then",
    "named",
    "organs",
    "region_on",
    "regions_of",
    "session_for",
    "sessions_of",
    "successor_of",
    "successors_of",
    "telephones",
    "term_on",
    "words_of",
]
