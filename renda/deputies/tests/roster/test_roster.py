"""A roster comes in: who is who, what is asked, and nothing twice."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renda.congress.actions import open_term
from renda.deputies.models import Mandate, Person, PersonChange
from renda.deputies.tables.roster import ROSTER, plan
from renda.kernel.exchange.table import Record
from renda.kernel.permits.actor import the_system
from renda.kernel.trail.models import Event
from tests.rosters import TWIN, record, records_of, shared_roster

pytestmark = pytest.mark.django_db
ROW = {"unit": "槐荫街道", "name": "单禾", "born": "1979-04-29", "sex": "女", "work": "医师"}


@pytest.fixture
def fresh(city):
    """A term nobody sits in yet."""
    congress = city.congresses["linwan"]
    return open_term(congress=congress, number=6, from_on=date(2026, 1, 5))


def judged(term, records, answers=None, **asked):
    return plan(term.congress, records, answers or {}, {"term": term, **asked})


def taken_in(term, records, answers=None):
    """Saved as the table says."""
    verdicts = judged(term, records, answers)
    assert [v for v in verdicts if v.faults or v.doubts] == []
    entries = [entry for verdict in verdicts for entry in verdict.entries]
    ROSTER.save(entries, term.congress, the_system(term.congress_id))
    return verdicts


def outcomes(verdicts):
    return [v.outcome for v in verdicts]


def rows(*values):
    return [record(n, {**ROW, **each}) for n, each in enumerate(values, 2)]


def seat_elsewhere(person):
    return Mandate.objects.exclude(congress__slug="hewan").get(person=person)


def doubt(verdicts):
    (found,) = [d for v in verdicts for d in v.doubts]
    return found


def test_of_sixty_shared_rows_sixty_are_read_and_taken_in_twice_changes_nothing(fresh):
    records = records_of(shared_roster())
    assert len(records) == 60
    verdicts = judged(fresh, records)
    assert outcomes(verdicts) == ["created"] * 60
    taken_in(fresh, records)
    assert Mandate.objects.filter(term=fresh).count() == 60
    assert Person.objects.filter(mandates__term=fresh, party="").count() == 6
    assert outcomes(judged(fresh, records_of(shared_roster()))) == ["unchanged"] * 60


def test_the_invented_twin_of_the_roster_likewise(fresh):
    records = records_of(TWIN)
    asked = doubt(judged(fresh, records))
    assert asked.row == 9 and "第8行" in asked.question, "two people called 石磊, born in one month"
    taken_in(fresh, records, {asked.key: "new"})
    assert outcomes(judged(fresh, records_of(TWIN))) == ["unchanged"] * 10
    names = set(Person.objects.filter(mandates__term=fresh).values_list("name", flat=True))
    assert {"𠮷喆玥", "㺿赟", "额尔敦宝力格德力格尔其木格苏荣", "单禾"} <= names


def test_two_rows_for_one_person_are_asked_and_the_second_left_out(fresh):
    records = rows({}, {})
    asked = doubt(judged(fresh, records))
    taken_in(fresh, records, {asked.key: "twice"})
    assert Mandate.objects.filter(term=fresh).count() == 1


def test_of_two_with_one_name_month_and_unit_nobody_is_guessed(fresh):
    first = rows({"work": "医师"}, {"work": "教师"})
    taken_in(fresh, first, {"twin/3": "new"})
    again = rows({"work": "教师"}, {"work": "护士"})
    asked = doubt(judged(fresh, again))
    doctor = Mandate.objects.get(term=fresh, person__work="医师")
    assert [value for value, _label in asked.answers] == [str(doctor.pk), "new"]
    taken_in(fresh, again, {asked.key: str(doctor.pk)})
    works = Person.objects.filter(mandates__term=fresh).values_list("work", flat=True)
    assert set(works) == {"教师", "护士"}


@pytest.mark.parametrize(
    "changed", [{"name": "单合"}, {"unit": "北桥街道"}, {"born": "1979-05"}], ids=str
)
def test_a_changed_key_is_asked_new_or_the_same(fresh, changed):
    taken_in(fresh, rows({}))
    seat = Mandate.objects.get(term=fresh)
    asked = doubt(judged(fresh, rows(changed)))
    assert {value for value, _label in asked.answers} == {str(seat.pk), "new"}
    taken_in(fresh, rows(changed), {asked.key: str(seat.pk)})
    seat = Mandate.objects.get(term=fresh)
    assert seat.person.name == changed.get("name", "单禾")
    assert seat.electoral_unit == changed.get("unit", "槐荫街道")
    assert outcomes(judged(fresh, rows(changed))) == ["unchanged"]


def test_a_changed_key_may_be_somebody_new(fresh):
    taken_in(fresh, rows({}))
    asked = doubt(judged(fresh, rows({"unit": "北桥街道"})))
    (verdict,) = taken_in(fresh, rows({"unit": "北桥街道"}), {asked.key: "new"})
    assert verdict.outcome == "created"
    assert Person.objects.filter(mandates__term=fresh, name="单禾").count() == 2


def test_the_offices_own_number_goes_before_the_name(fresh):
    taken_in(fresh, rows({"code": "007"}))
    renamed = rows({"code": "007", "name": "单合"})
    asked = doubt(judged(fresh, renamed))
    assert asked.key == "code/007/单合"
    taken_in(fresh, renamed, {asked.key: "same"})
    assert Person.objects.filter(mandates__term=fresh).get().name == "单合"
    wrong = rows({"code": "007", "name": "别人", "born": "1950-01"})
    (verdict,) = judged(fresh, wrong, {"code/007/别人": "other"})
    assert verdict.outcome == "rejected"


def test_one_number_twice_in_a_file_is_refused_and_merges_nobody(fresh):
    twice = rows({"code": "007"}, {"code": "007", "name": "秦守田", "born": "1958-06"})
    for _time in "12":
        first, second = judged(fresh, twice)
        assert first.outcome != "rejected" and second.outcome == "rejected"
        assert (second.faults[0].value, "第2行" in second.faults[0].why) == ("007", True)
        if _time == "1":
            taken_in(fresh, twice[:1])


def test_somebody_known_elsewhere_is_asked_about_and_keeps_one_entry(fresh, city):
    known = city.mandates["hewan", "刘麦霞"].person
    row = rows({"name": "刘麦霞", "born": known.born, "work": known.work})
    asked = doubt(judged(fresh, row))
    assert str(known.pk) in dict(asked.answers) and "狼湾镇人大" in str(asked.answers)
    taken_in(fresh, row, {asked.key: str(known.pk)})
    assert Mandate.objects.get(term=fresh).person == known
    assert outcomes(judged(fresh, row)) == ["unchanged"]


def test_many_doubts_ask_no_more_of_the_database_than_one(fresh, city):
    def asked(*names):
        known = [city.mandates["hewan", name].person for name in names]
        file = rows(*({"name": p.name, "born": p.born} for p in known))
        with CaptureQueriesContext(connection) as queries:
            verdicts = judged(fresh, file)
        assert outcomes(verdicts) == ["doubtful"] * len(names)
        return len(queries)

    with_birth = [n for (at, n), m in city.mandates.items() if at == "hewan" and m.person.born]
    assert asked(with_birth[0]) == asked(*with_birth[:4])


def test_what_the_file_says_anew_of_somebody_known_elsewhere_is_proposed(fresh, city):
    known = city.mandates["hewan", "刘麦霞"].person
    row = rows({"name": "刘麦霞", "born": known.born, "work": "临湾区水务局"})
    taken_in(fresh, row, {doubt(judged(fresh, row)).key: str(known.pk)})
    assert Person.objects.get(pk=known.pk).work == "临湾区狼湾镇人大主席"
    assert PersonChange.objects.get(person=known).values == {"work": "临湾区水务局"}
    assert outcomes(judged(fresh, row)) == ["unchanged"]


def test_another_person_of_the_same_name_is_entered_apart(fresh, city):
    known = city.mandates["hewan", "刘麦霞"].person
    row = rows({"name": "刘麦霞", "born": known.born})
    asked = doubt(judged(fresh, row))
    taken_in(fresh, row, {asked.key: "another"})
    assert Mandate.objects.get(term=fresh).person != known


def test_two_unrelated_regions_are_named_in_the_question(city):
    term = city.terms["wuquan"]
    known = city.mandates["zhongchuan", "那仁格日勒图"].person
    row = rows({"name": known.name, "born": known.born})
    assert "选举法48" in str(doubt(judged(term, row)).answers)


def test_the_data_of_somebody_who_sits_elsewhere_are_proposed_not_changed(city):
    seat = city.mandates["hewan", "刘麦霞"]
    person = seat.person
    row = rows(
        {"name": person.name, "born": person.born, "unit": "临湾区", "work": "狼湾镇党委书记"}
    )
    verdicts = taken_in(city.terms["hewan"], row)
    assert outcomes(verdicts) == ["updated"]
    change = PersonChange.objects.get(person=person)
    assert change.values == {"work": "狼湾镇党委书记"}
    (asked,) = Event.objects.filter(action="deputies.ask_change")
    assert (asked.congress_id, asked.subject_id) == (seat_elsewhere(person).congress_id, change.pk)
    person.refresh_from_db()
    assert person.work == "临湾区狼湾镇人大主席"
    assert outcomes(judged(city.terms["hewan"], row)) == ["unchanged"], "it waits already"


def test_spellings_say_the_same_and_stay_as_they_were_written(fresh):
    taken_in(fresh, rows({"party": "中共党员", "education": "大学", "nationality": "汉族"}))
    other = {"party": "中共", "education": "本科", "nationality": "汉", "born": "1979-04"}
    assert outcomes(judged(fresh, rows(other))) == ["unchanged"]
    blank = {"party": "－", "education": "", "nationality": "无"}
    assert outcomes(judged(fresh, rows(blank))) == ["unchanged"], "an empty cell says nothing"
    person = Person.objects.get(mandates__term=fresh)
    assert (person.party, person.education, person.born) == ("中共党员", "大学", "1979-04-29")
    assert outcomes(judged(fresh, rows({"education": "在职本科"}))) == ["updated"]


def test_who_is_missing_is_told_and_stays_in_office(fresh):
    taken_in(fresh, rows({}, {"name": "秦守田", "born": "1958-06"}))
    one = rows({})
    assert outcomes(judged(fresh, one)) == ["unchanged"]
    asked = doubt(judged(fresh, one, is_listing_missing=True))
    assert "秦守田" in asked.question
    noted = judged(fresh, one, {asked.key: "noted"}, is_listing_missing=True)
    assert outcomes(noted) == ["unchanged"]
    assert Mandate.objects.filter(term=fresh, until_on=None).count() == 2


def test_a_delegation_that_is_not_there_is_a_fault_with_what_to_do(city):
    term = city.terms["hewan"]
    found = rows({"delegation": "五泉县"}, {"name": "甲乙", "delegation": "外县代表团"})
    good, bad = judged(term, found)
    assert good.entries[-1].row.delegation == city.bodies["hewan", "五泉县代表团"]
    assert (bad.faults[0].value, bad.faults[0].column) == ("外县代表团", "代表团")


def test_a_by_election_without_its_day_is_not_guessed(fresh):
    late = rows({"beginning": "by_election"}, {"beginning": "by_election", "name": "甲乙"})
    values = {**late[1].values, "from_on": date(2026, 6, 25)}
    without, with_day = judged(fresh, [late[0], Record(3, values)])
    assert without.outcome == "rejected"
    assert with_day.entries[-1].row.from_on == date(2026, 6, 25)


def test_a_unit_of_the_register_is_linked_and_another_stays_as_written(city):
    term = city.terms["hewan"]
    here, there = judged(term, rows({"unit": "五泉县"}, {"name": "甲乙", "unit": "驻军"}))
    assert here.entries[-1].row.unit == city.units["hewan", "五泉县"]
    assert there.entries[-1].row.electoral_unit == "驻军"


def test_new_rows_follow_the_order_of_the_file(fresh):
    taken_in(fresh, records_of(TWIN), {"twin/9": "new"})
    listed = Mandate.objects.filter(term=fresh).order_by("order")
    assert listed[0].person.name == "𠮷喆玥" and listed[9].person.name == "尹秋实"


def test_a_mobile_number_is_kept_sealed_and_finds_its_person(fresh, city):
    taken_in(fresh, rows({"mobile": "13912345678"}))
    seat = Mandate.objects.get(term=fresh)
    assert seat.person.mobile == "13912345678"
    other = city.terms["wuquan"]
    asked = doubt(judged(other, rows({"name": "别名", "born": "", "mobile": "13912345678"})))
    assert str(seat.person_id) in dict(asked.answers)


def test_without_a_term_everything_is_told_to_wait(city):
    congress = city.congresses["linwan"]
    congress.terms.update(is_void=True)
    (verdict,) = plan(congress, rows({}), {}, {})
    assert verdict.outcome == "rejected"
