"""The second factor at sign-in: counted like passwords, good once, never a way around."""

import json
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renda.accounts import recovery
from renda.accounts.actions import close_account
from renda.accounts.models import SecurityEntry, WrongPasswords
from renda.accounts.tests.conftest import CONGRESS, PASSWORD, PHONE, code_now
from renda.accounts.tests.soft_key import SoftKey
from renda.kernel.moment import BEIJING, at

pytestmark = pytest.mark.django_db
NINE = datetime(2036, 10, 13, 9, 0, 5, tzinfo=BEIJING)  # after the first code of the fixture
CHALLENGE = "/accounts/second-factor/"


@pytest.fixture
def half(sign_in, secret):
    """Somebody who has typed the password."""

    def begin(**more):
        client = Client()
        assert sign_in(client, **more)["Location"] == CHALLENGE
        return client

    return begin


@pytest.fixture
def key(person):
    """The person has a passkey, made at localhost."""
    made = SoftKey()
    Authenticator.objects.create(
        user=person, type="webauthn", data={"name": "测试", "credential": made.made("x" * 20)}
    )
    return made


def show(client, code):
    return client.post(CHALLENGE, {"code": code})


def is_in(client):
    return client.get(reverse("account_mine")).status_code == 200


def test_the_password_alone_lets_nobody_in(half, secret):
    client = half()
    assert not is_in(client)
    assert client.get(CHALLENGE).status_code == 200
    answer = show(client, code_now(secret))
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)
    entry = SecurityEntry.objects.get(kind="sign_in")
    assert entry.detail == "totp"


def test_the_way_on_is_kept(half, secret):
    client = half(data={"next": "/accounts/sessions/"})
    assert show(client, code_now(secret))["Location"] == "/accounts/sessions/"


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_clocks_may_differ_by_half_a_minute(half, secret, later):
    with at(NINE):
        assert show(half(), code_now(secret, later=later)).status_code == 302


@pytest.mark.parametrize("later", [-2, 2, 100])
def test_and_not_by_more(half, secret, later):
    with at(NINE):
        assert show(half(), code_now(secret, later=later)).status_code == 200


def test_a_code_is_good_once_however_long_it_would_last(half, secret):
    with at(NINE):
        code, next_one = code_now(secret), code_now(secret, later=1)
        first, second = half(), half()
        assert show(first, code).status_code == 302
        assert show(second, code).status_code == 200
    with at(NINE + timedelta(seconds=29)):
        assert show(second, code).status_code == 200
        assert show(second, next_one).status_code == 302
        assert show(half(), code_now(secret)).status_code == 200, "an older one after a newer"


@pytest.mark.parametrize("written", ["{} {}", " {}{} ", "{}　{}"])
def test_a_code_is_read_however_it_is_written(half, secret, written):
    with at(NINE):
        code = written.format(code_now(secret)[:3], code_now(secret)[3:])
        full_width = code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        assert show(half(), full_width).status_code == 302


def test_wrong_codes_count_like_wrong_passwords(half, secret, sign_in):
    client = half()
    for _guess in range(3):
        assert show(client, "000000").status_code == 200
    for _guess in range(2):
        sign_in(Client(), password="wrong-wrong-1")
    answer = show(client, code_now(secret))
    assert answer.status_code == 200 and not is_in(client)
    assert sign_in(Client()).status_code == 200, "the password is closed too"
    kinds = list(SecurityEntry.objects.values_list("kind", flat=True))
    assert (kinds.count("factor_failed"), kinds.count("locked_out")) == (3, 1)


def test_the_right_password_gives_no_wrong_code_back(half, secret):
    client = half()
    for _guess in range(4):
        show(half(), "000000")
    show(client, "000000")
    assert show(client, code_now(secret)).status_code == 200


def test_a_recovery_code_is_good_once(half, person):
    code = recovery.codes_left(person)[3]
    assert show(half(), f"{code[:4]} {code[4:]}").status_code == 302
    assert show(half(), code).status_code == 200
    left = recovery.codes_left(person)
    assert len(left) == 9 and code not in left
    assert SecurityEntry.objects.get(kind="sign_in").detail == "recovery_codes"


def test_another_persons_codes_are_wrong(half, person, secret, newcomer):
    newcomer.set_password(PASSWORD)
    newcomer.save()
    recovery.renew(newcomer)
    assert show(half(), recovery.codes_left(newcomer)[0]).status_code == 200


