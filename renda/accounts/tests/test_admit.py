"""The way back in for the only administrator."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from renda.accounts import second_factor
from renda.congress.models import Congress
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def congress(city):
    return Congress.objects.order_by("path").first()


def admit(user, congress, *more):
    out = StringIO()
    call_command("admit", user, "--congress", congress, *more, stdout=out)
    return re.match(r"[\d ]{14}", out.getvalue()).group()


def told(congress):
    rows = Event.objects.filter(congress_id=congress.pk, action__startswith="accounts.")
    return list(rows.order_by("seq").values_list("action", flat=True))


def enter(code, login):
    return Client().post(reverse("account_code"), {"login": login, "code": code}).status_code


def test_a_code_is_printed_and_lets_in(congress, person, newcomer):
    assert enter(admit("qiaoyun", congress.slug), "qiaoyun") == 302
    assert enter(admit("xinlai", congress.slug), "xinlai") == 302
    assert told(congress) == ["accounts.give_one_time_code", "accounts.invite"]


def test_the_second_factor_goes_only_when_that_is_said(congress, person, secret):
    admit("qiaoyun", congress.slug)
    assert second_factor.has_one(person)
    admit("13900001234", congress.slug, "--reset-second-factor")
    assert not second_factor.has_one(person)


def test_nonsense_is_refused_and_leaves_nothing(congress, person):
    for user, slug, more in (
        ("nobody", congress.slug, ()),
        ("qiaoyun", "nowhere", ()),
        ("qiaoyun", congress.slug, ("--reset-second-factor",)),
    ):
        with pytest.raises(CommandError):
            admit(user, slug, *more)
    assert told(congress) == []
