"""What was reported earlier keeps its day; a void election is told; data of a person are asked only
where the person still sits."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from renda.deputies import lifecycle
from renda.deputies.actions.cases import report_case
from renda.deputies.actions.changes import others_of
from renda.deputies.actions.entering import change_deputy, elect
from renda.deputies.actions.people import add_person
from renda.deputies.models import Mandate, Membership, PersonChange, Suspension
from renda.deputies.queries import is_acting
from renda.deputies.roles import Beginning, CaseKind, Ground
from renda.deputies.views.proposals import _visible_to
from renda.kernel.lifecycle.models import Taken
from renda.kernel.moment import today
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.refusal import Refused
from tests.qualifying import CLERK, Qualification, committee, proposed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_what_was_reported_earlier_is_examined_and_announced_on_its_day(city):
    day = today() - 5 * DAY
    case = Qualification(city, on=day, reason="补录")
    assert Taken.objects.get(action="qualifications.begin").at.date() == day
    lifecycle.examine(case.fresh(), by=case.examiner, report="属实。", on=day + DAY, reason="补录")
    lifecycle.announce(case.fresh(), by=case.clerk, on=day + 2 * DAY, reason="补录")
    assert case.seat().until_on == day + DAY


def test_an_earlier_report_needs_a_reason(city):
    with pytest.raises(Refused, match="较早的日期"):
        Qualification(city, on=today() - DAY)


def test_office_and_elected_hear_that_the_election_is_void(city):
    committee(city)
    person = add_person(name="席海棠", congress_id=city.congresses["hewan"].pk)
    fields = {"term": city.terms["hewan"], "beginning": Beginning.BY_ELECTION, "from_on": None}
    seat = elect(person, fields, city.actor(CLERK))
    lifecycle.drop(seat.cases.get(), by=city.actor(CLERK), reason="当选无效。")
    told = Outbox.objects.filter(action="qualifications.drop")
    assert told.filter(reader_kind="mandate", reader_id=seat.pk).exists()
    assert told.filter(user_id=city.users["韩赟"].pk).exists()


def test_a_congress_where_the_mandate_is_over_is_neither_asked_nor_sees_it(city):
    change = proposed(city)
    [other] = others_of(change)
    held = Mandate.objects.filter(person=change.person, congress=other)
    held.update(until_on=today() - DAY)
    assert others_of(change) == []
    keeper = city.actor(CLERK)
    there = type(keeper)(keeper.user, other.pk, keeper.held)
    assert not _visible_to(there).exists() and _visible_to(keeper).exists()


def test_one_open_change_of_a_person_by_congress(city):
    change = proposed(city)
    twin = PersonChange(person=change.person, congress=change.congress, proposed_on=today())
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_who_leads_a_delegation_is_not_moved_by_the_form(city):
    heads = Membership.objects.filter(body__kind="delegation", office="head")
    row = heads.filter(congress__slug="hewan").first()
    mandate, by = row.mandate, city.actor(CLERK)
    assert mandate.delegation_id == row.body_id
    values = {"mandate": {"delegation": None}, "person": {}, "mobile": "", "person_seen": None}
    with pytest.raises(Refused, match="请先登记其离任"):
        change_deputy(mandate, values, by, mandate.version, "")


def test_no_mandate_and_no_suspension_ends_before_it_began(city):
    seat = city.mandates["hewan", "秦二柱"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(pk=seat.pk).update(until_on=seat.from_on - DAY)
    paused = Suspension(mandate=seat, ground=Ground.DETAINED, from_on=today(), until_on=date.min)
    with pytest.raises(IntegrityError), transaction.atomic():
        paused.save()


def test_the_suspended_do_not_act_and_the_re_elected_do(city):
    case = Qualification(city, kind=CaseKind.SUSPEND, ground=Ground.DETAINED).announced()
    assert not is_acting(case.seat(), today())
    seat = city.mandates["hewan", "秦二柱"]
    assert is_acting(seat, today())
    Mandate.objects.filter(pk=seat.pk).update(until_on=today() - DAY)
    assert not is_acting(Mandate.objects.get(pk=seat.pk), today())


def test_a_death_before_the_mandate_began_is_refused(city):
    seat = city.mandates["hewan", "秦二柱"]
    committee(city)
    with pytest.raises(Refused, match="这一天之后才开始"):
        report_case(
            mandate=seat,
            kind=CaseKind.END,
            ground=Ground.DIED,
            happened_on=seat.from_on - DAY,
            by=city.actor(CLERK),
        )
