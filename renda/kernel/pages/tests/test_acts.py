"""An act needs a key, answers the second time as it did the first, and keeps what was typed."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.http import HttpResponse

from renda.kernel.moment import now
from renda.kernel.pages.decorators import act
from renda.kernel.pages.keys import new_key
from renda.kernel.pages.models import Answer
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import everyone
from renda.kernel.trail.models import Event
from tests.life import HOUSING, Life

pytestmark = pytest.mark.django_db

TEXT = "四个小区的路灯八月底前修好 <b>&"


@pytest.fixture
def story(city, client):
    """A suggestion that waits for the housing bureau's reply, and its handler signed in."""
    life = Life(city).assigned().received().heard()
    handler = city.users[city.handlers["hewan", HOUSING]]
    client.force_login(handler)
    part = life.part()
    home = f"/hewan/suggestions/{life.suggestion.pk}/"
    return SimpleNamespace(
        life=life, client=client, home=home, url=f"{home}handlings/{part.pk}/reply/", city=city,
        said={"text": TEXT, "result": "A", "version": part.version, "key": new_key()},
    )  # fmt: skip


def replies(story):
    """How often it was answered, by the trail."""
    return Event.objects.filter(action="handlings.reply", subject_id=story.life.part().pk).count()


def escaped(text):
    """As a page must show it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_an_act_without_a_key_is_refused_and_keeps_the_text(story):
    for key in ("", "x", "k" * 41, "!" * 20):
        answer = story.client.post(story.url, {**story.said, "key": key})
        assert answer.status_code == 409 and replies(story) == 0


def test_the_same_key_twice_is_one_act_and_one_answer_with_its_words(story):
    first = story.client.post(story.url, story.said)
    said = [str(m) for m in get_messages(first.wsgi_request)]
    story.client.get(story.home)  # the first message has been read
    second = story.client.post(story.url, {**story.said, "text": "别的"})
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"] == story.home
    assert [str(m) for m in get_messages(second.wsgi_request)] == said and said
    assert replies(story) == 1 and story.life.part().last_reply.text == TEXT


def test_a_key_used_by_another_person_is_refused(story):
    story.client.post(story.url, story.said)
    colleague = next(
        name
        for name in ("孔堃", "郝雁南")
        if story.city.users[name].pk != int(story.client.session["_auth_user_id"])
    )
    story.client.force_login(story.city.users[colleague])
    assert story.client.post(story.url, story.said).status_code == 409
    assert replies(story) == 1


def test_a_key_used_at_another_address_is_refused(story):
    story.client.post(story.url, story.said)
    other = story.url.replace("/reply/", "/log_contact/")
    assert story.client.post(other, story.said).status_code == 409


def test_a_refused_act_does_not_use_up_its_key(story):
    wrong = {**story.said, "version": story.said["version"] - 1}
    assert story.client.post(story.url, wrong).status_code == 409
    assert not Answer.objects.filter(pk=story.said["key"]).exists()
    assert story.client.post(story.url, story.said).status_code == 302


def test_an_invalid_form_does_not_use_up_its_key(story):
    assert story.client.post(story.url, {**story.said, "result": "Z"}).status_code == 422
    assert not Answer.objects.filter(pk=story.said["key"]).exists()
    assert story.client.post(story.url, story.said).status_code == 302


def test_a_stale_page_is_told_so_and_keeps_what_was_typed(story):
    answer = story.client.post(story.url, {**story.said, "version": 0})
    assert answer.status_code == 409 and replies(story) == 0
    assert escaped(TEXT) in answer.content.decode() and TEXT not in answer.content.decode()


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "²"])
def test_a_version_that_is_none_is_stale(story, version):
    answer = story.client.post(story.url, {**story.said, "version": version})
    assert answer.status_code == 409 and replies(story) == 0


def test_an_invalid_form_is_shown_again_with_what_was_typed(story):
    answer = story.client.post(
        story.url, {**story.said, "result": "Z", "document_number": "河〔1〕号"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and replies(story) == 0
    assert escaped(TEXT) in page and "河〔1〕号" in page


def test_a_draft_is_dropped_when_its_form_is_sent_and_kept_when_refused(story):
    from renda.kernel.pages.models import Draft

    key = f"handlings.reply/{story.life.part().pk}"
    draft = {
        "user_id": int(story.client.session["_auth_user_id"]),
        "congress_id": story.life.suggestion.congress_id,
    }
    Draft.objects.create(**draft, form_key=key, content={"text": ["草稿"]}, saved_at=now())
    story.client.post(story.url, {**story.said, "version": 0})
    assert Draft.objects.filter(form_key=key).exists()
    story.client.post(story.url, story.said)
    assert not Draft.objects.filter(form_key=key).exists()


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options"])
def test_an_act_is_a_post(story, method):
    assert getattr(story.client, method)(story.url).status_code == 405


def test_a_page_is_not_posted_to(story):
    assert story.client.post(story.home).status_code == 405


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back(story):
    story.client.logout()
    asked = f"{story.home}?a=1&b=2"
    answer = story.client.get(asked)
    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={story.home}%3Fa%3D1%26b%3D2"


def test_an_act_without_sign_in_leads_back_to_a_page_that_opens(story):
    story.client.logout()
    answer = story.client.post(story.url, story.said, HTTP_REFERER=f"http://testserver{story.home}")
    assert (answer.status_code, replies(story)) == (302, 0)
    assert answer["Location"] == f"/accounts/login/?next={story.home}"
    answer = story.client.post(story.url, story.said, HTTP_REFERER="http://elsewhere.example/x")
    assert answer["Location"] == "/accounts/login/?next=/"


def test_a_page_of_somebody_else_is_not_there(story):
    story.client.force_login(story.city.users["那仁格日勒图"])
    assert story.client.get(story.home).status_code == 404
    assert story.client.post(story.url, story.said).status_code == 404


def test_a_refused_page_is_told_to_whoever_watches(story, monkeypatch):
    from renda.kernel.pages import watch

    seen = []
    monkeypatch.setattr(watch, "_watchers", [lambda request: seen.append(request.path)])
    answer = story.client.get("/hewan/suggestions/register/")
    assert answer.status_code == 403
    assert seen == ["/hewan/suggestions/register/"]
    assert story.client.get("/hewan/suggestions/999999/").status_code == 404 and len(seen) == 1


def test_the_forms_on_a_page_carry_key_and_version(story):
    page = story.client.get(story.home).content.decode()
    assert 'name="key"' in page and f'name="version" value="{story.said["version"]}"' in page
    assert 'name="csrfmiddlewaretoken"' in page


def test_without_the_token_nothing_is_done(story):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(story.city.users["郝雁南"])
    answer = strict.post(story.url, story.said)
    assert answer.status_code == 403 and replies(story) == 0
    assert answer.content.decode().count("<h1") == 1


def test_what_was_shown_once_is_not_shown_again_and_not_done_again(rf, db):
    done = []

    @act(to=everyone)
    def show_once(_request):
        done.append(1)
        return HttpResponse("a secret")

    def send(key):
        request = rf.post("/once/", {"key": key})
        request.user, request.congress, request.problem = AnonymousUser(), None, None
        request.actor = Actor(None, 0)
        return show_once(request)

    key = new_key()
    first, second = send(key), send(key)
    assert (first.status_code, second.status_code) == (200, 409)
    assert "a secret" not in second.content.decode() and done == [1]
