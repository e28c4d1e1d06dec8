"""Setting up second factors, replacing and removing them, and the codes to print."""

import json
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renda.accounts import recovery, second_factor
from renda.accounts.models import SecurityEntry
from renda.accounts.tests.conftest import PASSWORD, code_now
from renda.accounts.tests.soft_key import SoftKey
from renda.kernel.moment import BEIJING, at
from renda.kernel.pages.keys import new_key

pytestmark = pytest.mark.django_db
NINE = datetime(2036, 10, 13, 9, 0, 5, tzinfo=BEIJING)
APP, KEY, LIST, CODES = (
    f"/accounts/second-factors/{part}" for part in ("app/", "passkey/", "", "codes/")
)
HERE = {"headers": {"host": "localhost"}}


@pytest.fixture
def mine(client, person, sign_in):
    sign_in(client)
    return client


def kinds(person):
    rows = Authenticator.objects.filter(user=person).order_by("type")
    return list(rows.values_list("type", flat=True))


def offered(client):
    return "".join(client.get(APP).context["groups"])


def set_app(client, code, **more):
    return client.post(f"{APP}set/", {"key": new_key(), "code": code, **more})


def add_key(client, key, **more):
    asked = json.loads(client.get(KEY, **HERE).context["asked"])
    said = json.dumps(key.made(asked["publicKey"]["challenge"], **more))
    return client.post(f"{KEY}add/", {"key": new_key(), "credential": said, "name": "办公"}, **HERE)


def remove(client, factor):
    url = reverse("second_factor_removed", args=[factor.pk])
    return client.post(url, {"key": new_key()})


def is_in(client):
    return client.get(reverse("account_mine")).status_code == 200


def test_an_app_is_set_up_with_its_first_code(mine, person):
    secret = offered(mine)
    answer = set_app(mine, code_now(secret))
    assert answer["Location"] == CODES
    assert kinds(person) == ["recovery_codes", "totp"]
    page = mine.get(CODES)
    assert page.context["codes"] == recovery.codes_left(person)
    assert len(page.context["codes"]) == 10
    assert SecurityEntry.objects.filter(kind="factor_added", detail="totp").count() == 1


def test_the_first_code_is_used_up_by_it(mine, person, sign_in):
    secret = offered(mine)
    code = code_now(secret)
    set_app(mine, code)
    other = Client()
    sign_in(other)
    assert other.post(reverse("second_factor_challenge"), {"code": code}).status_code == 200


def test_a_wrong_first_code_keeps_the_offer_and_locks_nobody_out(mine, person, sign_in):
    secret = offered(mine)
    for _typo in range(7):
        answer = set_app(mine, "000000")
        assert answer.status_code == 422 and "code" in answer.context["form"].errors
        assert "no-store" in answer["Cache-Control"]
    assert offered(mine) == secret
    assert not kinds(person)
    assert sign_in(Client()).status_code == 302


def test_the_offer_lies_sealed_in_the_session_and_goes_with_it(mine):
    secret = offered(mine)
    kept = repr([row.get_decoded() for row in Session.objects.all()])
    assert "sealed" in kept and secret not in kept
    set_app(mine, code_now(secret))
    assert "sealed" not in repr([row.get_decoded() for row in Session.objects.all()])


def test_the_picture_and_the_address_are_drawn_here(mine):
    page = mine.get(APP)
    assert page.context["picture"].startswith("data:image/svg+xml,")
    assert page.context["address"].startswith("otpauth://totp/")
    assert "style=" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_the_first_factor_signs_out_everywhere_else(mine, person, sign_in):
    other = Client()
    sign_in(other)
    set_app(mine, code_now(offered(mine)))
    assert is_in(mine) and not is_in(other)
    assert UserSession.objects.count() == 1


def test_another_phone_takes_the_place_of_the_first(mine, person):
    old = offered(mine)
    set_app(mine, code_now(old))
    codes = recovery.codes_left(person)
    new = offered(mine)
    assert new != old
    assert set_app(mine, code_now(new))["Location"] == LIST
    assert kinds(person) == ["recovery_codes", "totp"]
    assert recovery.codes_left(person) == codes, "the paper holds"


def test_sent_twice_is_set_up_once(mine, person):
    secret, key = offered(mine), new_key()
    form = {"key": key, "code": code_now(secret)}
    first, second = (mine.post(f"{APP}set/", form) for _twice in range(2))
    assert first["Location"] == second["Location"] == CODES
    assert SecurityEntry.objects.filter(kind="factor_added").count() == 1


def test_a_passkey_is_made_and_shown_in_the_list(mine, person):
    assert add_key(mine, SoftKey())["Location"] == CODES
    assert kinds(person) == ["recovery_codes", "webauthn"]
    assert "办公" in mine.get(LIST).content.decode()
    assert add_key(mine, SoftKey())["Location"] == LIST
    assert kinds(person) == ["recovery_codes", "webauthn", "webauthn"]