def test_no_secret_is_in_the_database_in_clear(person, secret):
    codes = recovery.codes_left(person)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        rows = repr(cursor.fetchall())
    assert secret not in rows and not any(code in rows for code in codes)


def test_with_another_key_nobody_gets_by(half, secret, person):
    client = half()
    for code in (code_now(secret), recovery.codes_left(person)[0]):
        with override_settings(RENDA_PHONE_KEY=bytes(32)):
            answer = show(client, code)
        assert answer.status_code == 200 and answer.context["form"].errors
    assert not is_in(client)


def test_an_account_closed_meanwhile_stays_outside(half, secret, person, admin):
    client = half()
    close_account(user=person, reason="离任", congress_id=CONGRESS, by=admin)
    show(client, code_now(secret))
    assert not is_in(client)


def test_somebody_else_may_sit_down_instead(half, secret):
    client = half()
    assert client.get(reverse("account_login"))["Location"] == CHALLENGE
    out = client.post(reverse("account_logout"), {"next": reverse("account_login")})
    assert client.get(out["Location"]).status_code == 200
    assert client.get(CHALLENGE)["Location"] == reverse("account_login")
    assert not SecurityEntry.objects.filter(kind="sign_out").exists()


def test_without_the_password_there_is_no_challenge(person, secret):
    for client in (Client(), Client()):
        assert client.get(CHALLENGE)["Location"] == reverse("account_login")
        assert show(client, code_now(secret))["Location"] == reverse("account_login")


def test_who_has_none_is_not_asked(person, sign_in):
    assert sign_in(Client(), PHONE)["Location"] == "/"


def test_a_removed_factor_cannot_be_shown(half, secret):
    client = half()
    Authenticator.objects.all().delete()
    assert show(client, code_now(secret)).status_code == 200
    assert not is_in(client)


HOSTILE = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
parts = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@HOSTILE
@given(code=st.text(max_size=60))
def test_whatever_is_typed_gets_a_page(half, code):
    WrongPasswords.objects.all().delete()  # every one is judged
    with at(NINE):
        client = half.client = getattr(half, "client", None) or half()
        assert show(client, code).status_code == 200


@HOSTILE
@given(said=parts)
def test_whatever_a_program_says_of_a_passkey_gets_a_page(half, key, said):
    WrongPasswords.objects.all().delete()
    client = half.client = getattr(half, "client", None) or half()
    client.get(CHALLENGE, headers={"host": "localhost"})  # a question is open
    for credential in (said, {"response": said, "rawId": said, "id": said, "type": "public-key"}):
        answer = client.post(CHALLENGE, {"credential": json.dumps(credential)})
        assert answer.status_code == 200


@pytest.mark.parametrize("credential", ["", "{", "[]", "null", "x" * 50_000, '{"a":"\\u0000"}'])
def test_no_passkey_at_all_gets_a_page(half, credential):
    assert half().post(CHALLENGE, {"credential": credential}).status_code == 200


# --- passkeys: the browser's part is played by `soft_key`


def ask(client):
    page = client.get(CHALLENGE, headers={"host": "localhost"})
    return json.loads(page.context["passkey_asked"])


def answer_with(client, said):
    return client.post(CHALLENGE, {"credential": json.dumps(said)}, headers={"host": "localhost"})


def test_a_passkey_is_shown(half, key):
    client = half()
    assert answer_with(client, key.shown(ask(client))).status_code == 302
    assert is_in(client)
    assert SecurityEntry.objects.get(kind="sign_in").detail == "webauthn"


def test_the_answer_to_another_question_is_wrong(half, key):
    client, other = half(), half()
    ask(client)
    said = key.shown(ask(other))
    assert answer_with(client, said).status_code == 200
    assert answer_with(other, said).status_code == 302
    assert answer_with(half(), said).status_code == 200, "and used up"


@pytest.mark.parametrize(
    "wrong", [{"origin": "https://evil.example"}, {"origin": "http://127.0.0.1"}, {"key": True}]
)
def test_a_passkey_of_another_house_or_another_key_is_wrong(half, key, wrong):
    client = half()
    assert answer_with(client, key.shown(ask(client), **wrong)).status_code == 200
    assert SecurityEntry.objects.filter(kind="factor_failed").count() == 1


def test_at_an_address_of_figures_none_is_asked_for(half, key):
    page = half().get(CHALLENGE, headers={"host": "127.0.0.1"})
    assert page.context["passkey_asked"] == ""
    assert "data-passkey" not in page.content.decode()
