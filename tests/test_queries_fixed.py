"""A page asks the same number of questions with three suggestions and with thirty."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renda.deputies.actions import add_deputy, add_person, seat
from renda.deputies.cast import CITY, HOUSING
from renda.kernel.notices.outbox import deliver
from renda.suggestions import lifecycle
from tests.life import DEPUTY, POLICE, Life
from tests.test_addresses import file_of

pytestmark = pytest.mark.django_db
CLERK, CHAIR, ADMIN = "白玥琪", "贺川平", "高珺"
# (page, who looks, how often it asks the database). A number may fall; if it must rise, say why in
# the commit.
ASKED = [
    ("congress:rules", CLERK, 13),
    ("exchange:tables", CLERK, 10),
    ("desk:home", CLERK, 21),
    ("desk:home", DEPUTY, 17),
    ("desk:home", HOUSING, 15),
    ("suggestions:list", CLERK, 18),
    ("suggestions:list", DEPUTY, 18),
    ("suggestions:list", HOUSING, 18),
    ("suggestions:list", CHAIR, 18),
    ("notices:inbox", CLERK, 12),
    ("notices:inbox", DEPUTY, 11),
    ("notices:inbox", HOUSING, 11),
    ("notices:printed", CLERK, 9),
    ("portal:home", "", 9),
    ("portal:published", "", 8),
    ("portal:trail", "", 3),
    ("congress:accounts", ADMIN, 18),
    ("congress:first_steps", ADMIN, 17),
    ("congress:handovers", ADMIN, 8),
    ("congress:my_posts", CLERK, 15),
    ("congress:security_log", ADMIN, 8),
]
# Two of them are for old names of organs and for parts that a reform passed on.
DETAIL = [(CLERK, 27), (DEPUTY, 27), (HOUSING, 27)]
PUBLIC_ITEM = 7
START = date(2026, 1, 19)


def looked(city: Any, who: str, url: str) -> int:
    """How many questions one look at a page asks, sign-in and session among them."""
    client = Client(headers={"accept-language": "zh-hans"})
    if who:
        client.force_login(city.users[city.handlers.get((CITY, who), who)])
    assert client.get(url).status_code == 200, url  # the first look makes what is made once
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    # What opens and closes a transaction differs between the databases.
    return sum(query["sql"].lstrip("(").startswith(("SELECT", "WITH")) for query in asked)


def told(city: Any, times: int) -> None:
    """Some more life: one to review, one to be judged, one published, each so many times."""
    for _ in range(times):
        Life(city).submitted()
        Life(city).replied()
        Life(city).published()
        file_of(city)
    deliver()


def test_pages_ask_as_often_for_thirty_as_for_three(city: Any) -> None:
    def counted() -> list[tuple[str, str, int]]:
        return [
            (name, who, looked(city, who, reverse(name, args=[CITY]))) for name, who, _n in ASKED
        ]

    told(city, 1)
    few = counted()
    told(city, 9)
    assert counted() == few
    assert few == ASKED


def test_one_suggestion_asks_as_often_for_four_organs_as_for_one(city: Any) -> None:
    one = Life(city).assigned().received().heard()
    parts = {HOUSING: "lead", POLICE: "assisting", "市教育局": "assisting", "市财政局": "assisting"}
    four = Life(city).assigned(**parts)
    for organ in parts:
        four.received(organ).heard(organ).heard(organ)

    def counted(life: Life) -> list[tuple[str, int]]:
        url = reverse("suggestions:detail", args=[CITY, life.suggestion.pk])
        return [(who, looked(city, who, url)) for who, _n in DETAIL]

    assert counted(one) == counted(four)
    assert counted(one) == DETAIL


def test_a_public_suggestion_asks_as_often_after_a_second_round(city: Any) -> None:
    plain, again = Life(city).published(), Life(city).replied()
    again.judged("dissatisfied", "还没有修好。").heard().answered().judged()
    lifecycle.publish(again.fresh(), by=again.clerk)
    found = [
        looked(city, "", reverse("portal:suggestion", args=[CITY, life.suggestion.pk]))
        for life in (plain, again)
    ]
    assert found == [PUBLIC_ITEM, PUBLIC_ITEM]


# Pages of bodies, delegations and groups, as the clerk asks for them.
BODIES = [
    ("/hewan/deputies/day/?present=3", 14),
    ("/hewan/deputies/bodies/{committee}/", 13),
    ("/hewan/deputies/bodies/{committee}/seat/", 10),
    ("/hewan/deputies/bodies/{committee}/order/", 10),
    ("/hewan/deputies/delegations/", 11),
    ("/hewan/deputies/groups/?topic=教育", 16),
    ("/hewan/deputies/groups/propose/field/", 12),
    ("/hewan/registers/memberships/", 11),
    ("/hewan/registers/groups/", 11),
    ("/hewan/registers/delegations/", 11),
]


def test_pages_of_bodies_ask_as_often_for_thirty_more_deputies(city: Any) -> None:
    committee = city.bodies[CITY, "常委会"]

    def counted() -> list[tuple[str, int]]:
        return [
            (url, looked(city, CLERK, url.format(committee=committee.pk))) for url, _n in BODIES
        ]

    few = counted()
    for n in range(30):
        person = add_person(name=f"新代表{n}", congress_id=committee.congress_id)
        unit = "五泉县" if n % 2 else ""
        add_deputy(person=person, term=city.terms[CITY], from_on=START, electoral_unit=unit)
        if n % 3:
            seat(body=committee, person=person, from_on=START)
        if n % 5 == 0:
            seat(body=city.bodies[CITY, "牧业代表小组"], person=person, from_on=START)
    assert counted() == few
    assert few == BODIES
