"""A file is taken in whole or not at all; twice changes nothing; what was decided is kept."""

import os
from datetime import date

import pytest

from renda.congress.actions import hold_session, open_term
from renda.congress.models import Session, Term
from renda.congress.tables.sessions import SESSIONS
from renda.kernel.exchange import runs
from renda.kernel.exchange.models import ImportedRow, ImportRun
from renda.kernel.exchange.sweeping import sweep
from renda.kernel.exchange.tests.sheets import SESSIONS as LISTED
from renda.kernel.exchange.tests.sheets import office_like, plain_rows, text, xlsx
from renda.kernel.moment import at, now
from renda.kernel.papers.storing import place
from renda.kernel.papers.sweeping import sweep as sweep_papers
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def term(desk):
    days = {"from_on": date(2031, 12, 20), "until_on": date(2036, 12, 31)}
    return open_term(congress=desk.congress, number=6, by=desk.clerk, **days)


def sessions(term):
    return {row.number: row for row in Session.objects.filter(term=term)}


def test_an_office_workbook_comes_in_with_every_row_accounted_for(desk, term):
    run = desk.taken(office_like())
    assert run.counts == {
        "read": 3, "created": 3, "updated": 0, "unchanged": 0, "rejected": 0, "doubtful": 0,
    }  # fmt: skip
    assert [(n, row.opens_on) for n, row in sessions(term).items()] == [
        (number, opens) for number, opens, _closes in LISTED
    ]
    lines = ImportedRow.objects.filter(run=run)
    assert [(line.row, line.outcome) for line in lines] == [
        (6, "created"),
        (7, "created"),
        (9, "created"),
    ]


def test_one_event_says_which_file_with_hashes(desk, term):
    run = desk.taken(office_like())
    event = Event.objects.get(action="exchange.import")
    assert event.seq == run.taken_seq and event.actor_id == desk.clerk.user_id
    said = event.words.said
    assert (said["file"], said["sha256"], said["counts"]["created"]) == (
        run.file_name,
        run.sha256,
        3,
    )
    assert list(faults()) == []


def test_a_rows_history_says_from_which_file_and_row(desk, term):
    desk.taken(office_like())
    row = sessions(term)[2]
    (told,) = history_of(row)
    assert "会议一览表.xlsx" in told.label and "7" in told.label and told.who == "白玥琪"
    assert {line.after for line in told.lines} >= {"2", "2033-01-10"}
    desk.taken(xlsx(plain_rows([(2, date(2033, 1, 11), date(2033, 1, 13))])), "改期.xlsx")
    newest = history_of(row)[0]
    assert [(line.before, line.after) for line in newest.lines] == [("2033-01-10", "2033-01-11")]


def test_importing_twice_changes_nothing(desk, term):
    desk.taken(office_like())
    events, lines = Event.objects.count(), ImportedRow.objects.count()
    again = desk.brought(office_like())
    assert desk.seen(again).plan.counts["unchanged"] == 3
    with pytest.raises(Refused, match="都已在册"):
        runs.take_in(SESSIONS, desk.congress, again, by=desk.clerk)
    assert (Event.objects.count(), ImportedRow.objects.count()) == (events, lines)
    other = text(plain_rows(), "gb18030")
    assert desk.seen(desk.brought(other, "同.csv")).plan.changes == 0, "in whatever dress it comes"


def test_with_one_wrong_row_nothing_is_taken_in(desk, term):
    rows = [*plain_rows(), [6, 4, "2035年1月", "2035年1月12日"], [9, 1, "2035-01-01", "2035-01-02"]]
    run = desk.brought(xlsx(rows))
    plan = desk.seen(run).plan
    assert [(f.row, f.column, f.value) for f in plan.faults] == [
        (5, "开会日期", "2035年1月"),
        (6, "届", "9"),
    ]
    assert plan.counts["read"] == 5 and plan.counts["rejected"] == 2
    with pytest.raises(Refused):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    assert sessions(term) == {} and not ImportedRow.objects.exists()


def test_a_missing_column_is_named(desk, term):
    run = desk.brought(text([["届次", "开幕时间", "闭幕时间"], [6, "2032-01-05", "2032-01-07"]]))
    assert [(f.row, f.column) for f in desk.seen(run).plan.faults] == [(1, "次数")]


def test_what_a_form_would_refuse_is_refused(desk, term):
    rows = plain_rows([(-3, date(2032, 1, 5), date(2032, 1, 7))])
    (fault,) = desk.seen(desk.brought(xlsx(rows))).plan.faults
    assert (fault.row, fault.column, fault.value) == (2, "次数", "-3")


def test_what_is_asked_for_the_whole_file_stands_where_a_row_is_silent(desk, term):
    rows = [row[1:] for row in plain_rows()]
    silent = desk.brought(xlsx(rows))
    assert len(desk.seen(silent).plan.faults) == 3
    run = desk.taken(xlsx(rows), term=6)
    assert set(sessions(term)) == {1, 2, 3}
    assert run.asked == {"term": 6}


def test_what_was_asked_and_is_gone_is_said(desk, term):
    run = desk.brought(xlsx([row[1:] for row in plain_rows()]), term=6)
    Term.objects.filter(pk=term.pk).update(is_void=True)
    with pytest.raises(Refused, match="已失效"):
        desk.seen(run)


