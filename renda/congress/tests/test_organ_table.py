"""A list of organs comes in: found by number or full name, asked where in doubt; twice is once."""

from datetime import timedelta

import pytest

from renda.congress.models import Body, Contact
from renda.congress.tables import declare
from renda.congress.tables.likeness import is_alike
from renda.congress.tables.organs import TABLE
from renda.congress.tests.organ_lists import asked, outcomes, taken
from renda.deputies.cast import HOUSING
from renda.kernel.exchange.table import TABLES
from renda.kernel.moment import today

pytestmark = pytest.mark.django_db
EDUCATION, CODE = "市教育局", "91150800MA0000001X"


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


def test_a_new_organ_comes_with_its_people(judged):
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


def test_who_came_today_and_is_named_no_more_goes_once_and_may_come_back(judged):
    one, other = ({"name": HOUSING, "contact": name} for name in ("段锦云", "郝雁南"))
    taken(judged(one))
    taken(judged(other))
    assert outcomes(judged(other)) == ["unchanged"]
    assert Contact.objects.get(name="段锦云").until_on == today()
    taken(judged(one))
    assert Contact.objects.get(name="段锦云").until_on is None
    assert outcomes(judged(one)) == ["unchanged"]


def test_looking_whether_two_lines_are_as_they_were_changes_no_contact(judged, housing, contact):
    old = contact(housing, "郝雁南")
    rows = [{"name": HOUSING, "contact": "段锦云"}, {"name": HOUSING, "contact": "吕佳禾"}]
    first = judged(*rows)[0]
    key, second = (asked(verdict)[0] for verdict in judged(*rows))
    verdicts = judged(*rows, answers={key: f"is:{housing.pk}", second: "skip"})
    assert first.outcome == "doubtful"
    assert {"until_on": [None, str(today() - timedelta(days=1))]} in [
        dict(entry.changed) for entry in verdicts[0].entries if entry.row == old
    ]


def test_the_same_contact_with_another_number_is_only_changed(judged, housing, contact):
    row = contact(housing, "郝雁南", mobile="13900000001")
    (verdict,) = judged({"name": HOUSING, "contact": "郝雁南", "mobile": "13900000002"})
    assert "13900000002" not in str([dict(e.changed) for e in verdict.entries])
    taken([verdict])
    row.refresh_from_db()
    assert (row.mobile, row.until_on) == ("13900000002", None)


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
