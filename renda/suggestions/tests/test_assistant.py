"""A deputy's assistant drafts, and never submits, judges, or sees what was submitted."""

from datetime import date

import pytest
from django.test import Client

from renda.deputies.actions.assistants import name_assistant
from renda.kernel.lifecycle.registry import LIVES
from renda.kernel.pages.keys import new_key
from renda.kernel.permits.refusal import Refused
from renda.suggestions import lifecycle
from renda.suggestions.actions import begin_draft, register_on_paper, save_draft
from renda.suggestions.models import Suggestion
from renda.suggestions.permits import reader
from renda.suggestions.queries import visible_to
from renda.suggestions.waiting import tasks
from tests.life import DEPUTY, WORDS, Life, scan

pytestmark = pytest.mark.django_db
HELPER = "安雅文"
SENT = {**WORDS, "is_open": "on"}


@pytest.fixture
def helper(city):
    """安雅文, who assists 乌仁托娅."""
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[HELPER])
    return client


def actor(city):
    return city.actor(HELPER)


def drafted(city, **words):
    mandate = city.mandates["hewan", DEPUTY]
    return begin_draft(by=actor(city), mandate=mandate, fields={**WORDS, **words})


def test_what_the_assistant_writes_is_the_deputys_draft(city, helper):
    page = helper.post("/hewan/suggestions/begin/", {**SENT, "key": new_key()})
    assert page.status_code == 302
    draft = Suggestion.objects.get()
    assert draft.sponsor == city.mandates["hewan", DEPUTY] and draft.state == "draft"
    lifecycle.submit(draft, by=city.actor(DEPUTY))
    assert Suggestion.objects.get().state == "submitted"


def test_the_page_offers_no_submitting_and_the_step_is_refused(city, helper):
    draft = drafted(city)
    url = f"/hewan/suggestions/{draft.pk}/"
    text = helper.get(f"{url}write/").content.decode()
    assert "保存草稿" in text and 'value="submit"' not in text and "由代表本人提交" in text
    sent = {**SENT, "key": new_key(), "version": draft.version, "then": "submit"}
    assert helper.post(f"{url}save/", sent).status_code == 409
    step = helper.post(f"{url}submit/", {"key": new_key(), "version": draft.version})
    assert step.status_code == 409
    begun = helper.post("/hewan/suggestions/begin/", {**SENT, "key": new_key(), "then": "submit"})
    assert begun.status_code == 409
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"draft"}
    assert Suggestion.objects.count() == 1, "nothing is half done"


STEPS = [
    s for name in ("suggestion", "handling") for s in LIVES[f"suggestions.{name}"].steps.values()
]


@pytest.mark.parametrize("step", STEPS, ids=lambda s: s.action)
def test_every_step_of_every_process_is_refused(city, step):
    part = Life(city).replied()
    subject = part.fresh() if step.process == "suggestions" else part.part()
    assert not step.is_for(actor(city), subject)
    assert not step.is_registered_by(actor(city), subject)
    with pytest.raises(Refused):
        step(subject, by=actor(city))


def test_what_was_submitted_is_out_of_the_assistants_sight(city, helper):
    draft = drafted(city)
    assert reader(actor(city), draft) and visible_to(actor(city)).count() == 1
    url = f"/hewan/suggestions/{draft.pk}/"
    assert helper.get(url).status_code == 200
    submitted = lifecycle.submit(draft, by=city.actor(DEPUTY))
    assert helper.get(url).status_code == 404
    assert not reader(actor(city), submitted) and not visible_to(actor(city)).exists()
    with pytest.raises(Refused):
        save_draft(by=actor(city), suggestion=submitted, fields=WORDS, version=submitted.version)
    office = city.actor("白玥琪")
    lifecycle.return_for_revision(Suggestion.objects.get(), by=office, reason="请分开。")
    assert helper.get(f"{url}write/").status_code == 200, "what was returned is written again"


def test_other_deputies_drafts_are_nobodys_business(city, helper):
    other = Life(city, deputy="刘麦霞").fresh()
    assert helper.get(f"/hewan/suggestions/{other.pk}/").status_code == 404
    with pytest.raises(Refused):
        begin_draft(by=actor(city), mandate=other.sponsor, fields=WORDS)
    with pytest.raises(Refused):
        save_draft(by=actor(city), suggestion=other, fields=WORDS, version=other.version)
    with pytest.raises(Refused):
        register_on_paper(
            by=actor(city),
            mandate=city.mandates["hewan", DEPUTY],
            fields=WORDS,
            paper=scan(city),
            on=None,
        )


def test_who_assists_two_deputies_says_for_whom(city, helper):
    second = city.mandates["hewan", "刘麦霞"]
    name_assistant(mandate=second, username="anyawen", by=city.actor("刘麦霞"))
    assert "为哪位代表起草" in helper.get("/hewan/suggestions/write/").content.decode()
    unsaid = helper.post("/hewan/suggestions/begin/", {**SENT, "key": new_key()})
    assert unsaid.status_code == 409 and "关于修复路灯" in unsaid.content.decode()
    sent = {**SENT, "key": new_key(), "whose": second.pk}
    assert helper.post("/hewan/suggestions/begin/", sent).status_code == 302
    assert Suggestion.objects.get().sponsor == second
    strange = city.mandates["hewan", "秦二柱"].pk
    sent = {**SENT, "key": new_key(), "whose": strange}
    assert helper.post("/hewan/suggestions/begin/", sent).status_code == 409


def test_drafts_wait_on_the_assistants_desk_and_nothing_else(city, helper):
    drafted(city)
    Life(city).replied()
    assert [t.is_mine_as for t in tasks(actor(city))] == ["assistant"]
    text = helper.get("/hewan/desk/").content.decode()
    assert "为代表起草" in text
    assert helper.get("/hewan/suggestions/").status_code == 200
    assert helper.get("/hewan/deputies/mine/").status_code == 403


def test_an_assistant_who_is_ended_sees_nothing(city, helper):
    draft = drafted(city)
    city.mandates["hewan", DEPUTY].assistants.update(
        until_on=date(2020, 1, 1), from_on=date(2019, 1, 1)
    )
    assert helper.get(f"/hewan/suggestions/{draft.pk}/").status_code == 404
    assert helper.get("/hewan/suggestions/write/").status_code == 403


def test_the_deputy_and_the_assistant_in_two_windows(city, helper):
    draft = drafted(city)
    save_draft(
        by=city.actor(DEPUTY), suggestion=draft, fields={"title": "代表写的"}, version=draft.version
    )
    sent = {**SENT, "key": new_key(), "version": draft.version, "title": "助手写的"}
    late = helper.post(f"/hewan/suggestions/{draft.pk}/save/", sent)
    assert late.status_code == 409 and "助手写的" in late.content.decode()
    assert Suggestion.objects.get().title == "代表写的"
