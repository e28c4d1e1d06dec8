"""Preferences, drafts and the pages for when something is wrong."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory

from renda.kernel.pages import drafts, faults
from renda.kernel.pages.models import Draft

pytestmark = pytest.mark.django_db


def prefer(client, **chosen):
    """The answer of the preferences."""
    return client.post("/preferences/", chosen)


@pytest.mark.parametrize(
    ("chosen", "cookie", "value"),
    [
        ({"elder": "1"}, "renda_elder", "1"),
        ({"theme": "dark"}, "renda_theme", "dark"),
        ({"theme": "light"}, "renda_theme", "light"),
        ({"language": "en"}, "django_language", "en"),
        ({"language": "zh-hans"}, "django_language", "zh-hans"),
    ],
)
def test_a_choice_is_kept_for_a_year(client, chosen, cookie, value):
    kept = prefer(client, **chosen).cookies[cookie]
    assert kept.value == value and kept["max-age"] > 360 * 86400 and kept["samesite"] == "Lax"


@pytest.mark.parametrize("chosen", [{"elder": "0"}, {"theme": ""}, {"theme": "<script>"}])
def test_a_choice_can_be_taken_back_and_nonsense_counts_as_none(client, chosen):
    for cookie in prefer(client, **chosen).cookies.values():
        assert cookie.value == "" and cookie["max-age"] == 0


def test_an_unknown_language_changes_nothing(client):
    assert not prefer(client, language="xx\r\nSet-Cookie: a=b").cookies


@pytest.mark.parametrize(
    "asked",
    [
        "//evil.example/",
        "https://evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\evil.example",
        "///evil.example",
        "https:///evil.example",
        " //evil.example",
        "\t//evil.example",
        "http://testserver@evil.example/",
    ],
)
def test_one_is_never_led_to_another_house(client, asked):
    assert prefer(client, next=asked)["Location"] == "/"


def test_one_comes_back_to_where_one_was(client):
    assert prefer(client, next="/due/?date=2026-01-01&q=%E7%81%AF")["Location"].startswith("/due/?")


def test_preferences_are_posted(client):
    assert client.get("/preferences/").status_code == 405


def autosave(client, **typed):
    """The answer of the autosave."""
    return client.post("/hewan/drafts/", typed).json()


@pytest.fixture
def deputy(city, client):
    """A deputy signed in."""
    client.force_login(city.users["乌仁托娅"])
    return client


def test_what_is_typed_is_kept_without_keys_and_tokens(deputy):
    said = autosave(
        deputy, form_key="f/1", title="路灯", requests=["一", "二"], key="k" * 20, version="3",
        csrfmiddlewaretoken="t",
    )  # fmt: skip
    assert said["saved_at"]
    assert Draft.objects.get().content == {"title": ["路灯"], "requests": ["一", "二"]}


def test_a_later_text_replaces_the_earlier_one(deputy):
    autosave(deputy, form_key="f/1", title="一")
    autosave(deputy, form_key="f/1", title="二")
    assert [d.content for d in Draft.objects.all()] == [{"title": ["二"]}]


def test_nothing_is_kept_of_an_empty_form_or_without_a_name(deputy):
    assert autosave(deputy, form_key="f/1", title="") == {"saved_at": None}
    assert autosave(deputy, title="一") == {"saved_at": None}
    assert not Draft.objects.exists()


def test_an_enormous_text_leaves_the_last_one(deputy):
    autosave(deputy, form_key="f/1", title="一")
    assert autosave(deputy, form_key="f/1", title="长" * (drafts.LONGEST + 1))["saved_at"] is None
    assert Draft.objects.get().content == {"title": ["一"]}


def test_characters_that_a_database_cannot_hold_do_not_lose_the_rest(deputy):
    """PostgreSQL takes no NUL, neither in a text nor inside JSON."""
    assert autosave(deputy, form_key="f\x00/1", title="前\x00后", **{"na\x00me": "x"})["saved_at"]
    assert Draft.objects.get().content["title"] == ["前后"]


def test_drafts_are_ones_own(deputy, city):
    autosave(deputy, form_key="f/1", title="一")
    mine, here = city.users["乌仁托娅"].pk, city.congresses["hewan"].pk
    assert set(drafts.kept(mine, here, "f/")) == {"f/1"}
    assert drafts.kept(city.users["白玥琪"].pk, here, "f/") == {}
    assert drafts.kept(mine, city.congresses["linwan"].pk, "f/") == {}
    assert drafts.kept(None, here, "f/") == drafts.kept(mine, None, "f/") == {}
    drafts.drop(mine, here, "f/1")
    assert not Draft.objects.exists()


def test_without_sign_in_nothing_is_kept(client, city):
    assert client.post("/hewan/drafts/", {"form_key": "f/1", "title": "一"}).status_code == 302
    assert not Draft.objects.exists()


def is_a_page(answer, code):
    """A whole page in words, with a way back."""
    text = answer.content.decode()
    assert answer.status_code == code and "<h1" in text and 'href="/' in text
    return text


def test_a_page_that_is_not_there(client):
    is_a_page(client.get("/no/such/place/"), 404)
    is_a_page(client.get("/nowhere/"), 404)


def test_a_page_that_is_not_yours(deputy):
    is_a_page(deputy.get("/hewan/suggestions/register/"), 403)


def test_a_request_that_cannot_be_read(client):
    # More fields than Django reads.
    typed = "&".join(f"f{n}=1" for n in range(2000))
    form = "application/x-www-form-urlencoded"
    is_a_page(client.post("/preferences/", typed, content_type=form), 400)


def test_a_fault_of_ours_is_told_without_asking_the_database(
    client, city, monkeypatch, django_assert_num_queries
):
    request = RequestFactory().get("/")
    with django_assert_num_queries(0):
        answer = faults.broken(request)
    is_a_page(answer, 500)


def test_a_view_that_breaks_shows_that_page(client, city, monkeypatch):
    from renda.portal import queries

    def broken(*_args):
        raise RuntimeError("geheim")

    monkeypatch.setattr(queries, "figures", broken)
    client.raise_request_exception = False
    text = is_a_page(client.get("/hewan/"), 500)
    assert "geheim" not in text and "Traceback" not in text


@pytest.mark.parametrize("view", [faults.bad_request, faults.not_found, faults.csrf_failure])
def test_error_pages_work_before_any_middleware(view):
    request = RequestFactory().get("/")
    if view is not faults.csrf_failure:
        answer = view(request, SuspiciousOperation())
    else:
        answer = view(request)
    assert b"<h1" in answer.content


def test_a_form_of_yesterday_is_told_so(city):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert b"<h1" in strict.post("/preferences/", {"elder": "1"}).content
