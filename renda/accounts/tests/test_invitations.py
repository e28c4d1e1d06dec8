"""An account is made by an administrator; the person comes in by a slip, once."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from renda.accounts.actions import close_account, invite
from renda.accounts.actions.admissions import INVITED, forget
from renda.accounts.models import Invitation, SecurityEntry, User
from renda.accounts.queries import invitation_of, invited_until
from renda.accounts.tests.conftest import CONGRESS, PASSWORD
from renda.kernel.clock.rules import set_local_rule
from renda.kernel.clock.spans import Days
from renda.kernel.moment import BEIJING, at
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 10, 13, 9, 0, tzinfo=BEIJING)
CHOSEN = {"password1": "Wo-zixuan-2026", "password2": "Wo-zixuan-2026"}


@pytest.fixture
def issued(newcomer, admin):
    return invite(user=newcomer, congress_id=CONGRESS, by=admin)


def link(token):
    return reverse("account_invitation", args=[token])


def enter(client, login="xinlai", code="", **more):
    return client.post(reverse("account_code"), {"login": login, "code": code}, **more)


def is_in(client):
    return client.get(reverse("account_mine")).status_code == 200


def test_by_the_link_one_chooses_a_password_and_is_in(client, newcomer, issued):
    page = client.get(link(issued.token))
    assert page.status_code == 200 and "万和平" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    answer = client.post(link(issued.token), CHOSEN)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)
    assert User.objects.get(pk=newcomer.pk).check_password(CHOSEN["password1"])
    kinds = list(SecurityEntry.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["invitation_accepted", "sign_in"]


def test_by_the_code_one_chooses_a_password_before_anything_else(client, newcomer, issued):
    answer = enter(client, code=issued.code)
    assert answer["Location"] == reverse("account_choose_password")
    assert not is_in(client), "the code alone lets nobody in"
    answer = client.post(reverse("account_choose_password"), CHOSEN)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)


@pytest.mark.parametrize("written", ["{} {} {}", "{}-{}-{}", " {}{}{} ", "{}　{}—{}"])
def test_the_code_is_read_however_it_is_written(client, issued, written):
    groups = [issued.code[n : n + 4] for n in (0, 4, 8)]
    full_width = str.maketrans("0123456789", "０１２３４５６７８９")
    for code in (written.format(*groups), written.format(*groups).translate(full_width)):
        assert enter(Client(), "ＸinLai ", code).status_code == 302


def test_looking_uses_nothing_up_and_choosing_uses_it_up(issued):
    for _look in range(3):
        assert Client().get(link(issued.token)).status_code == 200
        assert enter(Client(), code=issued.code).status_code == 302
    first, second = Client(), Client()
    enter(second, code=issued.code)
    first.post(link(issued.token), CHOSEN)
    assert Client().get(link(issued.token)).status_code == 404
    assert Client().post(link(issued.token), CHOSEN).status_code == 404
    assert enter(Client(), code=issued.code).status_code == 200
    answer = second.post(reverse("account_choose_password"), CHOSEN)
    assert answer["Location"] == reverse("account_code"), "of two who hold it, the first"
    assert is_in(first) and not is_in(second)


def test_a_bad_password_uses_nothing_up(client, issued):
    for bad in ("short", "1234567890", "xinlai2026", "password123"):
        answer = client.post(link(issued.token), {"password1": bad, "password2": bad})
        assert answer.status_code == 200 and "password1" in answer.context["form"].errors
    answer = client.post(link(issued.token), {**CHOSEN, "password2": "Another-2026-x"})
    assert "password2" in answer.context["form"].errors
    assert client.post(link(issued.token), CHOSEN).status_code == 302


def bare(answer):
    """The page without its own address and the token of its forms."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
    return re.sub(r'name="next" value="[^"]*"', "", page)


