"""What leaves the house: by each person's choice, in working hours, once, and tried again."""

import json
from datetime import datetime, timedelta

import pytest
from django.test import Client

from renda.kernel import moment
from renda.kernel.moment import BEIJING
from renda.kernel.notices import actions, channels
from renda.kernel.notices.hours import next_moment
from renda.kernel.notices.models import Delivery, Notice, Outbox
from renda.kernel.notices.outbox import deliver
from renda.kernel.notices.sending import BACKOFF, failing_channels, send_due
from renda.kernel.notices.tests.gateways import http_gateway
from renda.kernel.pages.keys import new_key
from tests.life import DEPUTY, Life

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=BEIJING)  # a Friday
SMS, MAIL = channels.SMS, channels.MAIL


def at(text):
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("when", "is_digest", "leaves"),
    [
        ("2026-11-20T10:00", False, "2026-11-20T10:00"),
        ("2026-11-20T06:30", False, "2026-11-20T08:00"),
        ("2026-11-20T22:00", False, "2026-11-23T08:00"),  # Monday
        ("2026-11-21T10:00", False, "2026-11-23T08:00"),  # Saturday
        ("2026-02-17T10:00", False, "2026-02-24T08:00"),  # the Spring Festival of 2026
        ("2026-02-28T10:00", False, "2026-02-28T10:00"),  # a Saturday on which people work
        ("2026-11-20T10:00", True, "2026-11-23T08:00"),
        ("2026-11-20T06:30", True, "2026-11-20T08:00"),
    ],
)
def test_nothing_leaves_outside_working_hours(city, when, is_digest, leaves):
    here = city.congresses["hewan"].pk
    assert next_moment(here, at(when), is_digest=is_digest) == at(leaves)


@pytest.fixture
def house(city, settings, tmp_path):
    """The city, with a home of its own and an empty outbox."""
    from types import SimpleNamespace

    Outbox.objects.all().delete()
    settings.HOME = SimpleNamespace(path=tmp_path, is_live=False)
    settings.RENDA_CHANNELS = {}
    channels.forget_adapters()
    city.sent = tmp_path / "outgoing"
    yield city
    channels.forget_adapters()


def chosen(house, channel, *, is_digest=False, address=""):
    said = {"is_on": True, "is_digest": is_digest, "address": address}
    actions.choose(by=house.actor(DEPUTY), chosen={channel: said})


def accepted(house, when=MORNING):
    with moment.at(when):
        Life(house).accepted()
        deliver()


def sent(house, channel):
    path = house.sent / f"{channel}.jsonl"
    return (
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    )


def test_who_chose_nothing_gets_the_inbox_only(house):
    accepted(house)
    assert Notice.objects.filter(user_id=house.users[DEPUTY].pk).exists()
    assert not Delivery.objects.exists()


def test_who_chose_text_messages_gets_one_without_names_or_titles(house):
    chosen(house, SMS)
    accepted(house)
    with moment.at(MORNING):
        assert send_due() == 1
        assert send_due() == 0
    (message,) = sent(house, SMS)
    assert message["to"] == "13900000002"
    assert "闭001" in message["text"] and "路灯" not in message["text"]


def test_at_night_it_waits_for_the_morning_of_a_working_day(house):
    chosen(house, SMS)
    accepted(house, at("2026-11-20T22:00"))
    with moment.at(at("2026-11-22T12:00")):
        assert send_due() == 0
    with moment.at(at("2026-11-23T08:01")):
        assert send_due() == 1


def test_a_digest_is_one_message_for_all(house):
    chosen(house, MAIL, is_digest=True, address="daibiao@example.org")
    for _matter in range(5):
        accepted(house)
    with moment.at(at("2026-11-23T08:01")):
        assert send_due() == 1
    (message,) = sent(house, MAIL)
    assert message["to"] == "daibiao@example.org"
    assert "还有 2 条" in message["text"]


