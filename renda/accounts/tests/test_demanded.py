"""A rule that asks for a second factor: on every page, for sessions older than the rule too."""

import pytest
from django.test import Client
from django.urls import reverse

from renda.accounts import second_factor
from renda.accounts.actions import add_authenticator, reset_second_factor
from renda.accounts.models import SecurityEntry
from renda.accounts.tests.conftest import CONGRESS, PASSWORD, code_now
from renda.accounts.totp import new_secret
from renda.congress.models import Congress
from renda.kernel.pages.keys import new_key
from renda.kernel.pages.models import Draft

pytestmark = pytest.mark.django_db
LIST, APP, SHOW = (
    reverse(n) for n in ("second_factors", "second_factor_app", "second_factor_show")
)
PLACES = ("/accounts/", "/accounts/sessions/", "/accounts/password/change/", "/", "/due/")


@pytest.fixture
def old(client, person, sign_in):
    """A session that began before any rule."""
    sign_in(client)
    return client


def set_up(client):
    secret = "".join(client.get(APP).context["groups"])
    client.post(f"{APP}set/", {"key": new_key(), "code": code_now(secret)})
    return secret


def test_without_a_rule_nobody_is_asked(old):
    assert old.get("/accounts/").status_code == 200


def test_a_rule_switched_on_holds_for_a_session_that_began_before(old, demanded):
    assert old.get("/accounts/").status_code == 200
    demanded.add("qiaoyun")
    for place in PLACES:
        assert old.get(place)["Location"] == LIST, place
    for place in ("/accounts/sessions/end/", "/preferences/"):
        code = old.post(place, {"session": "others"}).status_code
        assert code == 302, place
    assert old.post("/accounts/sessions/end/", {"session": "others"})["Location"] == LIST


def test_setting_one_up_signing_out_and_the_look_of_pages_stay_open(old, demanded):
    demanded.add("qiaoyun")
    for place in (LIST, APP, "/accounts/second-factors/passkey/", "/accounts/reauthenticate/"):
        assert old.get(place).status_code == 200, place
    assert old.post("/preferences/", {"elder": "1", "next": LIST})["Location"] == LIST
    assert old.post("/accounts/logout/")["Location"] == "/"


def test_after_setting_one_up_one_goes_on_where_one_was(old, demanded):
    demanded.add("qiaoyun")
    old.get("/due/?from=2026-10-13")
    set_up(old)
    page = old.get("/accounts/second-factors/codes/")
    assert page.context["onward"] == "/due/?from=2026-10-13"
    for place in PLACES:
        assert old.get(place).status_code in (200, 302) and "Location" not in old.get("/accounts/")


def test_others_are_not_asked(old, demanded):
    demanded.add("somebody-else")
    assert old.get("/accounts/").status_code == 200


def test_a_session_older_than_the_factor_has_to_show_it(old, person, demanded):
    secret = second_factor_of(person, keep=old)
    demanded.add("qiaoyun")
    for place in PLACES:
        assert old.get(place)["Location"].startswith(f"{SHOW}?next="), place
    wrong = old.post(SHOW, {"code": "000000", "next": "/accounts/sessions/"})
    assert wrong.status_code == 200
    shown = old.post(SHOW, {"code": code_now(secret), "next": "/accounts/sessions/"})
    assert shown["Location"] == "/accounts/sessions/"
    assert old.get("/accounts/").status_code == 200
    assert old.get(SHOW).status_code == 302, "not asked twice"
    kinds = list(SecurityEntry.objects.values_list("kind", flat=True))
    assert kinds.count("factor_proven") == 1 and kinds.count("factor_failed") == 1


def second_factor_of(person, *, keep):
    """An app that somebody set up elsewhere, while this session went on."""
    made = new_secret()
    session = keep.session.session_key
    add_authenticator(user=person, secret=made, code=code_now(made, later=-1), keep=session)
    return made


def test_a_session_that_has_shown_none_cannot_add_one_of_its_own(old, person):
    """Rule or no rule: or a borrowed session would make itself at home."""
    second_factor_of(person, keep=old)
    for place in (
        LIST,
        APP,
        "/accounts/second-factors/passkey/",
        "/accounts/second-factors/codes/",
    ):
        assert old.get(place)["Location"].startswith(SHOW), place
    app = second_factor.factors_of(person).get()
    for place, sent in (
        (f"{APP}set/", {"code": "000000"}),
        ("/accounts/second-factors/passkey/add/", {"credential": "{}"}),
        ("/accounts/second-factors/codes/renew/", {}),
        (f"/accounts/second-factors/{app.pk}/remove/", {}),
    ):
        answer = old.post(place, {"key": new_key(), **sent})
        assert answer["Location"].startswith(SHOW), place


def test_signing_in_shows_it_for_the_whole_session(person, demanded, secret, sign_in):
    demanded.add("qiaoyun")
    client = Client()
    sign_in(client)
    client.post(reverse("second_factor_challenge"), {"code": code_now(secret)})
    for place in PLACES[:3]:
        assert client.get(place).status_code == 200, place


def test_after_a_reset_one_sets_up_anew(person, demanded, secret, sign_in, admin):
    demanded.add("qiaoyun")
    client = Client()
    sign_in(client)
    client.post(reverse("second_factor_challenge"), {"code": code_now(secret)})
    reset_second_factor(user=person, reason="手机丢失", congress_id=CONGRESS, by=admin)
    assert client.get("/accounts/")["Location"].startswith(reverse("account_login"))
    assert sign_in(client, password=PASSWORD)["Location"] == "/"
    assert client.get("/accounts/")["Location"] == LIST


def test_what_was_being_typed_is_kept(old, city, person, demanded):
    demanded.add("qiaoyun")
    congress = Congress.objects.order_by("path").first()
    write = reverse("suggestions:write", args=[congress.slug])
    typed = {"form_key": "suggestions:new", "title": "修校门口的路"}
    answer = old.post(write, typed, headers={"Referer": f"http://testserver{write}"})
    assert answer["Location"] == LIST
    assert Draft.objects.get().content == {"title": ["修校门口的路"]}
    set_up(old)
    assert old.get("/accounts/second-factors/codes/").context["onward"] == write


def test_part_of_a_page_sends_the_whole_page(old, demanded):
    demanded.add("qiaoyun")
    here = {"HX-Request": "true", "HX-Current-URL": "http://testserver/due/?n=1"}
    answer = old.get("/due/", headers=here)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, LIST)
    assert old.session["renda_onward"] == "/due/?n=1"


@pytest.mark.parametrize("nasty", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_way_on_is_a_page_of_ours(old, person, nasty):
    secret = second_factor_of(person, keep=old)
    shown = old.post(SHOW, {"code": code_now(secret), "next": nasty})
    assert shown["Location"] == reverse("account_mine")


def test_a_stranger_is_sent_to_sign_in(db):
    for place in (SHOW, LIST, APP):
        assert Client().get(place)["Location"].startswith(reverse("account_login"))


def test_without_a_rule_the_pages_cost_nothing_more(old, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        old.get("/accounts/sessions/")


def test_a_policy_is_registered_once(monkeypatch):
    monkeypatch.setattr(second_factor, "_policies", [])
    for _twice in range(2):
        second_factor.register(test_a_policy_is_registered_once)
    assert second_factor._policies == [test_a_policy_is_registered_once]
