"""Signing in and out."""

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renda.accounts.models import SecurityEntry
from renda.accounts.tests.conftest import PASSWORD, PHONE

pytestmark = pytest.mark.django_db
Kind = SecurityEntry.Kind


def who(client):
    return client.get(reverse("usersessions_list")).context["request"].user.pk


@pytest.mark.parametrize(
    "login",
    ["qiaoyun", "QiaoYun", " qiaoyun ", PHONE, "+86 139 0000 1234", "１３９００００１２３４"],
)
def test_by_user_name_or_mobile_number(client, person, sign_in, login):
    answer = sign_in(client, login)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert who(client) == person.pk
    assert SecurityEntry.objects.get().kind == Kind.SIGN_IN


@pytest.mark.parametrize(
    "login", ["nobody", "13900009999", "", " ", "x" * 5000, "a\x00b", "' OR 1=1"]
)
def test_unknown_and_hostile_names_get_a_page(client, person, sign_in, login):
    answer = sign_in(client, login)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert django_settings.SESSION_COOKIE_NAME not in client.cookies


def test_unknown_account_wrong_password_and_closed_account_get_the_same_answer(
    client, person, sign_in
):
    unknown = sign_in(client, "nobody", "wrong-wrong-1").context["form"].errors
    wrong = sign_in(client, "qiaoyun", "wrong-wrong-1").context["form"].errors
    number = sign_in(client, PHONE, "wrong-wrong-1").context["form"].errors
    stranger = sign_in(client, "13900009999", "wrong-wrong-1").context["form"].errors
    person.is_active = False
    person.save()
    closed = sign_in(client, "qiaoyun", PASSWORD).context["form"].errors
    assert unknown == wrong == number == stranger == closed
    assert list(unknown) == ["__all__"]


def test_the_password_is_hashed_once_for_known_and_unknown(client, person, sign_in, monkeypatch):
    from django.contrib.auth.hashers import Argon2PasswordHasher

    done = []
    for name in ("verify", "encode"):
        plain = getattr(Argon2PasswordHasher, name)
        monkeypatch.setattr(
            Argon2PasswordHasher,
            name,
            lambda *a, _plain=plain, **k: done.append(1) or _plain(*a, **k),
        )
    counts = []
    for login in ("qiaoyun", PHONE, "nobody", "13900009999"):
        sign_in(client, login, "wrong-wrong-1")
        counts.append(len(done))
        done.clear()
    assert counts == [1, 1, 1, 1]


def test_an_endless_password_is_not_hashed(client, person, sign_in):
    answer = sign_in(client, password="x" * 100_000)
    assert "password" in answer.context["form"].errors
    assert not SecurityEntry.objects.exists()


def test_a_closed_account_is_signed_out_at_once(client, person, sign_in):
    sign_in(client)
    person.is_active = False
    person.save()
    answer = client.get(reverse("usersessions_list"))
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_the_session_gets_a_new_key(client, person, sign_in):
    session = client.session
    session["before"] = 1
    session.save()
    fixed = session.session_key
    client.cookies[django_settings.SESSION_COOKIE_NAME] = fixed
    sign_in(client)
    assert client.cookies[django_settings.SESSION_COOKIE_NAME].value != fixed
    thief = Client()
    thief.cookies[django_settings.SESSION_COOKIE_NAME] = fixed
    assert thief.get(reverse("usersessions_list")).status_code == 302


@pytest.mark.parametrize(
    "name", ["account_login", "account_logout", "account_change_password", "usersessions_end"]
)
def test_every_form_needs_its_token(person, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    assert client.post(reverse(name), {"login": "qiaoyun", "password": PASSWORD}).status_code == 403


NASTY = [
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "\n//evil.example",
    " //evil.example",
    "http://testserver@evil.example/",
    "//testserver.evil.example/",
    "data:text/html,x",
    "https:///evil.example",
    "testserver",
    "http://localhost/",
]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("where", ["field", "query"])
def test_next_leads_nowhere_else(client, person, sign_in, nasty, where):
    if where == "field":
        answer = sign_in(client, data={"next": nasty})
    else:
        answer = sign_in(client, query_params={"next": nasty})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    again = client.get(reverse("account_login"), {"next": nasty})
    assert again.headers["Location"] == "/"
    out = client.post(reverse("account_logout"), {"next": nasty})
    assert out.headers["Location"] == "/"


def test_next_leads_to_a_page_of_ours(client, person, sign_in):
    page = reverse("usersessions_list")
    asked = client.get(page)
    assert asked.headers["Location"] == f"{reverse('account_login')}?next={page}"
    form = client.get(asked.headers["Location"])
    assert f'name="next" value="{page}"' in form.content.decode()
    assert sign_in(client, data={"next": page}).headers["Location"] == page


def test_signing_out_asks_first_and_then_does_it(client, person, sign_in):
    sign_in(client)
    assert client.get(reverse("account_logout")).status_code == 200
    assert who(client) == person.pk
    assert client.post(reverse("account_logout")).headers["Location"] == "/"
    assert client.get(reverse("usersessions_list")).status_code == 302
    assert SecurityEntry.objects.first().kind == Kind.SIGN_OUT


def test_the_password_once_more(client, person, sign_in):
    sign_in(client)
    page = reverse("account_reauthenticate")
    assert client.get(page).status_code == 200
    wrong = client.post(page, {"password": "wrong-wrong-1"})
    assert "password" in wrong.context["form"].errors
    to = reverse("usersessions_list")
    assert client.post(page, {"password": PASSWORD, "next": to}).headers["Location"] == to


CLOSED = """
signup/ inactive/ email/ confirm-email/ confirm-email/abc:def/ password/set/ password/reset/
password/reset/done/ password/reset/key/1-abc/ login/code/ login/code/confirm/ phone/change/
phone/verify/ signup/passkey/ 2fa/ 2fa/totp/activate/ social/login/cancelled/
"""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(login=st.text(max_size=300), password=st.text(max_size=300), to=st.text(max_size=80))
def test_whatever_is_typed_gets_a_page(client, person, sign_in, login, password, to):
    answer = sign_in(client, login, password, data={"next": to})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", CLOSED.split())
def test_the_vendors_other_addresses_are_closed(client, person, path):
    assert client.get(f"/accounts/{path}").status_code == 404
    assert client.post(f"/accounts/{path}").status_code == 404
