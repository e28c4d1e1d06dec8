"""Quorum and majority, and the sentence that the chair says."""

from datetime import date

import pytest
from django.utils import translation

from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.cast import CITY
from renda.deputies.quorum import (
    Quorum,
    deputies_quorum,
    deputies_sentence,
    majority,
    quorum,
    quorum_sentence,
    sentence,
    two_thirds,
)
from renda.deputies.tests.conftest import DAY


@pytest.mark.parametrize(
    ("members", "needed"),
    [(15, 8), (35, 18), (36, 19), (43, 22), (51, 26), (61, 31), (75, 38), (95, 48)],
)
def test_a_standing_committee_needs_more_than_half_of_all(members, needed):
    found = majority(members, BodyKind.STANDING_COMMITTEE)
    assert (found.needed, found.passes) == (needed, needed)
    assert found.cites == "组织法51.3、51.4"


@pytest.mark.parametrize(
    ("deputies", "needed", "passes"),
    [
        (45, 30, 23),
        (57, 38, 29),
        (60, 40, 31),
        (160, 107, 81),
        (204, 136, 103),
        (303, 202, 152),
        (450, 300, 226),
        (650, 434, 326),
        (1000, 667, 501),
    ],
)
def test_a_congress_needs_two_thirds_and_decides_with_more_than_half(deputies, needed, passes):
    found = two_thirds(deputies)
    assert (found.needed, found.passes) == (needed, passes)


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (33, "现有常委会组成人员43人，出席本次会议33人，符合法定人数"),
        (22, "现有常委会组成人员43人，出席本次会议22人，符合法定人数"),
        (21, "现有常委会组成人员43人，出席本次会议21人，不符合法定人数"),
        (44, "出席人数44人有误：现有43人。"),
    ],
)
def test_the_sentence_as_the_office_prints_it(present, said):
    kind = BodyKind.STANDING_COMMITTEE
    with translation.override("zh-hans"):
        assert sentence(majority(43, kind), present, kind=kind) == said


def test_where_nobody_is_nobody_is_enough():
    assert not Quorum(0, 1, 1, "local").is_met(0)


@pytest.mark.django_db
def test_the_base_is_that_of_the_day(committee, city):
    gone = committee.memberships.exclude(until_on=None).get()
    assert quorum(committee, gone.until_on).base == quorum(committee, DAY).base + 1
    base = quorum(committee, DAY).base
    with translation.override("zh-hans"):
        assert f"现有常委会组成人员{base}人" in quorum_sentence(committee, DAY, base)


@pytest.mark.django_db
def test_the_deputies_base_is_that_of_the_day(city):
    here = city.congresses[CITY]
    before = deputies_quorum(here, DAY).base
    mandate = city.mandates[CITY, "秦二柱"]
    mandate.until_on = date(2026, 6, 24)
    mandate.save()
    assert deputies_quorum(here, DAY).base == before - 1
    with translation.override("zh-hans"):
        said = deputies_sentence(here, DAY, before - 1)
    assert said == f"应到代表{before - 1}人，出席{before - 1}人，符合法定人数"


@pytest.mark.django_db
def test_another_body_is_called_by_its_name(body, deputy):
    where = body()
    actions.seat(body=where, person=deputy("秦二柱").person, from_on=DAY)
    with translation.override("zh-hans"):
        said = quorum_sentence(where, DAY, 1)
    assert said == "社会建设委员会现有成员1人，出席本次会议1人，符合法定人数"
