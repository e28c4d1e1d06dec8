"""What a list of organs leaves in doubt is asked and never decided."""

from datetime import timedelta

import pytest

from renda.congress.models import Body, BodyPast
from renda.congress.renaming import end_body, rename_body
from renda.congress.tests.organ_lists import asked, outcomes, taken
from renda.deputies.cast import HOUSING
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
CODE = "91150800MA0000001X"


@pytest.mark.parametrize(
    ("answer", "name", "old"),
    [("renamed", "市住房局", HOUSING), ("correction", "市住房局", None), ("same", HOUSING, None)],
)
def test_a_known_number_under_another_name_is_asked(judged, housing, answer, name, old):
    housing.code = CODE
    housing.save()
    row = {"name": "市住房局", "code": CODE}
    key, answers = asked(judged(row)[0])
    assert answers == ["renamed", "correction", "same", "another"]
    verdicts = judged(row, answers={key: answer})
    taken(verdicts)
    housing.refresh_from_db()
    assert housing.name == name
    pasts = list(BodyPast.objects.filter(body=housing).values_list("name", flat=True))
    assert pasts == ([old] if old else [])


def test_another_organ_under_a_known_number_comes_without_it(judged, housing):
    housing.code = CODE
    housing.save()
    (verdict,) = judged({"name": "市数据局", "code": CODE}, answers={f"code:{CODE}": "another"})
    assert verdict.outcome == "created"
    assert verdict.entries[-1].row.code == ""


def test_a_similar_name_is_asked_and_never_decided(judged, housing):
    row = {"name": "市住建局"}
    housing.short_name = ""
    housing.save()
    key, answers = asked(judged(row)[0])
    pk = housing.pk
    assert answers == [f"same:{pk}", f"renamed:{pk}", f"correction:{pk}", "another"]
    (same,) = judged(row, answers={key: f"same:{pk}"})
    assert same.entries[-1].changed == {"short_name": ["", "市住建局"]}
    taken([same])
    assert outcomes(judged(row)) == ["unchanged"], "learnt"
    housing.short_name = ""
    housing.save()
    (other,) = judged(row, answers={key: "another"})
    assert other.outcome == "created"


def test_the_short_name_of_the_register_is_enough(judged):
    assert outcomes(judged({"name": "市住建局"})) == ["unchanged"]


def test_an_old_name_is_asked(judged, housing, clerk):
    rename_body(body=housing, name="市城乡更新中心", on=today(), by=clerk)
    key, answers = asked(judged({"name": HOUSING})[0])
    assert f"same:{housing.pk}" in answers and "another" in answers
    (same,) = judged({"name": HOUSING}, answers={key: f"same:{housing.pk}"})
    assert same.outcome == "unchanged"


def test_an_organ_that_has_ended_is_asked(judged, new_organ, clerk):
    organ = new_organ("市粮食局", code=CODE)
    end_body(body=organ, until_on=today() - timedelta(days=1), by=clerk)
    for row in ({"name": "市粮食局"}, {"name": "市粮食局", "code": CODE}):
        key, answers = asked(judged(row)[0])
        assert answers == ["skip", "another"]
        assert outcomes(judged(row, answers={key: "skip"})) == ["unchanged"]
    (new,) = judged(row, answers={key: "another"})
    assert new.outcome == "created" and new.entries[-1].row.code == "", "the number is taken"


def test_two_rows_with_one_key_are_kept_apart_and_asked_which_is_which(judged):
    rows = [{"name": "市公路中心", "phone": "1"}, {"name": "市公路中心", "phone": "2"}]
    verdicts = judged(*rows)
    keys = [asked(verdict)[0] for verdict in verdicts]
    assert len(set(keys)) == 2
    both = judged(*rows, answers=dict.fromkeys(keys, "another"))
    assert outcomes(both) == ["created", "created"]
    taken(both)
    assert Body.objects.filter(name="市公路中心").count() == 2
    assert outcomes(judged(*rows)) == ["unchanged", "unchanged"], "each is as it was"
    once = judged(*rows, answers={keys[0]: "another", keys[1]: "skip"})
    assert outcomes(once) == ["unchanged", "unchanged"]


def test_which_is_which_may_be_one_of_the_register(judged, new_organ):
    organ = new_organ("市公路中心", phone="3")
    rows = [{"name": "市公路中心", "phone": "1"}, {"name": "市公路中心", "phone": "2"}]
    keys = [asked(verdict)[0] for verdict in judged(*rows)]
    said = {keys[0]: f"is:{organ.pk}", keys[1]: "another"}
    assert outcomes(judged(*rows, answers=said)) == ["updated", "created"]
    twice = judged(*rows, answers=dict.fromkeys(keys, f"is:{organ.pk}"))
    assert outcomes(twice)[1] == "rejected"
    assert "第 2 行" in twice[1].faults[0].why
