"""What waits for whom: the right words, the right clock, and only what was really handed over."""

import pytest

from renda.kernel.lifecycle.undoing import undo_last
from renda.suggestions.waiting import tasks
from tests.life import CLERK, DEPUTY, HOUSING, POLICE, Life

pytestmark = pytest.mark.django_db
SCHOOLS = "市教育局"


def test_an_assisting_organ_is_asked_for_its_opinion_and_not_for_a_reply(city):
    life = Life(city).assigned(**{POLICE: "lead", SCHOOLS: "assisting"})
    life.received(POLICE).received(SCHOOLS)
    assert [str(t.verb) for t in tasks(city.handler(SCHOOLS))] == ["提交协办意见"]
    assert [str(t.verb) for t in tasks(city.handler(POLICE))] == ["与代表沟通并答复"]


def test_the_desk_tells_the_day_of_ones_own_clock(client, city):
    """The assisting organ is late with its receipt; the deputy has the days to judge."""
    life = Life(city).assigned(**{POLICE: "lead", SCHOOLS: "assisting"})
    life.received(POLICE).heard(POLICE).answered(POLICE)
    client.force_login(city.users[DEPUTY])
    assert client.get("/hewan/desk/").context["clock"].name == "judge"


@pytest.mark.parametrize("asked", ["organ={organ}", "q=住房和城乡"])
def test_an_assignment_undone_is_not_found_by_its_organ(client, city, asked):
    life = Life(city).assigned()
    address = f"/hewan/suggestions/?{asked.format(organ=city.organ(HOUSING).pk)}"
    client.force_login(city.users[CLERK])
    assert client.get(address).context["total"] == 1
    undo_last(life.fresh(), by=life.clerk)
    assert client.get(address).context["total"] == 0


def test_an_organs_chips_count_its_own_clocks(client, city):
    from datetime import timedelta

    from renda.kernel import moment
    from renda.suggestions.listing import overdue

    life = Life(city).assigned(**{POLICE: "separate", HOUSING: "separate"})
    life.received(POLICE)
    late = moment.today() + timedelta(days=40)
    rows, here = type(life.fresh()).objects.all(), city.congresses["hewan"].pk
    assert overdue(rows, here, late).count() == 1  # housing has not signed
    assert overdue(rows, here, late, {city.organ(POLICE).pk}).count() == 0
    assert overdue(rows, here, late, {city.organ(HOUSING).pk}).count() == 1
