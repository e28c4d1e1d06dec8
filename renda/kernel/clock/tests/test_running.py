"""Clocks start, stop, are extended, begun again and taken back, and keep what they replace."""

from datetime import date, datetime

import pytest

from renda.kernel.clock.models import Deadline, LocalRule
from renda.kernel.clock.rules import DECLARED, Local, Rules, rules_of, set_local_rule
from renda.kernel.clock.running import Clock, extend, restart, start, stop, undo
from renda.kernel.clock.spans import Days, Hours, Months, WorkingDays, cleared
from renda.kernel.clock.tests.thing import Thing
from renda.kernel.moment import BEIJING
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 7, 10, 12, tzinfo=BEIJING)
REPLY = Clock(
    "reply",
    ("assigned", "signed"),
    lasts=lambda thing: Months(6) if thing.is_complex else Months(3),
    cites="代表法51.2",
    says="The organ replies",
    starts=lambda thing: thing.assigned_on,
)
SIGN = Clock("sign", ("assigned",), lasts=WorkingDays(3), cites="local", says="The organ signs")
CALL = Clock("call", ("assigned",), lasts=Hours(24), cites="local", says="The organ calls")


@pytest.fixture
def hand_back():
    local = Local(
        "invented.hand_back",
        usual=WorkingDays(7),
        least=WorkingDays(3),
        most=WorkingDays(15),
        says="Handing back",
    )
    yield local
    del DECLARED["invented.hand_back"]


def follow(clock, thing, before, after, on, taken_id=1):
    return clock.follow(
        thing,
        before,
        after,
        on=on,
        moment=NOON.replace(year=on.year, month=on.month, day=on.day),
        taken_id=taken_id,
    )


def one(name="reply"):
    return Deadline.objects.of(Thing()).named(name).running().get()


def test_a_clock_starts_on_the_day_of_assignment_and_runs_over_both_states():
    row = follow(REPLY, Thing(), "draft", "assigned", date(2025, 7, 10))
    assert (row.started_on, row.statutory_on) == (date(2025, 7, 8), date(2025, 10, 8))
    assert row.latest_on == date(2025, 10, 9)
    assert (row.span, row.cites, row.subject_type) == ("3m", "代表法51.2", "invented.thing")
    assert follow(REPLY, Thing(), "assigned", "signed", date(2025, 7, 12)) is None
    assert one() == row
    follow(REPLY, Thing(), "signed", "replied", date(2025, 9, 17), taken_id=2)
    row.refresh_from_db()
    assert (row.stopped_on, row.stopped_by) == (date(2025, 9, 17), 2)


def test_hours_keep_their_moment():
    row = follow(CALL, Thing(), None, "assigned", NOON.date())
    assert row.started_at == NOON
    assert row.at == datetime(2025, 7, 11, 12, tzinfo=BEIJING)


