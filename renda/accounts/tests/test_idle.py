"""After a pause one is signed out, and what was typed is there again."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renda.accounts import seen
from renda.accounts.models import SecurityEntry
from renda.accounts.tests.conftest import PASSWORD
from renda.congress.models import Congress
from renda.kernel.moment import BEIJING, at
from renda.kernel.pages.models import Draft

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 10, 13, 9, 0, tzinfo=BEIJING)
PAGE = "/accounts/sessions/"
TYPED = {"form_key": "suggestions:new", "title": "修校门口的路", "requests": ["护栏", "路灯"]}


@pytest.fixture
def congress(city):
    return Congress.objects.order_by("path").first()


def late(**more):
    return at(NINE + timedelta(minutes=settings.RENDA_IDLE_MINUTES, seconds=1) + timedelta(**more))


def signed_in(client, sign_in):
    with at(NINE):
        assert sign_in(client).status_code == 302


def test_a_busy_person_stays_signed_in(client, person, sign_in):
    signed_in(client, sign_in)
    for hours in range(1, 11):
        with at(NINE + timedelta(hours=hours, minutes=-1)):
            assert client.get(PAGE).status_code == 200


def test_after_the_pause_one_signs_in_again_and_goes_on(client, person, sign_in):
    signed_in(client, sign_in)
    with late():
        answer = client.get(PAGE + "?a=1")
        assert answer.headers["Location"] == f"{reverse('account_login')}?next={PAGE}%3Fa%3D1"
        assert str(settings.RENDA_IDLE_MINUTES) in str(*get_messages(answer.wsgi_request))
        assert client.get(PAGE).status_code == 302
        assert SecurityEntry.objects.first().kind == SecurityEntry.Kind.IDLE_SIGN_OUT
        assert sign_in(client).status_code == 302
        assert client.get(PAGE).status_code == 200


def test_no_sign_in_lasts_longer_than_a_day_of_work(client, person, sign_in):
    signed_in(client, sign_in)
    for minutes in range(50, settings.RENDA_SESSION_HOURS * 60, 50):
        with at(NINE + timedelta(minutes=minutes)):
            assert client.get(PAGE).status_code == 200
    with at(NINE + timedelta(hours=settings.RENDA_SESSION_HOURS, seconds=1)):
        assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize("cookie", [None, "", "nonsense", "9999999999.0:forged"])
def test_without_or_with_a_forged_cookie_the_sign_in_itself_counts(client, person, sign_in, cookie):
    signed_in(client, sign_in)
    if cookie is None:
        del client.cookies[seen.SEEN]
    else:
        client.cookies[seen.SEEN] = cookie
    with late():
        assert client.get(PAGE).status_code == 302


def test_the_cookie_of_another_session_does_not_help(client, person, sign_in):
    signed_in(client, sign_in)
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    with late(minutes=-1):
        client.cookies.clear()
        sign_in(client)
        client.get(PAGE)
    client.cookies[settings.SESSION_COOKIE_NAME] = first
    with late():
        assert client.get(PAGE).status_code == 302


def test_a_page_writes_nothing_and_the_cookie_is_renewed_once_a_minute(client, person, sign_in):
    signed_in(client, sign_in)
    with at(NINE + timedelta(seconds=59)), CaptureQueriesContext(connection) as asked:
        assert seen.SEEN not in client.get(PAGE).cookies
    with at(NINE + timedelta(seconds=61)):
        assert seen.SEEN in client.get(PAGE).cookies
        assert seen.SEEN not in client.get(PAGE).cookies
    assert not [q for q in asked if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


def test_the_cookies_are_hidden_from_scripts(client, person, sign_in):
    signed_in(client, sign_in)
    for name in (seen.SEEN, settings.SESSION_COOKIE_NAME):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


def test_an_anonymous_reader_costs_no_session(client, db):
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("clock:calculator"))
    assert not [q for q in asked if "django_session" in q["sql"]]


def test_what_was_typed_is_kept(client, person, sign_in, congress):
    signed_in(client, sign_in)
    write = reverse("suggestions:write", args=[congress.slug])
    with late():
        answer = client.post(write, TYPED, headers={"Referer": f"http://testserver{write}"})
        assert answer.headers["Location"] == f"{reverse('account_login')}?next={write}"
        assert len(list(get_messages(answer.wsgi_request))) == 2
    draft = Draft.objects.get()
    assert (draft.user_id, draft.congress_id) == (person.pk, congress.pk)
    assert draft.content == {"title": ["修校门口的路"], "requests": ["护栏", "路灯"]}


def test_what_is_typed_on_after_an_autosave_ended_the_session_is_kept_too(
    client, person, sign_in, congress
):
    signed_in(client, sign_in)
    draft = reverse("pages:draft", args=[congress.slug])
    write = reverse("suggestions:write", args=[congress.slug])
    with late():
        assert client.post(draft, TYPED).status_code == 302
    with late(minutes=5):
        answer = client.post(write, {**TYPED, "title": "修校门口的路和桥"})
        assert answer.headers["Location"].startswith(reverse("account_login"))
        assert Draft.objects.get().content["title"] == ["修校门口的路和桥"]
        sign_in(client)
        client.post(reverse("account_logout"))
        client.post(write, {**TYPED, "title": "别人写的"})
    assert Draft.objects.get().content["title"] == ["修校门口的路和桥"]


def test_a_stranger_keeps_nothing(client, person, congress):
    write = reverse("suggestions:write", args=[congress.slug])
    client.cookies[seen.LATE] = str(person.pk)
    client.post(write, TYPED)
    assert not Draft.objects.exists()


def test_the_way_back_is_never_another_site(client, person, sign_in, congress):
    signed_in(client, sign_in)
    write = reverse("suggestions:write", args=[congress.slug])
    with late():
        answer = client.post(write, TYPED, headers={"Referer": "https://evil.example/x"})
    assert answer.headers["Location"] == f"{reverse('account_login')}?next=/"


def test_part_of_a_page_sends_the_whole_page_to_sign_in(client, person, sign_in):
    signed_in(client, sign_in)
    here = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAGE}?q=1"}
    with late():
        answer = client.get(PAGE, headers=here)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == f"{reverse('account_login')}?next={PAGE}%3Fq%3D1"


def test_a_late_sign_in_or_sign_out_does_what_it_says(client, person, sign_in):
    signed_in(client, sign_in)
    with late():
        assert sign_in(client, password=PASSWORD).headers["Location"] == "/"
        assert client.get(PAGE).status_code == 200
    with late(hours=2):
        assert client.post(reverse("account_logout")).headers["Location"] == "/"
