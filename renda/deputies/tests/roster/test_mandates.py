"""The life of a mandate: reported, examined, announced; from that day it holds."""

from datetime import timedelta

import pytest

from renda.congress.actions import hold_session
from renda.deputies import lifecycle
from renda.deputies.actions import add_person
from renda.deputies.actions.cases import offer_absences, report_case
from renda.deputies.actions.entering import elect
from renda.deputies.models import Mandate, QualificationCase, Suspension
from renda.deputies.roles import Beginning, CaseKind, Ground
from renda.kernel.lifecycle.undoing import undo_last
from renda.kernel.moment import today
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.verify import faults
from tests.qualifying import CLERK, Qualification, committee

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_until_it_is_announced_the_deputy_acts(city):
    case = Qualification(city)
    assert case.holds() and case.examined().holds()
    assert city.actor("乌仁托娅").holds("deputy")


def test_from_the_announcement_on_the_rights_are_gone(city):
    case = Qualification(city, happened_on=today() - 3 * DAY).announced()
    seat = case.seat()
    assert (seat.until_on, seat.end_ground) == (today() - DAY, Ground.MOVED)
    assert not case.holds() and not city.actor("乌仁托娅").holds("deputy")
    assert city.actor("安雅文").places("assistant") == set(), "the assistant's right ends with it"
    assert list(faults()) == []


def test_an_end_is_not_announced_before_it_was_examined(city):
    case = Qualification(city)
    with pytest.raises(Refused, match="审查报告"):
        lifecycle.announce(case.fresh(), by=case.clerk)


def test_only_the_committee_examines_and_the_office_registers_its_signed_report(city):
    case = Qualification(city)
    with pytest.raises(Refused):
        lifecycle.examine(case.fresh(), by=case.clerk, report="属实")
    with pytest.raises(Refused):
        lifecycle.examine(case.fresh(), by=city.actor("单禾"), report="属实")


def test_a_death_ends_it_at_once_and_is_announced_only(city):
    case = Qualification(city, ground=Ground.DIED, happened_on=today() - 5 * DAY)
    assert case.seat().until_on == today() - 5 * DAY
    with pytest.raises(Refused, match="只需公告"):
        lifecycle.examine(case.fresh(), by=case.examiner, report="属实")
    case.announced()
    assert case.seat().end_ground == Ground.DIED
    told = Outbox.objects.filter(action="qualifications.announce")
    assert not told.filter(reader_kind="mandate").exists()
    assert not told.filter(user_id=city.users["乌仁托娅"].pk).exists(), "nobody writes to the dead"


def test_a_death_that_was_a_mistake_is_dropped_and_the_mandate_goes_on(city):
    case = Qualification(city, ground=Ground.DIED, happened_on=today() - DAY)
    lifecycle.drop(case.fresh(), by=case.clerk, reason="同名误报。")
    assert case.holds() and case.seat().end_ground == ""


def test_a_suspension_rests_the_rights_until_it_is_restored(city):
    case = Qualification(city, kind=CaseKind.SUSPEND, ground=Ground.DETAINED).announced()
    assert not case.holds()
    assert Mandate.objects.held_on(today()).filter(pk=case.mandate.pk).exists(), "the seat stays"
    Suspension.objects.update(from_on=today() - 9 * DAY)
    again = Qualification(city, kind=CaseKind.RESTORE, ground="").announced()
    assert again.holds()
    assert Suspension.objects.get().until_on == today() - DAY


@pytest.mark.parametrize(
    ("kind", "ground"),
    [
        (CaseKind.END, Ground.DETAINED),
        (CaseKind.END, Ground.TERM_OVER),
        (CaseKind.END, ""),
        (CaseKind.SUSPEND, Ground.MOVED),
        (CaseKind.RESTORE, ""),
        (CaseKind.CONFIRM, ""),
        ("绝对", ""),
    ],
)
def test_what_the_law_does_not_know_or_the_mandate_does_not_allow_is_refused(city, kind, ground):
    with pytest.raises(Refused):
        Qualification(city, kind=kind, ground=ground)
    assert not QualificationCase.objects.exists()


def test_one_case_at_a_time(city):
    Qualification(city)
    with pytest.raises(Refused, match="没有办完"):
        Qualification(city, ground=Ground.RESIGNED)


def test_a_day_to_come_and_another_congress_are_refused(city):
    with pytest.raises(Refused):
        Qualification(city, happened_on=today() + DAY)
    committee(city)
    other = city.mandates["langwan", "刘麦霞"]
    with pytest.raises(Refused):
        report_case(mandate=other, kind="end", ground="moved", by=city.actor(CLERK))
    with pytest.raises(Refused):
        report_case(
            mandate=city.mandates["hewan", "刘麦霞"],
            kind="end",
            ground="moved",
            by=city.actor("高珺"),
        )