def test_a_passkey_for_another_question_or_house_is_refused(mine, person):
    key = SoftKey()
    stale = json.loads(mine.get(KEY, **HERE).context["asked"])["publicKey"]["challenge"]
    assert add_key(mine, key, origin="https://evil.example").status_code == 409
    said = json.dumps(key.made(stale))
    answer = mine.post(f"{KEY}add/", {"key": new_key(), "credential": said}, **HERE)
    assert answer.status_code == 409 and not kinds(person)


def test_only_what_was_understood_of_a_passkey_is_kept(mine, person):
    key = SoftKey()
    asked = json.loads(mine.get(KEY, **HERE).context["asked"])
    said = key.made(asked["publicKey"]["challenge"]) | {"evil": "\x00\ud800", "more": "x" * 9000}
    form = {"key": new_key(), "credential": json.dumps(said), "name": "<b>"}
    assert mine.post(f"{KEY}add/", form, **HERE)["Location"] == CODES
    kept = Authenticator.objects.get(type="webauthn").data["credential"]
    assert "evil" not in repr(kept) and len(repr(kept)) < 2000
    assert "<b>" not in mine.get(LIST).content.decode()


def test_where_passkeys_cannot_work_the_page_says_so(mine):
    for host in ("127.0.0.1", "testserver"):
        page = mine.get(LIST, headers={"host": host})
        assert page.context["can_use_passkeys"] is False
        assert 'aria-disabled="true"' in page.content.decode()
        assert mine.get(KEY, headers={"host": host}).context["asked"] == ""
    assert mine.get(LIST, **HERE).context["can_use_passkeys"] is True


def test_the_last_factor_takes_the_recovery_codes_along(mine, person):
    set_app(mine, code_now(offered(mine)))
    add_key(mine, SoftKey())
    app, key = second_factor.factors_of(person)
    assert remove(mine, app)["Location"] == LIST
    assert kinds(person) == ["recovery_codes", "webauthn"]
    assert remove(mine, key)["Location"] == LIST
    assert kinds(person) == []
    assert SecurityEntry.objects.filter(kind="factor_removed").count() == 2


def test_while_a_rule_asks_for_one_the_last_stays(mine, person, demanded):
    set_app(mine, code_now(offered(mine)))
    demanded.add("qiaoyun")
    app = second_factor.factors_of(person).get()
    assert (
        'aria-disabled="true"'
        in mine.get(reverse("second_factor_remove", args=[app.pk])).content.decode()
    )
    assert remove(mine, app).status_code == 409
    add_key(mine, SoftKey())
    assert remove(mine, app).status_code == 302
    assert kinds(person) == ["recovery_codes", "webauthn"]


def test_another_persons_factor_is_not_found(mine, person, newcomer):
    theirs = Authenticator.objects.create(user=newcomer, type="totp", data={"secret": ""})
    assert mine.get(reverse("second_factor_remove", args=[theirs.pk])).status_code == 404
    assert remove(mine, theirs).status_code == 404


def test_recovery_codes_are_no_factor_to_remove(mine, person):
    set_app(mine, code_now(offered(mine)))
    codes = Authenticator.objects.get(type="recovery_codes")
    assert remove(mine, codes).status_code == 404


def test_new_codes_replace_the_old(mine, person):
    set_app(mine, code_now(offered(mine)))
    before = set(recovery.codes_left(person))
    assert mine.post(f"{CODES}renew/", {"key": new_key()})["Location"] == CODES
    after = recovery.codes_left(person)
    assert len(after) == 10 and not before & set(after)
    assert SecurityEntry.objects.filter(kind="spare_codes").count() == 1


def test_without_a_factor_there_are_no_codes(mine, person):
    assert mine.get(CODES)["Location"] == LIST
    assert mine.post(f"{CODES}renew/", {"key": new_key()}).status_code in (302, 409)
    assert kinds(person) == []


def test_what_matters_asks_for_the_password_after_a_while(client, person, sign_in):
    with at(NINE):
        sign_in(client)
        set_app(client, code_now(offered(client)))
    app = second_factor.factors_of(person).get()
    again = f"{reverse('account_reauthenticate')}?next="
    with at(NINE + timedelta(minutes=11)):
        for page in (APP, KEY, CODES, reverse("second_factor_remove", args=[app.pk])):
            assert client.get(page)["Location"].startswith(again), page
        assert remove(client, app)["Location"].startswith(again)
        assert mine_codes(client, person) == 10
        assert set_app(client, "000000")["Location"].startswith(again)
        asked = client.get(CODES)["Location"]
        answer = client.post(asked, {"password": PASSWORD, "next": CODES})
        assert answer["Location"] == CODES and client.get(CODES).status_code == 200
    assert kinds(person) == ["recovery_codes", "totp"]


def mine_codes(client, person):
    client.post(f"{CODES}renew/", {"key": new_key()})
    return len(recovery.codes_left(person))


HOSTILE = settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@HOSTILE
@given(code=st.text(max_size=60), name=st.text(max_size=60), said=st.text(max_size=200))
def test_whatever_is_sent_gets_a_page(mine, code, name, said):
    offered(mine)
    mine.get(KEY, **HERE)
    assert set_app(mine, code).status_code == 422
    form = {"key": new_key(), "credential": said, "name": name}
    assert mine.post(f"{KEY}add/", form, **HERE).status_code in (409, 422)
