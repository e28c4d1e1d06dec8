"""From the hour of freezing the outgoing office changes nothing of the old term's registers."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from renda.congress.actions import give_post, hold_session
from renda.congress.models import Session
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.models import Certificate, Mandate, Membership
from renda.kernel import moment
from renda.kernel.exchange import runs, undoing
from renda.kernel.exchange.table import TABLES
from renda.kernel.pages.keys import new_key
from renda.kernel.permits.actor import the_system
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.freezing import refuse_closed_all, why_closed
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change, enter, withdraw
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.verify import faults
from tests.turnover import AFTER, FREEZES, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
CLERK, ADMIN = "白玥琪", "高珺"


@pytest.fixture
def turn(city):
    return Turn(city).again("乌仁托娅").settled().carried_out()


def session(city):
    return city.sessions["hewan", 5]


def test_an_hour_before_the_office_still_writes(city, turn):
    with moment.at(FREEZES - timedelta(hours=1)):
        days = {"closes_on": date(2026, 1, 24)}
        change(session(city), "congress.change_session", by=city.actor(CLERK), values=days)


def test_from_the_hour_on_the_office_is_told_who_may(city, turn):
    mandate = Mandate.objects.get(pk=city.mandates["hewan", "秦二柱"].pk)
    with moment.at(FREEZES):
        clerk = city.actor(CLERK)
        for row, action, values in (
            (session(city), "congress.change_session", {"closes_on": date(2026, 1, 24)}),
            (mandate, "deputies.change_mandate", {"category": "干部"}),
            (turn.change.old, "congress.change_term", {"number": 4}),
        ):
            with pytest.raises(Refused, match="市五届人大的名册自2027-01-18起封存"):
                change(row, action, by=clerk, values=values, reason="补记")
        with pytest.raises(Refused, match="封存"):
            withdraw(session(city), "congress.withdraw_session", by=clerk, reason="错")
        with pytest.raises(Refused, match="封存"):
            hold_session(
                term=turn.change.old,
                number=6,
                opens_on=date(2026, 8, 1),
                closes_on=date(2026, 8, 2),
                by=clerk,
            )
        person = add_person(name="苏木吉", congress_id=clerk.congress_id, by=clerk)
        with pytest.raises(Refused, match="封存"):
            add_deputy(person=person, term=turn.change.old, from_on=date(2022, 1, 1), by=clerk)
    assert Session.objects.get(pk=session(city).pk).closes_on == date(2026, 1, 23)


def test_the_new_term_is_open_to_the_same_office(city, turn):
    with moment.at(AFTER):
        new = Mandate.objects.get(term=turn.change.new)
        values = {"trained_on": date(2027, 1, 25)}
        change(new, "deputies.change_mandate", by=city.actor(CLERK), values=values)


def test_a_seat_cannot_be_moved_into_a_closed_term(city, turn):
    with moment.at(AFTER):
        new = Mandate.objects.get(term=turn.change.new)
        person = add_person(name="苏木吉", congress_id=new.congress_id)
        values = {"term": turn.change.old, "person": person}
        with pytest.raises(Refused, match="封存"):
            change(new, "deputies.change_mandate", by=city.actor(CLERK), values=values)


def test_the_administrator_sets_right_what_is_wrong_and_says_why(city, turn):
    with moment.at(AFTER):
        admin, days = city.actor(ADMIN), {"closes_on": date(2026, 1, 24)}
        with pytest.raises(Refused, match="写明更正原因"):
            change(session(city), "congress.change_session", by=admin, values=days)
        change(session(city), "congress.change_session", by=admin, values=days, reason="公报为准")
    assert history_of(session(city))[0].reason == "公报为准"
    assert list(faults()) == []


def test_who_came_into_office_afterwards_may_too(city):
    """A township without an administrator: the next chair sets right what the last one left."""
    Turn(city, "langwan", by="刘麦霞").again("刘麦霞").settled().carried_out()
    body = city.bodies["langwan", "主席团"]
    give_post(
        user=city.users["段五宝"], body=body, role="presidium_chair", from_on=date(2027, 1, 22)
    )
    row = city.sessions["langwan", 5]
    with moment.at(AFTER):
        assert "封存" in why_closed(row, city.actor("刘麦霞", "langwan"), "错字")
        assert why_closed(row, city.actor("段五宝", "langwan"), "错字") == ""


def test_the_system_itself_is_never_kept_out(city, turn):
    with moment.at(AFTER):
        assert why_closed(session(city), None) == ""
        assert why_closed(session(city), the_system(turn.change.congress_id)) == ""


def test_what_was_done_before_is_not_undone_after(city, turn):
    with moment.at(FREEZES - timedelta(hours=1)):
        days = {"closes_on": date(2026, 1, 24)}
        change(session(city), "congress.change_session", by=city.actor(CLERK), values=days)
    event = history_of(session(city))[0].event
    with moment.at(AFTER), pytest.raises(Refused, match="封存"):
        undo(
            session(city),
            event.seq,
            congress_id=turn.change.congress_id,
            by=city.actor(CLERK),
        )


def brought(city, settings, tmp_path, row):
    settings.MEDIA_ROOT = tmp_path
    head = "届次,次数,开幕时间,闭幕时间"
    file = ContentFile(f"{head}\n{row}\n".encode(), "会议.csv")
    table, here = TABLES["sessions"], city.congresses["hewan"]
    return table, here, runs.begin(table, here, by=city.actor(CLERK), file=file, asked={})


@pytest.mark.parametrize("row", ["5,5,2026-01-19,2026-01-24", "5,6,2026-08-01,2026-08-02"])
def test_no_file_writes_into_a_closed_term(city, turn, settings, tmp_path, row):
    table, here, run = brought(city, settings, tmp_path, row)
    before = list(Session.objects.order_by("pk").values_list())
    with moment.at(FREEZES), pytest.raises(Refused, match="市五届人大的名册自2027-01-18起封存"):
        runs.take_in(table, here, run, by=city.actor(CLERK))
    assert list(Session.objects.order_by("pk").values_list()) == before
    with moment.at(FREEZES):
        runs.take_in(table, here, run, by=city.actor(ADMIN))


@pytest.mark.parametrize("row", ["5,5,2026-01-19,2026-01-24", "5,6,2026-08-01,2026-08-02"])
def test_a_file_from_before_is_not_undone_after(city, turn, settings, tmp_path, row):
    with moment.at(FREEZES - timedelta(hours=1)):
        table, here, run = brought(city, settings, tmp_path, row)
        runs.take_in(table, here, run, by=city.actor(CLERK))
    with moment.at(FREEZES):
        with pytest.raises(Refused, match="封存"):
            undoing.undo(table, here, run, by=city.actor(CLERK))
        undoing.undo(table, here, run, by=city.actor(ADMIN))


def test_seats_close_with_the_term_they_are_of(city, turn):
    committee = city.bodies["hewan", "常委会"]
    with moment.at(AFTER):
        clerk = city.actor(CLERK)
        for begins, is_closed in ((date(2025, 5, 1), True), (date(2027, 1, 22), False)):
            seat = Membership(
                congress=committee.congress,
                body=committee,
                person=city.mandates["hewan", "秦二柱"].person,
                office="chair" if is_closed else "member",
                from_on=begins,
            )
            assert bool(why_closed(seat, clerk)) is is_closed


def test_certificates_of_the_old_term_are_still_taken_back(city, turn):
    row = Certificate(
        congress=turn.change.congress,
        mandate=city.mandates["hewan", "秦二柱"],
        number="016",
        issued_on=date(2022, 1, 4),
    )
    enter(row, "deputies.add_certificate", by=None)
    client = Client()
    client.force_login(city.users[CLERK])
    with moment.at(AFTER):
        due = reverse("registers:list", args=["hewan", "certificates"]) + "?show=to_return"
        assert "016" in client.get(due).content.decode()
        sent = {
            "key": new_key(),
            "version": row.version,
            "number": row.number,
            "issued_on": "2022-01-04",
            "returned_on": "2027-01-25",
            "lost_on": "",
        }
        url = reverse("registers:change", args=["hewan", "certificates", row.pk])
        assert client.post(url, sent).status_code == 302
        assert "016" not in client.get(due).content.decode()


def test_the_form_keeps_what_was_typed_when_the_term_is_closed(city, turn):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[CLERK])
    row = session(city)
    sent = {
        "key": new_key(),
        "version": row.version,
        "term": row.term_id,
        "number": 5,
        "opens_on": "2026-01-19",
        "closes_on": "2026-01-24",
        "why": "补记",
    }
    with moment.at(AFTER):
        url = reverse("registers:change", args=["hewan", "sessions", row.pk])
        response = client.post(url, sent)
    assert response.status_code == 409
    assert "封存" in response.content.decode() and "2026-01-24" in response.content.decode()


def test_of_a_whole_file_each_term_is_asked_about_once(city, turn, django_assert_num_queries):
    rows = list(Mandate.objects.filter(congress__slug="hewan", term=turn.change.old)[:9])
    assert len(rows) > 3
    with moment.at(FREEZES - timedelta(hours=1)):
        clerk = city.actor(CLERK)
        with django_assert_num_queries(1):
            refuse_closed_all(rows, clerk)
    with moment.at(FREEZES), pytest.raises(Refused, match="封存"):
        refuse_closed_all(rows, city.actor(CLERK))
