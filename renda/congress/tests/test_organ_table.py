"""A list of organs comes in: found by number or full name, asked where in doubt; twice is once."""

from datetime import timedelta

import pytest

from renda.congress.models import Body, BodyPast, Contact
from renda.congress.renaming import end_body, rename_body
from renda.congress.tables import declare
from renda.congress.tables.likeness import is_alike
from renda.congress.tables.organs import TABLE
from renda.deputies.cast import CITY, HOUSING
from renda.kernel.exchange.table import TABLES, Record
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
EDUCATION, CODE = "市教育局", "91150800MA0000001X"


@pytest.fixture
def here(city):
    """The congress whose organs come in."""
    return city.congresses[CITY]


@pytest.fixture
def judged(here):
    """Judge rows, given as dictionaries of cells; the first row of the file is its header."""

    def judge(*rows, **answers):
        said = answers.pop("answers", {})
        records = [Record(n, row) for n, row in enumerate(rows, 2)]
        return TABLE.plan(here, records, said, {})

    return judge


def taken(verdicts):
    """What the exchange does: save the entries, what a new row refers to before itself."""
    waiting = [entry for verdict in verdicts for entry in verdict.entries]
    for entry in waiting:
        if isinstance(entry.row, Body) and (entry.is_new or entry.changed):
            entry.row.parent = entry.row.parent
            entry.row.save()
    for entry in waiting:
        if not isinstance(entry.row, Body) and (entry.is_new or entry.changed):
            entry.row.body = entry.row.body
            entry.row.save()


def outcomes(verdicts):
    """What becomes of each."""
    return [verdict.outcome for verdict in verdicts]


def asked(verdict):
    """The key and the answers of its only doubt."""
    (doubt,) = verdict.doubts
    return doubt.key, [value for value, _label in doubt.answers]


ROW = {
    "name": "市应急管理局",
    "short_name": "市应急局",
    "code": CODE,
    "organ_kind": "department",
    "parent": "市政府办公室",
    "head": "石永平",
    "leader": "包秀山、常润泽",
    "contact": "吕佳禾",
    "phone": "0470-000 0999",
    "mobile": "13900000777",
    "duties": "防汛、抢险",
    "order": 30,
}


def test_the_table_is_declared_once():
    declare()
    assert TABLES["organs"] is TABLE


def test_a_new_organ_comes_with_its_people(judged, here):
    (verdict,) = judged(ROW)
    assert verdict.outcome == "created"
    taken([verdict])
    organ = Body.objects.get(code=CODE)
    assert (organ.name, organ.parent.name, organ.order) == ("市应急管理局", "市政府办公室", 30)
    found = {(c.duty, c.name): c for c in organ.contacts.all()}
    assert set(found) == {
        ("head", "石永平"),
        ("leader", "包秀山"),
        ("leader", "常润泽"),
        ("contact", "吕佳禾"),
    }
    assert found["contact", "吕佳禾"].mobile == "13900000777"
    assert all(contact.from_on == today() for contact in found.values())


def test_taking_it_in_twice_changes_nothing(judged):
    taken(judged(ROW))
    (again,) = judged(ROW)
    assert again.outcome == "unchanged"
    assert not any(entry.is_new or entry.changed for entry in again.entries)
    spelt = ROW | {"name": "市 应急管理局　", "phone": "04700000999", "duties": "防汛、 抢险"}
    assert outcomes(judged(spelt)) == ["unchanged"]


def test_without_a_number_full_name_and_superior_tell_it(judged):
    bare = {name: value for name, value in ROW.items() if name != "code"}
    taken(judged(bare))
    assert outcomes(judged(bare)) == ["unchanged"]
    (changed,) = judged(bare | {"duties": "防汛"})
    assert changed.outcome == "updated"
    assert changed.entries[-1].changed == {"duties": ["防汛、抢险", "防汛"]}


def test_an_empty_cell_says_nothing(judged):
    taken(judged(ROW))
    said = {"name": ROW["name"], "code": CODE, "head": "", "phone": "", "duties": "", "order": None}
    assert outcomes(judged(said)) == ["unchanged"]


def test_a_number_that_an_organ_did_not_have_is_filled_in(judged, new_organ):
    new_organ("市应急管理局")
    (verdict,) = judged({"name": "市应急管理局", "code": CODE})
    assert verdict.entries[-1].changed == {"code": ["", CODE]}