def test_nobody_learns_whether_a_link_ever_existed(client, newcomer, issued, admin):
    used = issued.token
    Client().post(link(used), CHOSEN)
    unknown = client.get(link("A" * 22))
    assert unknown.status_code == 404
    User.objects.filter(pk=newcomer.pk).update(password="!")
    voided = invite(user=newcomer, congress_id=CONGRESS, by=admin).token
    with at(NINE):
        old = invite(user=newcomer, congress_id=CONGRESS, by=admin).token
    for token in (used, voided, old, "x", "ü" * 30, "%00", "a" * 3000):
        answer = client.get(link(token))
        assert answer.status_code == 404 and bare(answer) == bare(unknown), token


def test_it_holds_for_the_days_of_the_local_rule_to_the_end_of_the_last(newcomer, admin):
    with at(NINE):
        issued = invite(user=newcomer, congress_id=CONGRESS, by=admin)
    last = NINE + timedelta(days=14)
    for moment, code in ((last.replace(hour=23, minute=59), 200), (last + timedelta(days=1), 404)):
        with at(moment):
            assert Client().get(link(issued.token)).status_code == code
    set_local_rule(congress_id=CONGRESS, key=INVITED.key, span=Days(2))
    with at(NINE):
        assert invite(user=newcomer, congress_id=CONGRESS, by=admin).until.day == 15


def test_a_newer_invitation_replaces_the_older(newcomer, issued, admin):
    newer = invite(user=newcomer, congress_id=CONGRESS, by=admin)
    assert invitation_of(issued.token) is None
    assert invitation_of(newer.token).user == newcomer
    assert enter(Client(), code=issued.code).status_code == 200
    assert invited_until([newcomer.pk, admin.user_id]) == {newcomer.pk: newer.until}


def test_who_has_a_password_or_a_closed_account_is_not_invited(person, newcomer, issued, admin):
    with pytest.raises(Refused):
        invite(user=person, congress_id=CONGRESS, by=admin)
    close_account(user=newcomer, reason="调离", congress_id=CONGRESS, by=admin)
    assert invitation_of(issued.token) is None
    with pytest.raises(Refused):
        invite(user=newcomer, congress_id=CONGRESS, by=admin)


def test_the_trail_tells_who_invited_whom_and_no_secret_is_kept(newcomer, issued, admin):
    event = Event.objects.get(congress_id=CONGRESS)
    assert (event.action, event.subject_type) == ("accounts.invite", "accounts.user")
    assert (event.congress_id, event.actor_id, event.subject_id) == (
        CONGRESS,
        admin.user_id,
        newcomer.pk,
    )
    kept = repr(list(Invitation.objects.values()))
    assert issued.code not in kept and issued.token not in kept
    assert issued.code not in repr(issued) and issued.token not in repr(issued)


def test_the_security_log_does_not_keep_the_link(client, issued):
    client.post(link(issued.token), CHOSEN)
    assert SecurityEntry.objects.filter(path__contains="/accounts/invitation/…/").count() == 2
    assert not SecurityEntry.objects.filter(path__contains=issued.token).exists()


def test_somebody_elses_browser_is_asked_to_sign_out_first(client, person, issued):
    client.force_login(person)
    page = client.get(link(issued.token))
    assert "乔云" in page.content.decode() and "password1" not in page.content.decode()
    client.post(link(issued.token), CHOSEN)
    assert invitation_of(issued.token) is not None
    out = client.post(reverse("account_logout"), {"next": link(issued.token)})
    assert client.get(out["Location"]).context["form"]


def test_what_is_long_over_is_forgotten(newcomer, admin):
    with at(NINE):
        invite(user=newcomer, congress_id=CONGRESS, by=admin)
    with at(NINE + timedelta(days=44)):
        assert forget() == 0
    with at(NINE + timedelta(days=47)):
        assert forget() == 1


def test_forms_need_their_token(issued):
    client = Client(enforce_csrf_checks=True)
    assert client.post(link(issued.token), CHOSEN).status_code == 403
    assert enter(client, code=issued.code).status_code == 403
    assert connection.in_atomic_block and invitation_of(issued.token)


def test_a_link_is_not_followed_by_search_engines(client, issued):
    assert 'content="noindex' in client.get(link(issued.token)).content.decode()
    assert PASSWORD not in client.get(link(issued.token)).content.decode()
