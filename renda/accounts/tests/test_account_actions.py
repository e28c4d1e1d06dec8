"""What an administrator does to accounts: told in the trail, felt at once."""

from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from renda.accounts import actions
from renda.accounts.models import User
from renda.accounts.queries import admission_of
from renda.accounts.tests.conftest import CONGRESS, PHONE
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def does(admin):
    """An action of the administrator's: `does("close_account", user=…, reason=…)`."""
    return lambda act, **said: getattr(actions, act)(congress_id=CONGRESS, by=admin, **said)


def told():
    return list(
        Event.objects.filter(congress_id=CONGRESS).order_by("seq").values_list("action", flat=True)
    )


def said():
    return Event.objects.filter(congress_id=CONGRESS).latest("seq").words.said


def is_in(client):
    return client.get(reverse("account_mine")).status_code == 200


def test_a_closed_account_is_out_at_once_and_its_papers_hold_no_longer(person, does, sign_in):
    client = Client()
    sign_in(client)
    code = does("give_one_time_code", user=person).code
    does("close_account", user=person, reason="调离")
    assert not is_in(client) and sign_in(Client()).status_code == 200
    does("open_account", user=person, reason="调回")
    assert not is_in(client), "the sessions of before stay over"
    assert admission_of(person, code) is None
    assert sign_in(Client()).status_code == 302
    assert told() == [
        "accounts.give_one_time_code",
        "accounts.close_account",
        "accounts.open_account",
    ]
    assert said() == {"reason": "调回"}


def test_twice_is_refused(person, does):
    with pytest.raises(Refused):
        does("open_account", user=person, reason="")
    does("close_account", user=person, reason="")
    with pytest.raises(Refused):
        does("close_account", user=person, reason="")


def test_nobody_closes_or_resets_their_own(admin, does):
    for act in ("close_account", "reset_second_factor"):
        with pytest.raises(Refused):
            does(act, user=admin.user, reason="误操作")
    assert told() == []


def test_another_user_name(person, does, sign_in):
    assert does("rename_user", user=person, username="ＱiaoYun2").username == "qiaoyun2"
    assert sign_in(Client(), "qiaoyun2").status_code == 302
    assert sign_in(Client(), "qiaoyun").status_code == 200
    assert said() == {"from": "qiaoyun", "to": "qiaoyun2"}
    does("rename_user", user=person, username="qiaoyun2")
    assert told() == ["accounts.rename_user"], "nothing changed, nothing told"


@pytest.mark.parametrize("name", ["", "guanliyuan", "a b", "13900001239", "x" * 61, "x\x00"])
def test_a_wrong_or_taken_user_name_is_refused(person, does, name):
    with pytest.raises(Refused):
        does("rename_user", user=person, username=name)
    assert User.objects.get(pk=person.pk).username == "qiaoyun" and told() == []


def test_a_name_is_corrected(person, does):
    does("correct_name", user=person, name=" 乔　云𠮷 ")
    assert User.objects.get(pk=person.pk).name == "乔 云𠮷"
    for wrong in ("", "  ", "长" * 81):
        with pytest.raises(Refused):
            does("correct_name", user=person, name=wrong)


def test_another_mobile_number(person, does, sign_in):
    does("change_phone", user=person, phone="139 0000 4321")
    assert sign_in(Client(), "13900004321").status_code == 302
    assert sign_in(Client(), PHONE).status_code == 200
    assert said() == {"tail": "4321"}
    does("change_phone", user=person, phone="")
    assert User.objects.get(pk=person.pk).phone == ""
    assert "13900004321" not in repr(list(Event.objects.values()))


def test_a_wrong_or_taken_number_is_refused(person, newcomer, does):
    for wrong in ("12345", PHONE):
        with pytest.raises(Refused):
            does("change_phone", user=newcomer, phone=wrong)
    does("change_phone", user=person, phone="+86 " + PHONE)
    assert told() == []


def test_a_second_factor_is_reset(person, secret, does, sign_in):
    client = Client()
    client.force_login(person)
    does("reset_second_factor", user=person, reason="手机丢失")
    assert not Authenticator.objects.filter(user=person).exists()
    assert sign_in(Client())["Location"] == "/"
    assert said() == {"reason": "手机丢失"}
    with pytest.raises(Refused):
        does("reset_second_factor", user=person, reason="")


def test_making_an_account_is_told_where_an_administrator_makes_it(does):
    user = does("create_user", username="xinren", name="新人")
    assert told() == ["accounts.create_user"]
    actions.create_user(username="xinren2", name="新人二")
    assert told() == ["accounts.create_user"]
    assert Event.objects.filter(congress_id=CONGRESS).get().subject_id == user.pk


@pytest.mark.parametrize(
    "act",
    [
        partial(actions.close_account, reason=""),
        partial(actions.rename_user, username="another"),
        partial(actions.change_phone, phone="13900008888"),
        partial(actions.correct_name, name="另名"),
        actions.give_one_time_code,
    ],
)
def test_what_is_refused_or_rolled_back_leaves_nothing(person, admin, act, monkeypatch):
    """The event and the change are one: without the one there is not the other."""
    from renda.kernel.trail.models import Chain

    before = User.objects.filter(pk=person.pk).values().get()
    monkeypatch.setattr(Chain.objects, "get_or_create", lambda **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        act(user=person, congress_id=CONGRESS, by=admin)
    assert User.objects.filter(pk=person.pk).values().get() == before