def test_a_new_contact_begins_today_and_the_old_one_ended_yesterday(judged, housing, contact):
    old = contact(housing, "郝雁南")
    (verdict,) = judged({"name": HOUSING, "contact": "段锦云", "mobile": "13900000777"})
    assert verdict.outcome == "updated"
    assert verdict.doubts == []
    taken([verdict])
    old.refresh_from_db()
    assert old.until_on == today() - timedelta(days=1)
    new = Contact.objects.get(name="段锦云")
    assert (new.from_on, new.until_on, new.mobile) == (today(), None, "13900000777")
    assert outcomes(judged({"name": HOUSING, "contact": "段锦云", "mobile": "13900000777"})) == [
        "unchanged"
    ]


def test_the_same_contact_with_another_number_is_only_changed(judged, housing, contact):
    row = contact(housing, "郝雁南", mobile="13900000001")
    (verdict,) = judged({"name": HOUSING, "contact": "郝雁南", "mobile": "13900000002"})
    assert "13900000002" not in str([dict(e.changed) for e in verdict.entries])
    taken([verdict])
    row.refresh_from_db()
    assert (row.mobile, row.until_on) == ("13900000002", None)


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


def test_a_superior_may_stand_in_the_same_file_in_any_order(judged):
    rows = [{"name": "市文物局", "parent": "市文旅委"}, {"name": "市文旅委"}]
    verdicts = judged(*rows)
    assert outcomes(verdicts)[0] == "created"
    assert verdicts[0].entries[-1].row.parent is verdicts[1].entries[-1].row


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ({"name": ""}, "name", "没有写名称"),
        ({"name": "市文物局", "parent": "市没有局"}, "parent", "都没有这个单位"),
        ({"name": "市文物局", "parent": "市文物局"}, "parent", "都没有这个单位"),
        ({"name": "市文物局", "mobile": "13900000777"}, "mobile", "谁的号码"),
    ],
)
def test_what_is_wrong_names_the_cell_and_what_to_do(judged, row, column, why):
    (verdict,) = judged(row)
    assert verdict.outcome == "rejected"
    (fault,) = verdict.faults
    assert (fault.row, fault.column) == (2, column)
    assert why in fault.why
    assert "13900000777" not in fault.value


def test_two_that_belong_to_each_other_are_refused(judged):
    rows = [{"name": "市甲中心", "parent": "市乙中心"}, {"name": "市乙中心", "parent": "市甲中心"}]
    assert "rejected" in outcomes(judged(*rows))


def test_the_same_name_below_another_superior_is_asked(judged, city, new_organ):
    office = city.organ("市政府办公室")
    organ = new_organ("市文物局", parent=office)
    row = {"name": "市文物局", "parent": EDUCATION}
    key, answers = asked(judged(row)[0])
    assert answers == ["moved", "another", "skip"]
    (moved,) = judged(row, answers={key: "moved"})
    assert moved.entries[-1].changed == {"parent": [office.pk, city.organ(EDUCATION).pk]}
    assert moved.entries[-1].row.pk == organ.pk


def test_judging_writes_nothing(judged, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        verdicts = judged(ROW, *({"name": f"市第{n}中心"} for n in range(50)))
    assert set(outcomes(verdicts)) == {"created"}
    assert not Body.objects.filter(name__startswith="市第").exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "'; DROP TABLE", "𠮷" * 60, "=1+1"])
def test_hostile_cells_are_only_words(judged, text):
    row = dict.fromkeys(("name", "short_name", "head", "leader", "contact", "duties"), text)
    (verdict,) = judged(row | {"order": "x", "parent": ""})
    assert verdict.outcome == "created"


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("住建局", "市住房和城乡建设局", True),
        ("市发改委", "市发展和改革委员会", True),
        ("河湾市教育局", "市教育局", True),
        ("市林业局", "市林业和草原局", True),
        ("市教育局", "市体育局", False),
        ("市财政局", "市民政局", False),
        ("临湾区人民政府", "五泉县人民政府", False),
        ("市公安局", "市公安局交警支队", False),
    ],
)
def test_likeness_is_only_for_asking(one, other, is_so):
    assert is_alike(one, other) is is_so and is_alike(other, one) is is_so
