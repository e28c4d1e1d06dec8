"""Five wrong passwords close an account for five minutes, right passwords included."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renda.accounts import lockout, office
from renda.accounts.models import SecurityEntry, WrongPasswords
from renda.accounts.tests.conftest import PASSWORD, PHONE
from renda.kernel.moment import BEIJING, at

pytestmark = pytest.mark.django_db
Kind = SecurityEntry.Kind
NINE = datetime(2026, 10, 13, 9, 0, 30, tzinfo=BEIJING)


def fail(sign_in, client, times, login="qiaoyun", **more):
    return [sign_in(client, login, "wrong-wrong-1", **more) for _ in range(times)][-1]


def test_the_right_password_is_refused_until_the_time_said(client, person, sign_in):
    with at(NINE):
        fail(sign_in, client, 5)
        answer = sign_in(client)
        assert answer.status_code == 200
        assert "09:06" in str(answer.context["form"].errors)
    with at(NINE + timedelta(minutes=4, seconds=59)):
        assert sign_in(client).status_code == 200
    with at(NINE + timedelta(minutes=5, seconds=2)):
        assert sign_in(client).status_code == 302


def test_four_wrong_ones_do_not_close_it_and_right_ones_do_not_count(client, person, sign_in):
    fail(sign_in, client, 4)
    for _ in range(7):
        assert sign_in(Client()).status_code == 302
    fail(sign_in, client, 1)
    assert sign_in(client).status_code == 200


def test_the_name_and_the_number_of_one_person_are_counted_together(client, person, sign_in):
    for login in ("qiaoyun", PHONE, "QIAOYUN", "+86 " + PHONE, PHONE):
        fail(sign_in, client, 1, login)
    assert sign_in(client).status_code == 200


def test_an_unknown_name_is_closed_with_the_same_words(client, person, sign_in):
    with at(NINE):
        known = fail(sign_in, client, 6)
        unknown = fail(sign_in, client, 6, "nobody")
    assert known.context["form"].errors == unknown.context["form"].errors
    assert known.status_code == unknown.status_code


def test_others_are_not_closed_out(client, person, sign_in):
    fail(sign_in, client, 6, "nobody")
    assert sign_in(client).status_code == 302


def test_many_names_from_one_network_are_stopped(client, person, sign_in, monkeypatch):
    monkeypatch.setattr(lockout, "PER_NETWORK", 7)
    for n in range(7):
        fail(sign_in, client, 1, f"nobody{n}", REMOTE_ADDR=f"2001:db8:1:2::{n}")
    assert sign_in(client, REMOTE_ADDR="2001:db8:1:2:ffff::1").status_code == 200
    assert sign_in(client, REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_a_forged_forwarded_address_counts_for_nothing(client, person, sign_in, monkeypatch):
    monkeypatch.setattr(lockout, "PER_NETWORK", 3)
    for n in range(3):
        fail(sign_in, client, 1, f"nobody{n}", headers={"X-Forwarded-For": f"203.0.113.{n}"})
    assert sign_in(client, headers={"X-Forwarded-For": "203.0.113.99"}).status_code == 200


def test_the_other_places_that_ask_for_the_password_count_too(client, person, sign_in):
    sign_in(client)
    for _ in range(3):
        client.post(reverse("account_reauthenticate"), {"password": "wrong-wrong-1"})
    new = {"password1": "Another-2026-pw", "password2": "Another-2026-pw"}
    for _ in range(2):
        client.post(reverse("account_change_password"), {"oldpassword": "wrong-wrong-1", **new})
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **new})
    assert "oldpassword" in answer.context["form"].errors
    assert sign_in(Client()).status_code == 200


def test_the_log_tells_of_the_lockout_once_and_a_storm_writes_nothing(client, person, sign_in):
    fail(sign_in, client, 5)
    kinds = list(SecurityEntry.objects.values_list("kind", flat=True))
    assert kinds.count(Kind.SIGN_IN_FAILED) == 5
    assert kinds.count(Kind.LOCKED_OUT) == 1
    with CaptureQueriesContext(
        connection,
    ) as asked:
        fail(sign_in, client, 3)
    assert not [q for q in asked if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert SecurityEntry.objects.count() == 6


def test_names_typed_by_mistake_are_not_kept_in_clear(client, person, sign_in):
    sign_in(client, "my-secret-password", "x")
    entry = SecurityEntry.objects.get()
    assert (entry.user_id, len(entry.who_hash)) == (None, 64)
    assert "secret" not in repr(list(SecurityEntry.objects.values()))
    assert "secret" not in repr(list(WrongPasswords.objects.values()))


def test_old_counts_are_forgotten(client, person, sign_in):
    with at(NINE):
        fail(sign_in, client, 2)
        assert lockout.forget() == 0
    with at(NINE + timedelta(minutes=6)):
        assert lockout.forget() == 2
    assert not WrongPasswords.objects.exists()


def test_the_office_to_call_is_on_the_page(client, person, monkeypatch):
    monkeypatch.setattr(
        office, "_sources", [lambda request: [office.Line("河湾市人大", "0470-000 0100")]]
    )
    page = client.get(reverse("account_login")).content.decode()
    assert "0470-000 0100" in page and "河湾市人大" in page