def test_two_clocks_of_one_name_never_run_at_once():
    from django.db import IntegrityError, transaction

    start(Thing(), SIGN, on=NOON.date(), taken_id=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        start(Thing(), SIGN, on=NOON.date(), taken_id=2)
    start(Thing(pk=2), SIGN, on=NOON.date(), taken_id=2)


def test_an_extension_is_counted_from_the_first_start_and_keeps_the_old_row():
    old = start(Thing(assigned_on=date(2025, 11, 30)), REPLY, on=NOON.date(), taken_id=1)
    new = extend(old, by=Months(3), on=date(2026, 2, 1), reason="复杂", taken_id=9)
    assert new.statutory_on == date(2026, 5, 30)  # six months, not three and three
    old.refresh_from_db()
    assert (old.stopped_on, old.stopped_by) == (date(2026, 2, 1), 9)
    assert (new.replaces, new.reason, new.started_on) == (old, "复杂", old.started_on)
    assert list(Deadline.objects.standing()) == [new]


def test_an_extension_that_ends_no_later_or_has_nothing_to_extend_is_refused():
    row = start(Thing(), REPLY, on=NOON.date(), taken_id=1)
    for span in (Months(3), Months(2)):
        with pytest.raises(Refused):
            extend(row, to=span, on=NOON.date(), reason="", taken_id=2)
    with pytest.raises(Refused):
        extend(row, by=Days(3), on=NOON.date(), reason="", taken_id=2)
    stop(Thing(), "reply", on=NOON.date(), taken_id=3)
    row.refresh_from_db()
    with pytest.raises(Refused):
        extend(row, to=Months(6), on=NOON.date(), reason="", taken_id=4)


def test_a_restart_keeps_the_first_row():
    old = start(Thing(), REPLY, on=NOON.date(), taken_id=1)
    new = restart(Thing(), REPLY, on=date(2025, 8, 1), reason="重新交办", taken_id=2)
    old.refresh_from_db()
    assert new.started_on == old.stopped_on == date(2025, 8, 1)
    assert new.replaces == old


def test_what_a_step_did_is_taken_back():
    old = start(Thing(), REPLY, on=NOON.date(), taken_id=1)
    new = extend(old, to=Months(6), on=date(2025, 8, 1), reason="", taken_id=2)
    undo(2)
    new.refresh_from_db()
    assert new.is_void
    assert one() == old
    again = extend(one(), to=Months(5), on=date(2025, 8, 2), reason="", taken_id=3)
    assert list(Deadline.objects.standing()) == [again]


def test_a_stop_is_taken_back():
    row = start(Thing(), SIGN, on=NOON.date(), taken_id=1)
    follow(SIGN, Thing(), "assigned", "signed", NOON.date(), taken_id=2)
    undo(2)
    assert one("sign") == row


def test_a_running_clock_keeps_the_rule_of_its_start(hand_back):
    clock = Clock("hand back", ("assigned",), hand_back, "local", "The organ may hand back")
    row = start(Thing(), clock, on=date(2025, 9, 1), taken_id=1)
    set_local_rule(congress_id=5, key="invented.hand_back", span=WorkingDays(5))
    row.refresh_from_db()
    assert row.span == "7wd"
    assert start(Thing(pk=2), clock, on=date(2025, 9, 1), taken_id=2).span == "5wd"


def test_rules_are_one_query_and_of_one_congress(hand_back, django_assert_num_queries):
    set_local_rule(congress_id=5, key="invented.hand_back", span=WorkingDays(5))
    set_local_rule(congress_id=5, key="invented.hand_back", span=WorkingDays(4))
    with django_assert_num_queries(1):
        assert hand_back.span(rules_of(5)) == WorkingDays(4)
    assert hand_back.span(rules_of(6)) == WorkingDays(7)
    assert hand_back.span(Rules(7)) == WorkingDays(7)
    assert LocalRule.objects.count() == 1


@pytest.mark.parametrize("span", [WorkingDays(2), WorkingDays(16), Days(7), WorkingDays(-7)])
def test_a_rule_outside_its_bounds_is_refused_naming_them(hand_back, span):
    with pytest.raises(Refused) as refused:
        set_local_rule(congress_id=5, key="invented.hand_back", span=span)
    assert "3" in str(refused.value) and "15" in str(refused.value)
    with pytest.raises(Refused):
        set_local_rule(congress_id=5, key="invented.unknown", span=span)


def test_a_backward_rule_has_bounds_too():
    back = Local("invented.back", cleared(Days(-7)), Days(-5), Days(-10), says="Papers out")
    try:
        assert back.allows(Days(-10)) and not back.allows(Days(-11)) and not back.allows(Days(7))
        set_local_rule(congress_id=5, key="invented.back", span=cleared(Days(-6)))
        assert back.span(rules_of(5)) == cleared(Days(-6))
    finally:
        del DECLARED["invented.back"]


def test_a_rule_is_declared_once_and_within_its_bounds(hand_back):
    with pytest.raises(ValueError, match="twice"):
        Local("invented.hand_back", Days(1), Days(1), Days(2), says="")
    with pytest.raises(ValueError, match="outside"):
        Local("invented.other", Days(9), Days(1), Days(2), says="")
