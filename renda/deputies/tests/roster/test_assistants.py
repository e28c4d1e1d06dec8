"""A deputy's assistant: named, ended, asked for."""

from datetime import date, timedelta

import pytest

from renda.accounts.actions import create_user
from renda.deputies.models import Assistant
from renda.deputies.queries import workplaces
from renda.deputies.tests.roster.conftest import Hand
from renda.kernel.moment import today
from renda.kernel.notices.models import Outbox
from renda.kernel.registers.history import history_of
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(city):
    """The page of 乌仁托娅, who has an assistant."""
    return f"/hewan/deputies/{city.mandates['hewan', '乌仁托娅'].pk}/assistant/"


def test_the_assistant_holds_the_role_at_the_deputys_mandate_and_finds_the_way(city):
    seat, helper = city.mandates["hewan", "乌仁托娅"], city.actor("安雅文")
    assert helper.places("assistant") == {seat.pk} and not helper.holds("deputy")
    assert [c.slug for c in workplaces(helper.user_id)] == ["hewan"]
    assert city.actor("安雅文", "langwan").held == frozenset()


def test_ending_ends_it_at_once(city, deputy, url):
    Assistant.objects.update(from_on=today() - timedelta(days=9))
    assert deputy.send(f"{url}end/").status_code == 302
    assert city.actor("安雅文").held == frozenset()
    assert deputy.send(f"{url}end/").status_code == 409, "there is none"


def test_named_and_ended_on_one_day_it_never_was(city, deputy, url):
    assert deputy.send(f"{url}end/").status_code == 302
    assert city.actor("安雅文").held == frozenset() and not Assistant.objects.exists()


def test_one_assistant_at_a_time_and_never_oneself(city, deputy, url):
    create_user(username="mishu", name="秘书", password_hash="!")
    assert deputy.send(f"{url}name/", username="mishu").status_code == 409
    deputy.send(f"{url}end/")
    for wrong in ("wurentuoya", "nobody", "mishu\x00x"):
        page = deputy.send(f"{url}name/", username=wrong)
        assert page.status_code == 409, wrong
    assert deputy.send(f"{url}name/", username=" MiShu ").status_code == 302
    assert Assistant.objects.get().user.name == "秘书"


def test_the_office_names_one_for_a_deputy_and_nobody_else_may(city, clerk, url):
    clerk.send(f"{url}end/")
    assert clerk.send(f"{url}name/", username="anyawen").status_code == 302
    helper = Hand(city.users["安雅文"])
    assert helper.send(f"{url}end/").status_code == 404
    assert Hand(city.users["刘麦霞"]).send(f"{url}name/", username="x").status_code == 404


def test_the_office_is_asked_for_an_account(city, deputy, clerk, url):
    deputy.send(f"{url}end/")
    assert deputy.send(f"{url}ask/", name="巴图").status_code == 302
    told = Outbox.objects.filter(action="deputies.ask_for_assistant")
    assert city.users["韩赟"].pk in set(told.values_list("user_id", flat=True))
    newest = history_of(city.mandates["hewan", "乌仁托娅"])[0]
    assert newest.reason == "巴图", "the name stands with the words, which can be erased"
    assert deputy.send(f"{url}ask/", name=" ").status_code == 409


def test_a_suspended_deputys_assistant_rests_too(city):
    Qualification(city, kind="suspend", ground="detained").announced()
    assert city.actor("安雅文").held == frozenset()


def test_a_closed_account_is_nobody(city, deputy, url):
    user = create_user(username="mishu", name="秘书", password_hash="!")
    user.is_active = False
    user.save()
    deputy.send(f"{url}end/")
    assert deputy.send(f"{url}name/", username="mishu").status_code == 409


def test_an_assistant_of_yesterday_holds_nothing(city):
    Assistant.objects.update(from_on=date(2024, 1, 1), until_on=today() - timedelta(days=1))
    assert city.actor("安雅文").held == frozenset()
