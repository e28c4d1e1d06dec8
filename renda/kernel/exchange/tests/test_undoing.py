"""Undoing a run: as before, unless somebody has built on it; and what is erased stays erased."""

from datetime import date

import pytest

from renda.accounts.phones import normalise
from renda.congress.actions import open_term
from renda.congress.models import Region, Session
from renda.congress.permits import keeps_bodies
from renda.congress.tables.sessions import SESSIONS
from renda.deputies.models import Person
from renda.kernel.exchange import undoing
from renda.kernel.exchange.table import Column, Entry, Kind, Table, Verdict
from renda.kernel.exchange.telling import erase
from renda.kernel.exchange.tests.places import PLACES, invented
from renda.kernel.exchange.tests.sheets import office_like, plain_rows, text, xlsx
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change, withdraw
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def term(desk):
    days = {"from_on": date(2031, 12, 20), "until_on": date(2036, 12, 31)}
    return open_term(congress=desk.congress, number=6, by=desk.clerk, **days)


def undo(desk, run, table=SESSIONS):
    return undoing.undo(table, desk.congress, run, by=desk.clerk)


def moved(desk):
    """A second file that moves the second session by a day."""
    return desk.taken(xlsx(plain_rows([(2, date(2033, 1, 11), date(2033, 1, 13))])), "改期.xlsx")


def sessions(term):
    return {row.number: row for row in Session.objects.filter(term=term)}


def test_what_was_entered_leaves_the_register(desk, term):
    run = desk.taken(office_like())
    row = sessions(term)[1]
    undo(desk, run)
    assert sessions(term) == {}
    assert Session.ever().get(pk=row.pk).is_void, "nothing is deleted"
    assert Event.objects.filter(action="exchange.undo_import").count() == 1
    assert list(faults()) == []
    desk.taken(office_like(), "再来.xlsx")
    assert len(sessions(term)) == 3, "and can be taken in again"


def test_what_was_changed_gets_its_old_values(desk, term):
    desk.taken(office_like())
    run = moved(desk)
    assert sessions(term)[2].opens_on == date(2033, 1, 11)
    undo(desk, run)
    row = sessions(term)[2]
    assert (row.opens_on, row.version) == (date(2033, 1, 10), 2)
    newest, middle, _first = history_of(row)
    assert "撤销" in newest.label and middle.is_undone
    assert [(line.before, line.after) for line in newest.lines] == [("2033-01-11", "2033-01-10")]


def test_in_the_order_backwards_everything_can_be_undone(desk, term):
    first, second = desk.taken(office_like()), moved(desk)
    with pytest.raises(Refused, match="6 / 2"):
        undo(desk, first)
    undo(desk, second)
    undo(desk, first)
    assert sessions(term) == {}


def test_what_somebody_changed_since_is_named_and_nothing_is_undone(desk, term):
    run = desk.taken(office_like())
    values = {"closes_on": date(2034, 1, 13)}
    change(sessions(term)[3], "congress.change_session", by=desk.clerk, values=values)
    with pytest.raises(Refused, match="6 / 3"):
        undo(desk, run)
    assert len(sessions(term)) == 3


def test_another_field_changed_since_is_left_alone(desk, term):
    desk.taken(office_like())
    run = moved(desk)
    values = {"closes_on": date(2033, 1, 14)}
    change(sessions(term)[2], "congress.change_session", by=desk.clerk, values=values)
    undo(desk, run)
    row = sessions(term)[2]
    assert (row.opens_on, row.closes_on) == (date(2033, 1, 10), date(2033, 1, 14))


def test_what_was_withdrawn_by_hand_does_not_stand_in_the_way(desk, term):
    run = desk.taken(office_like())
    withdraw(sessions(term)[1], "congress.withdraw_session", by=desk.clerk)
    undo(desk, run)
    assert sessions(term) == {}


def test_what_others_stand_on_is_not_undone(desk):
    upper = desk.taken(text(invented(1)), "省.csv", PLACES)
    desk.taken(text(invented(5)), "市.csv", PLACES)
    with pytest.raises(Refused, match="第0县"):
        undo(desk, upper, PLACES)


def test_a_tree_is_undone_with_its_branches(desk):
    run = desk.taken(text(invented(250)), "全.csv", PLACES)
    assert run.counts["created"] == 250
    undo(desk, run, PLACES)
    assert (
        not desk.city.congresses["hewan"]
        .bodies.model.objects.filter(name__startswith="第")
        .exists()
    )

    assert Region.objects.filter(code__startswith="97").count() == 0


def test_a_run_is_undone_once(desk, term):
    run = desk.taken(office_like())
    undo(desk, run)
    with pytest.raises(Refused):
        undo(desk, run)
    waits = desk.brought(xlsx(plain_rows()))
    with pytest.raises(Refused):
        undo(desk, waits)


def _people(congress, records, answers, asked):
    """Numbers by name, for people who are there."""
    verdicts = []
    for record in records:
        row = Person.objects.get(name=record.values["name"])
        row.mobile = record.values["mobile"]
        changed = {name: [False, True] for name in ("mobile_sealed", "mobile_hash")}
        verdicts.append(Verdict(record, [Entry(row, is_new=False, changed=changed)]))
    return verdicts


NUMBERS = Table(
    key="numbers-of-tests",
    label="电话",
    about="",
    icon="phone",
    columns=(Column("name", "姓名"), Column("mobile", "手机", kind=Kind.MOBILE)),
    to=keeps_bodies,
    plan=_people,
)


def numbers(number):
    return text([["姓名", "手机"], ["秦二柱", number]])


def test_a_sealed_number_is_put_back_and_never_said(desk):
    def now_is():
        return Person.objects.get(name="秦二柱").mobile

    first = desk.taken(numbers("13900000001"), "一.csv", NUMBERS)
    second = desk.taken(numbers("13900000002"), "二.csv", NUMBERS)
    kept = str([(line.said, line.sealed) for line in second.rows.all()])
    assert normalise("13900000002") not in kept and "13900000001" not in kept
    with pytest.raises(Refused, match="秦二柱"):
        undo(desk, first, NUMBERS)
    undo(desk, second, NUMBERS)
    assert now_is() == "13900000001"
    undo(desk, first, NUMBERS)
    assert now_is() == ""


def test_what_was_erased_stays_erased_and_the_trail_still_verifies(desk, term):
    run = desk.taken(office_like())
    row, line = sessions(term)[1], run.rows.first()
    run.answers = {"x": {"row": line.row, "question": "是他吗？"}, "y": {"row": 99}}
    run.save()
    assert erase("congress.session", [row.pk]) == 1
    run.refresh_from_db()
    assert set(run.answers) == {"y"}
    assert list(faults()) == []
    assert history_of(row)[0].lines == []
    with pytest.raises(Refused):
        undo(desk, run)
