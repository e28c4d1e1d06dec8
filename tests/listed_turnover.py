"""Addresses of the change of term and of personal data, for tests/test_addresses.py: who gets what,
what is sent, and what each is about."""

from datetime import timedelta
from typing import Any

from renda.kernel.moment import today
from tests.turnover import Turn

_SIGNED_IN = "in " + " ".join(["200"] * 9)
_ADMINISTERS = "in 404 404 404 404 404 404 404 200 404"
_CHANGES_TERM = "in 404 404 404 200 404 404 404 200 404"
_SENDS = _CHANGES_TERM.replace("200", "302")
PAGES = {
    "deputies:personal": _ADMINISTERS.replace("404", "403"),
    "deputies:personal_of": _ADMINISTERS,
    "deputies:turnover": _CHANGES_TERM.replace("404", "403").replace("200", "302"),
    "deputies:turnover_change": _CHANGES_TERM,
    "deputies:turnover_days": _CHANGES_TERM,
    "deputies:turnover_part": _CHANGES_TERM,
    "deputies:turnover_roster": _CHANGES_TERM,
    "personal:mine": _SIGNED_IN,
}
ACTS = {
    # Whoever has an account asks there; and nobody is erased while in office.
    "deputies:personal_copy": _ADMINISTERS.replace("200", "409"),
    "deputies:personal_erase": _ADMINISTERS.replace("200", "409"),
    "deputies:turnover_again": _SENDS,
    "deputies:turnover_begin": _SENDS.replace("404", "403").replace("302", "409"),  # there is one
    "deputies:turnover_decide": _SENDS,
    "deputies:turnover_move": _SENDS,
    "deputies:turnover_namesakes": _SENDS.replace("302", "409"),
    "deputies:turnover_new": _SENDS,
    "deputies:turnover_set_days": _SENDS,
    "deputies:turnover_take": _SENDS,
    "personal:copy": _SIGNED_IN,
    "personal:erase": _SIGNED_IN.replace("200", "409"),
    "personal:withdraw": _SIGNED_IN.replace("200", "409"),
}
_OPENS = today() + timedelta(days=40)
_DAYS = {"opens_on": _OPENS.isoformat(), "closes_on": (_OPENS + timedelta(days=4)).isoformat()}
SENT = {
    "deputies:turnover_begin": {"number": 6, **_DAYS},
    "deputies:turnover_move": _DAYS,
    "deputies:turnover_namesakes": {"said": "two", "pair": "1/2"},
    "deputies:turnover_new": {"name": "苏木吉"},
    "deputies:turnover_set_days": {
        "elected_on": _DAYS["opens_on"],
        "freezes_at": f"{_OPENS}T09:00",
    },
}
KNOWN: dict[str, Any] = {"part": "posts", "whose": "person"}
STEPS = {"deputies:turnover_take": "give_up"}


def items(city: Any) -> dict[str, Any]:
    """What each of these addresses is about."""
    change = Turn(city, opens_on=_OPENS - timedelta(days=1), closes_on=_OPENS).change
    person = city.mandates["hewan", "乌仁托娅"].person
    SENT["deputies:turnover_again"] = {"mandates": city.mandates["hewan", "乌仁托娅"].pk}
    return {
        name: person if name.startswith("deputies:personal") else change
        for name in (*PAGES, *ACTS)
        if name.startswith("deputies:")
    }