@pytest.fixture
def twin(desk, term):
    """A session whose first day the file has under another number."""
    days = {"opens_on": date(2033, 1, 10), "closes_on": date(2033, 1, 13)}
    return hold_session(term=term, number=5, by=desk.clerk, **days)


def test_a_doubt_is_asked_and_nothing_is_taken_in_before_it_is_answered(desk, term, twin):
    run = desk.brought(office_like())
    (doubt,) = desk.seen(run).plan.doubts
    assert (doubt.row, doubt.key) == (7, "6/2")
    with pytest.raises(Refused):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    runs.answer(run, {"6/2": {"value": "same", "label": "", "question": "", "row": 7}})
    runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    twin.refresh_from_db()
    assert twin.number == 2 and twin.version == 1
    assert run.counts["updated"] == 1 and run.counts["created"] == 2


def test_the_other_answer_makes_another_session(desk, term, twin):
    run = desk.brought(office_like())
    runs.answer(run, {"6/2": {"value": "new"}})
    runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    assert set(sessions(term)) == {1, 2, 3, 5}


def test_an_answer_nobody_offered_answers_nothing(desk, term, twin):
    run = desk.brought(office_like())
    runs.answer(run, {"6/2": {"value": "whatever"}})
    assert len(desk.seen(run).plan.doubts) == 1


def test_a_mapping_is_remembered_for_the_next_file_with_these_headings(desk, term):
    rows = [["甲", "乙", "丙", "丁"], *plain_rows()[1:]]
    run = desk.brought(xlsx(rows))
    examined = desk.seen(run)
    assert examined.mapping == {} and examined.plan.faults
    mapping = {"0": "term", "1": "number", "2": "opens_on", "3": "closes_on"}
    runs.choose(run, fingerprint=examined.header.fingerprint, mapping=mapping)
    runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    later = [rows[0], [6, 4, "2035-01-08", "2035-01-11"]]
    again = desk.seen(desk.brought(xlsx(later)))
    assert again.is_remembered and again.plan.counts["created"] == 1


def test_what_would_be_done_is_what_was_shown(desk, term):
    """Somebody enters one of the sessions between the preview and the click."""
    run = desk.brought(office_like())
    shown = desk.seen(run).plan.digest()
    days = {"opens_on": date(2031, 12, 20), "closes_on": date(2031, 12, 24)}
    hold_session(term=term, number=1, by=desk.clerk, **days)
    with pytest.raises(Stale):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk, shown=shown)
    fresh = desk.seen(run).plan
    assert fresh.counts["created"] == 2 and fresh.counts["unchanged"] == 1
    runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk, shown=fresh.digest())


def test_a_row_changed_while_the_file_is_judged_is_not_overwritten(desk, term, monkeypatch):
    desk.taken(office_like())
    rows = plain_rows([(1, date(2031, 12, 21), date(2031, 12, 24))])
    judges = SESSIONS.plan

    def slow(*args):
        verdicts = judges(*args)
        row = sessions(term)[1]
        values = {"closes_on": date(2031, 12, 25)}
        change(row, "congress.change_session", by=desk.clerk, values=values)
        return verdicts

    run = desk.brought(xlsx(rows))
    monkeypatch.setitem(SESSIONS.__dict__, "plan", slow)
    with pytest.raises(Stale):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)
    assert sessions(term)[1].opens_on == date(2031, 12, 20)


def test_a_file_is_taken_in_once(desk, term):
    run = desk.taken(office_like())
    with pytest.raises(Refused, match="已经导入"):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)


def test_two_who_choose_at_once_are_told(desk, term):
    run = desk.brought(office_like())
    runs.choose(run, fingerprint="", seen=0, sheet="会议")
    with pytest.raises(Stale):
        runs.choose(run, fingerprint="", seen=0, sheet="别的")


def test_a_file_that_was_changed_on_the_disk_is_not_taken_in(desk, term):
    run = desk.brought(office_like())
    place(run.congress_id, run.sha256).write_bytes(xlsx(plain_rows()))
    with pytest.raises(Refused, match="重新上传"):
        runs.take_in(SESSIONS, desk.congress, run, by=desk.clerk)


def test_a_day_later_the_file_is_gone_and_the_run_with_it(desk, term):
    waits, taken = desk.brought(xlsx(plain_rows())), desk.taken(office_like())
    file = place(waits.congress_id, waits.sha256)
    assert file.is_file()
    assert sweep() == 0
    with at(now().replace(year=now().year + 1)):
        assert sweep() == 1
    assert list(ImportRun.objects.all()) == [taken], "what was taken in is remembered for ever"
    os.utime(file, (1, 1))
    sweep_papers()
    assert not file.exists()
    with pytest.raises(Refused, match="只保留一天"):
        desk.seen(waits)


def test_words_that_were_altered_are_found(desk, term):
    run = desk.taken(office_like())
    line = run.rows.first()
    ImportedRow.objects.filter(pk=line.pk).update(said={"called": "别的", "set": {}})
    assert [fault.kind for fault in faults()] == ["import"]
    ImportedRow.objects.filter(pk=line.pk).update(said=line.said, row=99)
    assert [fault.kind for fault in faults()] == ["import"]
