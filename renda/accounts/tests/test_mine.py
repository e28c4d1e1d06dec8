"""My account on one page, and pages that ask the database as often for many as for one."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renda.accounts import second_factor
from renda.accounts.actions import invite
from renda.accounts.queries import invited_until
from renda.accounts.tests.conftest import CONGRESS
from renda.accounts.tests.soft_key import SoftKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(client, person, sign_in):
    sign_in(client)
    return client


def passkey(person):
    data = {"name": "电脑", "credential": SoftKey().made("x" * 20)}
    return Authenticator.objects.create(user=person, type="webauthn", data=data)


def test_what_is_known_of_me_and_only_the_tail_of_my_number(mine, person):
    page = mine.get(reverse("account_mine")).content.decode()
    assert "乔云" in page and "qiaoyun" in page and "1234" in page
    assert person.phone not in page
    for name in ("account_change_password", "second_factors", "usersessions_list"):
        assert f'href="{reverse(name)}"' in page


def test_it_is_in_everybodys_menu(mine):
    assert f'href="{reverse("account_mine")}"' in mine.get("/accounts/sessions/").content.decode()


def test_a_number_sealed_with_another_key_does_not_break_the_page(mine):
    with override_settings(RENDA_PHONE_KEY=bytes(32)):
        assert mine.get(reverse("account_mine")).status_code == 200


def test_an_account_without_a_password_has_none_to_change(newcomer):
    client = Client()
    client.force_login(newcomer)
    page = client.get(reverse("account_mine")).content.decode()
    assert reverse("account_change_password") not in page


def asked(client, name):
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse(name)).status_code == 200
    return len(found)


@pytest.mark.parametrize("name", ["account_mine", "second_factors"])
def test_many_passkeys_ask_as_often_as_one(mine, person, name):
    passkey(person)
    session = mine.session
    session["renda_factor_shown"] = {"user": person.pk, "kind": "webauthn", "at": 0}
    session.save()
    one = asked(mine, name)
    for _more in range(9):
        passkey(person)
    assert asked(mine, name) == one < 16


def test_a_list_of_accounts_asks_once_for_all(person, newcomer, admin, django_assert_num_queries):
    passkey(person)
    until = invite(user=newcomer, congress_id=CONGRESS, by=admin).until
    everybody = [person.pk, newcomer.pk, admin.user_id]
    with django_assert_num_queries(2):
        assert second_factor.holders(everybody) == {person.pk}
        assert invited_until(everybody) == {newcomer.pk: until}
