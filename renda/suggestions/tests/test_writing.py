"""Writing a suggestion through its pages: it saves itself, once, and can be submitted once."""

import pytest

from renda.kernel.pages.keys import new_key
from renda.kernel.trail.models import Event
from renda.suggestions.models import Suggestion
from tests.life import DEPUTY, WORDS, Life

pytestmark = pytest.mark.django_db
SENT = {**WORDS, "is_open": "on"}


@pytest.fixture
def deputy(client, city):
    client.force_login(city.users[DEPUTY])
    return client


def test_the_same_new_form_sent_twice_is_one_draft(deputy):
    sent = {**SENT, "key": new_key()}
    first = deputy.post("/hewan/suggestions/begin/", sent)
    again = deputy.post("/hewan/suggestions/begin/", sent)
    assert first.status_code == again.status_code == 302
    assert first.url == again.url
    assert Suggestion.objects.count() == 1


def test_submitted_twice_is_submitted_once(deputy):
    sent = {**SENT, "key": new_key(), "then": "submit"}
    first = deputy.post("/hewan/suggestions/begin/", sent)
    again = deputy.post("/hewan/suggestions/begin/", sent)
    assert first.url == again.url
    assert Event.objects.filter(action="suggestions.submit").count() == 1


def test_a_draft_submitted_twice_gets_the_same_answer(deputy, city):
    draft = Life(city).fresh()
    sent = {**SENT, "key": new_key(), "then": "submit", "version": draft.version}
    answers = [deputy.post(f"/hewan/suggestions/{draft.pk}/save/", sent) for _twice in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert Event.objects.filter(action="suggestions.submit").count() == 1


def test_an_autosave_answers_with_the_row_and_its_version(deputy):
    sent = {**SENT, "key": new_key()}
    answer = deputy.post(
        "/hewan/suggestions/begin/", sent, headers={"X-Requested-With": "fetch"}
    ).json()
    row = Suggestion.objects.get()
    assert (answer["pk"], answer["version"]) == (row.pk, row.version)


def test_a_burst_of_autosaves_is_one_event(deputy, city):
    draft = Life(city).fresh()
    for n in range(4):
        row = Suggestion.objects.get(pk=draft.pk)
        sent = {**SENT, "title": f"标题{n}", "key": new_key(), "version": row.version}
        deputy.post(f"/hewan/suggestions/{draft.pk}/save/", sent)
    assert Suggestion.objects.get(pk=draft.pk).title == "标题3"
    assert Event.objects.filter(action="suggestions.save_draft").count() == 1


def test_two_windows_do_not_overwrite_each_other(deputy, city):
    draft = Life(city).fresh()
    old = {**SENT, "key": new_key(), "version": draft.version}
    deputy.post(f"/hewan/suggestions/{draft.pk}/save/", {**old, "title": "新的标题"})
    answer = deputy.post(
        f"/hewan/suggestions/{draft.pk}/save/", {**old, "problem": "另一个窗口里写的"}
    )
    assert answer.status_code == 409
    assert "另一个窗口里写的" in answer.content.decode()
    assert Suggestion.objects.get(pk=draft.pk).title == "新的标题"


def test_a_draft_with_gaps_is_not_submitted_and_keeps_what_was_typed(deputy, city):
    draft = Life(city).fresh()
    sent = {
        "title": "只有标题",
        "requests": [""],
        "key": new_key(),
        "then": "submit",
        "version": draft.version,
    }
    answer = deputy.post(f"/hewan/suggestions/{draft.pk}/save/", sent)
    assert answer.status_code == 409
    assert "只有标题" in answer.content.decode()
    assert Suggestion.objects.get(pk=draft.pk).state == "draft"


def test_somebody_elses_draft_is_not_there(client, city):
    draft = Life(city).fresh()
    client.force_login(city.users["刘麦霞"])
    assert client.get(f"/hewan/suggestions/{draft.pk}/write/").status_code == 404
    client.force_login(city.users["白玥琪"])
    assert client.get(f"/hewan/suggestions/{draft.pk}/").status_code == 404


@pytest.mark.parametrize("size", [15, 33, 40])
def test_a_key_that_is_not_of_our_making_is_refused_in_words(deputy, city, size):
    """On PostgreSQL the longer key of the button beside it would not fit into its row."""
    draft = Life(city).fresh()
    sent = {**SENT, "key": "k" * size, "then": "submit", "version": draft.version}
    assert deputy.post(f"/hewan/suggestions/{draft.pk}/save/", sent).status_code == 409