def test_a_gateway_that_is_away_loses_nothing(house, settings):
    chosen(house, SMS)
    accepted(house)
    with http_gateway(503) as gateway:
        url = f"http://127.0.0.1:{gateway.port}/"
        settings.RENDA_CHANNELS = {SMS: {"adapter": "http", "url": url}}
        channels.forget_adapters()
        with moment.at(MORNING):
            send_due()
        row = Delivery.objects.get()
        assert (row.tries, row.sent_at, row.fault) == (1, None, "HTTP 503")
        gateway.answer = 200
        with moment.at(MORNING + timedelta(minutes=BACKOFF[0] + 1)):
            send_due()
    assert Delivery.objects.get().sent_at is not None
    assert len({message["key"] for message in gateway.taken}) == 1


def test_a_wrong_number_is_not_tried_again_and_the_health_page_says_so(house, settings):
    chosen(house, SMS)
    accepted(house)
    with http_gateway(400) as gateway:
        url = f"http://127.0.0.1:{gateway.port}/"
        settings.RENDA_CHANNELS = {SMS: {"adapter": "http", "url": url}}
        channels.forget_adapters()
        with moment.at(MORNING):
            assert (send_due(), send_due()) == (1, 0)
            assert failing_channels() == [SMS]
    assert Delivery.objects.get().failed_at is not None


def test_a_claim_whose_worker_was_killed_is_taken_over(house):
    chosen(house, SMS)
    accepted(house)
    Delivery.objects.update(claimed_at=MORNING)
    with moment.at(MORNING + timedelta(minutes=5)):
        assert send_due() == 0
    with moment.at(MORNING + timedelta(minutes=11)):
        assert send_due() == 1


def test_after_a_killed_worker_the_same_message_goes_with_the_same_key(house):
    chosen(house, SMS)
    accepted(house)
    row = Delivery.objects.get()
    Delivery.objects.update(claimed_at=MORNING)
    accepted(house)
    with moment.at(MORNING + timedelta(minutes=11)):
        assert send_due() == 2
    keys = [message["key"] for message in sent(house, SMS)]
    assert f"renda-{row.pk}-{row.pk}-sms" in keys


def test_an_adapter_that_raises_stops_nobody_else(house, settings):
    chosen(house, SMS)
    accepted(house)
    settings.RENDA_CHANNELS = {SMS: {"adapter": "http", "url": ""}}
    channels.forget_adapters()
    with moment.at(MORNING):
        assert send_due() == 1
    row = Delivery.objects.get()
    assert row.tries == 1 and row.fault.startswith("ValueError") and row.claimed_at is None


def test_a_real_congress_sends_nothing_until_a_channel_is_switched_on(house, settings):
    settings.HOME.is_live = True
    chosen(house, SMS)
    accepted(house)
    assert not Delivery.objects.exists()


def page(house, name="乌仁托娅"):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(house.users[name])
    return client


def test_the_choice_is_made_on_a_page_and_shown_again(house):
    client = page(house)
    sent = {"key": new_key(), "sms": "digest", "mail": ""}
    assert client.post("/hewan/notices/choices/keep/", sent).status_code == 302
    assert 'value="digest"' in client.get("/hewan/notices/choices/").content.decode()
    accepted(house)
    assert Delivery.objects.get().due_at == at("2026-11-23T08:00")


def test_a_way_without_an_address_is_refused_in_words(house):
    client = page(house, "秦二柱" if "秦二柱" in house.users else "贺川平")
    answer = client.post("/hewan/notices/choices/keep/", {"key": new_key(), "sms": "at_once"})
    assert answer.status_code == 422
    assert "手机号" in answer.content.decode()
    answer = client.post(
        "/hewan/notices/choices/keep/", {"key": new_key(), "mail": "at_once", "address": "x"}
    )
    assert answer.status_code == 422 and 'value="x"' in answer.content.decode()
