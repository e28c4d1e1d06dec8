"""A one-time code printed by the office: a new password without a text message."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from renda.accounts.actions import close_account, give_one_time_code
from renda.accounts.models import OneTimeCode, SecurityEntry
from renda.accounts.tests.conftest import CONGRESS, PASSWORD, PHONE, code_now
from renda.kernel.moment import BEIJING, at
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 10, 13, 9, 0, tzinfo=BEIJING)
NEW = "Xin-de-mima-2026"
CHOSEN = {"password1": NEW, "password2": NEW}
WRONG = "0000 0000 0000"


@pytest.fixture
def code(person, admin):
    return give_one_time_code(user=person, congress_id=CONGRESS, by=admin).code


def enter(client, code, login="qiaoyun"):
    return client.post(reverse("account_code"), {"login": login, "code": code})


def choose(client):
    return client.post(reverse("account_choose_password"), CHOSEN)


def is_in(client):
    return client.get(reverse("account_mine")).status_code == 200


def test_it_lets_in_once_by_name_or_number_and_asks_for_a_new_password(person, code, sign_in):
    client = Client()
    assert enter(client, code, PHONE)["Location"] == reverse("account_choose_password")
    for name in ("account_mine", "usersessions_list", "second_factors"):
        assert client.get(reverse(name)).status_code == 302, "nothing before the password"
    assert choose(client)["Location"] == "/" and is_in(client)
    assert enter(Client(), code).status_code == 200, "used up"
    assert sign_in(Client()).status_code == 200, "the old password is gone"
    assert sign_in(Client(), password=NEW).status_code == 302


def test_until_it_is_used_the_password_of_before_holds(code, sign_in):
    enter(Client(), code)
    assert sign_in(Client()).status_code == 302


def test_every_session_of_before_ends(code, sign_in):
    before, client = Client(), Client()
    sign_in(before)
    enter(client, code)
    assert is_in(before)
    choose(client)
    assert not is_in(before) and is_in(client)
    kinds = set(SecurityEntry.objects.values_list("kind", flat=True))
    assert "code_used" in kinds


def test_it_holds_a_day_and_a_newer_one_replaces_it(person, admin):
    with at(NINE):
        first = give_one_time_code(user=person, congress_id=CONGRESS, by=admin).code
    with at(NINE + timedelta(hours=23, minutes=59)):
        assert enter(Client(), first).status_code == 302
    with at(NINE + timedelta(hours=24, seconds=1)):
        assert enter(Client(), first).status_code == 200
    with at(NINE + timedelta(hours=1)):
        give_one_time_code(user=person, congress_id=CONGRESS, by=admin)
        assert enter(Client(), first).status_code == 200
    assert OneTimeCode.objects.filter(voided_at=None).count() == 1


def test_out_of_time_while_choosing_is_out_of_time(person, admin):
    client = Client()
    with at(NINE):
        code = give_one_time_code(user=person, congress_id=CONGRESS, by=admin).code
        enter(client, code)
    with at(NINE + timedelta(hours=25)):
        assert choose(client)["Location"] == reverse("account_code")
    assert not is_in(client)


def test_guesses_count_with_passwords_and_close_both(code, sign_in):
    for _guess in range(3):
        enter(Client(), WRONG)
    for _guess in range(2):
        sign_in(Client(), password="wrong-wrong-1")
    assert enter(Client(), code).status_code == 200, "closed, though it is right"
    assert sign_in(Client()).status_code == 200
    kinds = list(SecurityEntry.objects.values_list("kind", flat=True))
    assert (kinds.count("code_failed"), kinds.count("sign_in_failed")) == (3, 2)
    assert kinds.count("locked_out") == 1


def test_a_right_code_is_not_counted(code):
    for _time in range(7):
        assert enter(Client(), code).status_code == 302


def test_unknown_names_closed_accounts_and_wrong_codes_get_one_answer(person, code, admin):
    wrong = enter(Client(), WRONG).context["form"].errors
    unknown = enter(Client(), code, "nobody").context["form"].errors
    other = enter(Client(), code, "guanliyuan").context["form"].errors
    close_account(user=person, reason="退休", congress_id=CONGRESS, by=admin)
    closed = enter(Client(), code).context["form"].errors
    assert wrong == unknown == other == closed and list(wrong) == ["__all__"]


@pytest.mark.parametrize("typed", ["", " ", "x" * 5000, "1" * 39, "a\x00b", "' OR 1=1", "٤٨٢١"])
def test_hostile_codes_get_a_page(person, typed):
    answer = enter(Client(), typed)
    assert answer.status_code == 200 and answer.context["form"].errors


def test_a_closed_account_and_one_never_opened_get_none(person, newcomer, admin):
    with pytest.raises(Refused):
        give_one_time_code(user=newcomer, congress_id=CONGRESS, by=admin)
    close_account(user=person, reason="退休", congress_id=CONGRESS, by=admin)
    with pytest.raises(Refused):
        give_one_time_code(user=person, congress_id=CONGRESS, by=admin)


def test_a_password_changed_meanwhile_makes_the_code_useless(person, code, sign_in):
    client = Client()
    sign_in(client)
    typed = {"oldpassword": PASSWORD, **CHOSEN}
    assert client.post(reverse("account_change_password"), typed).status_code == 302
    assert enter(Client(), code).status_code == 200


def test_the_second_factor_is_still_asked_for(person, code, secret):
    """Whoever found the slip must not be able to change the password."""
    client = Client()
    assert enter(client, code)["Location"] == reverse("second_factor_challenge")
    assert client.get(reverse("account_choose_password")).status_code == 302
    assert choose(client).status_code == 302 and not is_in(client)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    answer = client.post(reverse("second_factor_challenge"), {"code": code_now(secret)})
    assert answer["Location"] == reverse("account_choose_password")
    choose(client)
    assert is_in(client)


def test_the_trail_tells_who_gave_it(person, code, admin):
    event = Event.objects.get(congress_id=CONGRESS)
    assert (event.action, event.actor_id) == ("accounts.give_one_time_code", admin.user_id)
    assert code not in repr(list(OneTimeCode.objects.values()))


def test_the_name_comes_along_from_the_slip(client):
    page = client.get(reverse("account_code"), {"login": "qiaoyun"})
    assert 'value="qiaoyun"' in page.content.decode()
    assert client.get(reverse("account_code"), {"login": "\x00" * 99}).status_code == 200


def test_whoever_is_in_needs_no_code(client, person):
    client.force_login(person)
    assert client.get(reverse("account_code")).status_code == 302