def test_undoing_an_announcement_gives_everything_back(city):
    case = Qualification(city).announced()
    undo_last(case.fresh(), by=case.clerk)
    assert case.fresh().state == "examined" and case.fresh().announced_on is None
    assert case.holds() and case.seat().end_ground == ""
    assert city.actor("安雅文").places("assistant") == {case.mandate.pk}
    assert list(faults()) == []
    lifecycle.announce(case.fresh(), by=case.clerk)
    assert not case.holds()


def test_undoing_a_suspension_leaves_none(city):
    case = Qualification(city, kind=CaseKind.SUSPEND, ground=Ground.SENTENCED).announced()
    undo_last(case.fresh(), by=case.clerk)
    assert case.holds() and not Suspension.objects.exists()


def test_what_a_case_did_is_not_undone_behind_its_back(city):
    case = Qualification(city).announced()
    newest = history_of(case.seat())[0]
    assert newest.label == "代表资格终止" and not newest.can_undo
    with pytest.raises(Refused):
        undo(case.seat(), newest.event.seq, congress_id=case.mandate.congress_id, by=case.clerk)


def elected(city, name="席海棠"):
    committee(city)
    here = city.congresses["hewan"]
    person = add_person(name=name, congress_id=here.pk)
    fields = {"term": city.terms["hewan"], "beginning": Beginning.BY_ELECTION, "from_on": None}
    return elect(person, fields, city.actor(CLERK))


def test_who_was_elected_in_a_by_election_waits_for_the_announcement(city):
    seat = elected(city)
    assert not Mandate.objects.held_on(today() + 999 * DAY).filter(pk=seat.pk).exists()
    case = seat.cases.get()
    lifecycle.examine(case, by=city.actor("敖日其楞"), report="当选有效。")
    lifecycle.announce(case, by=city.actor(CLERK), announcement="公告第9号")
    assert Mandate.objects.get(pk=seat.pk).from_on == today()
    assert Mandate.objects.acting_on(today()).filter(pk=seat.pk).exists()


def test_a_void_election_leaves_no_mandate_and_can_be_undone(city):
    seat = elected(city)
    case = seat.cases.get()
    lifecycle.drop(case, by=city.actor(CLERK), reason="当选无效。")
    assert not Mandate.objects.filter(pk=seat.pk).exists()
    undo_last(QualificationCase.objects.get(), by=city.actor(CLERK))
    assert Mandate.objects.filter(pk=seat.pk, from_on=None).exists()


def test_in_a_township_the_congress_itself_announces_it(city):
    committee(city, "langwan", "段五宝")
    chair = city.actor("刘麦霞", "langwan")
    seat = city.mandates["langwan", "刘麦霞"]
    case = report_case(mandate=seat, kind="end", ground="resigned", by=chair)
    lifecycle.examine(case, by=city.actor("段五宝", "langwan"), report="属实。")
    with pytest.raises(Refused, match="没有举行人民代表大会会议"):
        lifecycle.announce(QualificationCase.objects.get(), by=chair)
    session = hold_session(
        term=city.terms["langwan"], number=9, opens_on=today(), closes_on=today()
    )
    lifecycle.announce(QualificationCase.objects.get(), by=chair)
    assert QualificationCase.objects.get().session == session


def test_two_sessions_missed_without_leave_are_offered_as_a_case(city):
    committee(city)
    seat, clerk = city.mandates["hewan", "秦二柱"], city.actor(CLERK)
    fourth, fifth = city.sessions["hewan", 4], city.sessions["hewan", 5]
    other = city.sessions["langwan", 5]
    assert offer_absences(mandate=seat, sessions=[fourth, fourth, other], by=clerk) is None
    case = offer_absences(mandate=seat, sessions=[fifth, fourth], by=clerk)
    assert (case.kind, case.ground) == (CaseKind.END, Ground.ABSENT)
    assert "2025-01-13" in case.note and case.state == "reported"
    assert offer_absences(mandate=seat, sessions=[fourth, fifth], by=clerk) is None
    lifecycle.drop(case, by=clerk, reason="已请假。")
    assert offer_absences(mandate=seat, sessions=[fourth, fifth], by=clerk) is None, "looked at"


def test_what_hangs_on_a_mandate_hears_of_its_end(city, monkeypatch):
    heard = []
    monkeypatch.setattr(lifecycle, "_when_ended", [])
    lifecycle.when_ended(lambda case, occasion: heard.append((case.mandate_id, occasion.on)))
    case = Qualification(city).announced()
    assert heard == [(case.mandate.pk, today())]


def test_deputy_office_and_committee_are_told(city):
    case = Qualification(city).announced()
    told = Outbox.objects.filter(subject_id=case.case.pk)
    by = {
        action: set(
            told.filter(action=f"qualifications.{action}").values_list("user_id", flat=True)
        )
        for action in ("begin", "examine", "announce")
    }
    users = {name: city.users[name].pk for name in ("乌仁托娅", "韩赟", "敖日其楞")}
    assert users["敖日其楞"] in by["begin"] and users["韩赟"] in by["begin"]
    assert users["乌仁托娅"] not in by["begin"] | by["examine"], "not before it is announced"
    assert users["韩赟"] in by["examine"]
    assert users["乌仁托娅"] in by["announce"]
