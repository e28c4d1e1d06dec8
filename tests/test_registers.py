"""Every register of the house: who reads it, who keeps it. A new one fails until it is listed."""

from typing import Any

import pytest

from renda.kernel.registers.register import REGISTERS
from tests.test_addresses import PEOPLE, Stage, columns

READ = "in 404 404 404 200 200 404 404 200 404"
KEEP = "in 404 404 404 200 404 404 404 200 404"
ADMINISTRATOR = "in 404 404 404 404 404 404 404 200 404"
OFFICES_READ = "in 404 404 404 200 200 404 404 404 404"  # the administrator sees no content
NEVER = "in 404 404 404 404 404 404 404 404 404"
# register: what its list answers, and what its form for a new row answers
KEEPS_ACCOUNTS = "in 404 404 404 404 404 404 404 200 404"
LISTED = {
    "congresses": (READ, ADMINISTRATOR),
    "guidance": (OFFICES_READ, "in 404 404 404 200 404 404 404 404 404"),
    "guidance-received": (OFFICES_READ, NEVER),
    "regions": (READ, ADMINISTRATOR),
    "sittings": (READ, ADMINISTRATOR),
    "words": (READ, ADMINISTRATOR),
    "consultative": (READ, KEEP),
    "delegations": (READ, KEEP),
    "group-exceptions": (READ, KEEP),
    "groups": (READ, KEEP),
    "memberships": (READ, NEVER),  # people are seated on a body's own page
    "addresses": (READ, KEEP),
    "bodies": (READ, KEEP),
    "contacts": (READ, KEEP),
    "counterparts": (READ, KEEP),
    "organs": (READ, KEEP),
    "certificates": (READ, KEEP),
    "deputies": (READ, KEEP),
    "units": (READ, KEEP),
    "posts": (READ, KEEPS_ACCOUNTS),
    "sessions": (READ, KEEP),
    "terms": (READ, KEEP),
}


def test_every_register_is_listed() -> None:
    assert set(REGISTERS) == set(LISTED)


@pytest.mark.django_db
@pytest.mark.parametrize("key", sorted(LISTED))
def test_who_reads_and_who_keeps(city: Any, key: str) -> None:
    stage = Stage(city)
    for page, row in zip(("", "new/"), LISTED[key], strict=True):
        got = {}
        for who in PEOPLE:
            response = stage.client(who).get(f"/hewan/registers/{key}/{page}")
            is_sign_in = response.status_code == 302 and "/accounts/login/" in response.url
            got[who] = "in" if is_sign_in else str(response.status_code)
        assert got == columns(row), page
