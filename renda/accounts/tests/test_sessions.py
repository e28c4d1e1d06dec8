"""Where I am signed in, and a new password."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from renda.accounts.actions import create_user
from renda.accounts.devices import device_of
from renda.accounts.models import SecurityEntry
from renda.accounts.tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
LIST, END = "/accounts/sessions/", "/accounts/sessions/end/"
NEW = "Xin-de-mima-2026"
AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/87.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 10; VOG) Chrome/87.0 Mobile Safari/537.36 MicroMessenger/8.0",
    "Mozilla/5.0 (iPad; CPU OS 14_0 like Mac OS X) Version/14.0 Safari/604.1",
)


@pytest.fixture
def devices(person, sign_in):
    clients = [Client(headers={"User-Agent": agent}) for agent in AGENTS]
    for client in clients:
        sign_in(client)
    return clients


def rows(client):
    return client.get(LIST).context["sessions"]


def is_in(client):
    return client.get(LIST).status_code == 200


def test_every_device_is_listed_and_this_one_is_marked(devices):
    found = rows(devices[0])
    assert len(found) == 3
    assert [row["is_here"] for row in found] == [False, False, True]


def test_one_device_can_be_signed_out(devices):
    other = rows(devices[0])[0]["pk"]
    assert devices[0].post(END, {"session": other}).headers["Location"] == LIST
    assert [is_in(client) for client in devices] == [True, True, False]
    devices[0].post(END, {"session": other})
    assert len(rows(devices[0])) == 2


def test_all_other_devices_can_be_signed_out(devices):
    devices[1].post(END, {"session": "others"})
    assert [is_in(client) for client in devices] == [False, True, False]


def test_the_device_in_use_and_other_peoples_devices_stay(devices, sign_in):
    create_user(username="other", name="另一人", password=PASSWORD)
    stranger = Client()
    sign_in(stranger, "other")
    for session in UserSession.objects.all():
        stranger.post(END, {"session": session.pk})
    assert all(is_in(client) for client in [*devices, stranger])


@pytest.mark.parametrize("asked", ["", "x", "-1", "1 or 1=1", "９", "9" * 30])
def test_nonsense_is_not_found(devices, asked):
    assert devices[0].post(END, {"session": asked}).status_code == 404


def test_the_page_asks_as_much_for_one_device_as_for_three(devices, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        devices[0].get(LIST)


@pytest.mark.parametrize(
    ("agent", "kind", "browser"),
    [
        (AGENTS[0], "computer", "the Chrome browser"),
        (AGENTS[1], "phone", "the WeChat browser"),
        (AGENTS[2], "tablet", "the Safari browser"),
        ("", "unknown device", "another browser"),
    ],
)
def test_a_browser_is_called_by_a_name_people_know(agent, kind, browser):
    from django.utils.translation import override

    with override("en"):
        found = device_of(agent)
        assert (str(found.kind), str(found.browser)) == (kind, browser)


def change(client, old=PASSWORD, new=NEW, again=None):
    typed = {"oldpassword": old, "password1": new, "password2": again or new}
    return client.post(reverse("account_change_password"), typed)


def test_a_new_password_signs_out_every_other_device(devices, person, sign_in):
    before = devices[0].session.session_key
    assert change(devices[0]).headers["Location"] == LIST
    assert [is_in(client) for client in devices] == [True, False, False]
    assert devices[0].session.session_key != before
    assert len(rows(devices[0])) == 1
    assert UserSession.objects.count() == 1
    assert SecurityEntry.objects.filter(kind="password_changed", user_id=person.pk).count() == 1
    assert sign_in(Client()).status_code == 200
    assert sign_in(Client(), password=NEW).status_code == 302


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("oldpassword", {"old": "wrong-wrong-1"}),
        ("password2", {"again": "Something-else-1"}),
        ("password1", {"new": "short"}),
        ("password1", {"new": "13900001234"}),
        ("password1", {"new": "qiaoyun2026"}),
        ("password1", {"new": "password123"}),
        ("password1", {"new": "x" * 500}),
    ],
)
def test_a_bad_new_password_is_refused_beside_its_field(client, person, sign_in, field, typed):
    sign_in(client)
    answer = change(client, **typed)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    page = answer.content.decode()
    assert 'role="alert"' in page and f'id="id_{field}_error"' in page
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_an_account_without_a_password_has_none_to_change(client):
    client.force_login(create_user(username="later", name="以后"))
    assert client.get(reverse("account_change_password")).status_code == 404
