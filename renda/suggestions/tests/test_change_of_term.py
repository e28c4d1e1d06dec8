"""Suggestions across a change of term: they go on under their old numbers, are judged by whose they
are, and the numbers begin again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from renda.deputies.models import Mandate
from renda.kernel import moment
from renda.kernel.notices.models import Outbox
from renda.kernel.pages.keys import new_key
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from renda.suggestions import handling, lifecycle
from renda.suggestions.actions import begin_draft, save_draft
from renda.suggestions.models import Suggestion
from renda.suggestions.naming import full_number
from renda.suggestions.permits import judges, reader, sponsor
from renda.suggestions.queries import judged_by, visible_to, written_by
from renda.suggestions.tests.crossing import judged, on_paper, turned
from renda.suggestions.waiting import tasks, waiting
from tests.life import WORDS, Life, scan
from tests.turnover import AFTER, BEFORE, NIGHT, Turn

pytestmark = pytest.mark.django_db
COMMITTEE = "城乡建设环境资源委员会"


@pytest.fixture(autouse=True)
def _before():
    with moment.at(BEFORE - timedelta(days=20)):
        yield


@pytest.fixture
def open_one(city):
    """刘麦霞's suggestion, handed to the housing bureau; she will not be re-elected."""
    return Life(city, deputy="刘麦霞").assigned().received().heard()


def test_an_open_suggestion_goes_on_under_its_old_number(city, open_one):
    number = full_number(open_one.fresh())
    turned(city)
    with moment.at(AFTER):
        assert full_number(open_one.fresh()) == number == "市五届人大五次会议闭会第001号"
        open_one.answered()
        assert open_one.fresh().state == "replied"
        judged(open_one, city.actor("刘麦霞"))
    assert open_one.fresh().state == "closed"
    assert list(faults()) == []


def test_the_numbers_begin_again_with_the_first_session(city, open_one):
    turned(city)
    with moment.at(NIGHT + timedelta(days=1)):
        during = Life(city).accepted().fresh()
        assert (during.sponsor.person.name, during.sponsor.from_on.year) == ("乌仁托娅", 2027)
        assert full_number(during) == "市六届人大一次会议第001号"
    with moment.at(AFTER):
        assert full_number(Life(city).accepted().fresh()) == "市六届人大一次会议闭会第001号"


def test_its_own_history_says_that_it_was_carried_over(city, open_one):
    turned(city)
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["刘麦霞"])
    with moment.at(AFTER):
        url = reverse("suggestions:detail", args=["hewan", open_one.suggestion.pk])
        shown = client.get(url).content.decode()
    assert "跨届继续办理" in shown and "提出届次" in shown and "市五届人大" in shown
    told = Outbox.objects.filter(action="suggestions.carry_over")
    assert {row.user_id for row in told} >= {
        city.users["刘麦霞"].pk,
        city.users["郝雁南"].pk,
    }


def test_a_late_paper_of_the_weeks_before_can_still_be_entered_on_its_day(city, open_one):
    turned(city)
    with moment.at(NIGHT + timedelta(days=2)):
        handling.reply(
            open_one.part(),
            by=open_one.clerk,
            text="已修复。",
            result="A",
            on=(NIGHT - timedelta(days=4)).date(),
            behalf=handling.Behalf("body", open_one.part().organ_id),
            paper=scan(city),
        )
    assert open_one.fresh().state == "replied"


def test_a_former_deputy_reads_the_own_ones_and_writes_no_new_ones(city, open_one):
    draft = Life(city, deputy="刘麦霞", title="没写完的")
    others = Life(city).assigned().suggestion
    turned(city)
    with moment.at(AFTER):
        former = city.actor("刘麦霞")
        assert set(visible_to(former)) == {open_one.suggestion, draft.suggestion}
        assert others not in visible_to(former)
        mandate = city.mandates["hewan", "刘麦霞"]
        with pytest.raises(Refused):
            begin_draft(by=former, mandate=mandate, fields=WORDS)
        with pytest.raises(Refused):
            save_draft(by=former, suggestion=draft.fresh(), fields=WORDS, version=0)
        with pytest.raises(Refused):
            lifecycle.submit(draft.fresh(), by=former)
        client = Client()
        client.force_login(city.users["刘麦霞"])
        codes = {
            name: client.get(reverse(f"suggestions:{name}", args=["hewan"])).status_code
            for name in ("list", "write")
        }
        assert codes == {"list": 200, "write": 403}
        edit = reverse("suggestions:edit", args=["hewan", draft.suggestion.pk])
        assert client.get(edit).status_code == 404
        assert client.get(reverse("desk:home", args=["hewan"])).status_code == 200
        sent = {"key": new_key(), "title": "新的"}
        assert client.post(reverse("suggestions:begin", args=["hewan"]), sent).status_code == 403


def test_what_waits_for_a_former_deputy_is_to_judge(city):
    life = Life(city, deputy="刘麦霞").replied()
    Life(city, deputy="刘麦霞")
    turned(city)
    with moment.at(AFTER):
        former = city.actor("刘麦霞")
        assert list(waiting(former)) == [life.suggestion]
        assert [str(task.verb) for task in tasks(former)] == ["阅读答复并评价"]


def test_a_re_elected_deputy_goes_on_with_an_old_draft_in_the_new_term(city):
    life = Life(city)
    turned(city)
    with moment.at(AFTER):
        save_draft(by=life.sponsor, suggestion=life.fresh(), fields={"title": "新名"}, version=0)
        lifecycle.submit(life.fresh(), by=life.sponsor)
        new = Mandate.objects.get(term__number=6, person__name="乌仁托娅")
        assert life.fresh().sponsor == new
        lifecycle.accept(life.fresh(), by=life.clerk)
        assert full_number(life.fresh()).startswith("市六届人大一次会议")


def test_lists_and_permits_agree_for_everyone_after_the_change(city, open_one):
    Life(city, deputy="刘麦霞").submitted()
    Life(city, deputy="刘麦霞")
    Life(city).replied()
    Life(city, deputy="那仁格日勒图").closed()
    on_paper(city)
    turned(city)
    rows = list(Suggestion.objects.prefetch_related("handlings"))
    with moment.at(AFTER):
        for name in city.users:
            actor = city.actor(name)
            seen = set(visible_to(actor))
            assert seen == {row for row in rows if reader(actor, row)}, name
            here = Suggestion.objects.filter(congress_id=actor.congress_id)
            assert set(here.filter(judged_by(actor))) == {r for r in rows if judges(actor, r)}, name
            assert set(here.filter(written_by(actor))) == {r for r in rows if sponsor(actor, r)}
    assert len(rows) == 6


def test_the_list_spans_both_terms_and_can_keep_to_one(city, open_one):
    turned(city)
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users["白玥琪"])
    with moment.at(AFTER):
        Life(city, title="新一届的建议").accepted()
        url = reverse("suggestions:list", args=["hewan"])
        both = client.get(url).content.decode()
        assert "新一届的建议" in both and WORDS["title"] in both
        assert "市五届人大五次会议" in both, "a number of the old term says whose it is"
        term = f"term-{city.terms['hewan'].pk}"
        session = f"session-{city.sessions['hewan', 5].pk}"
        for choice in (term, session):
            old = client.get(url, {"term": choice}).content.decode()
            assert "新一届的建议" not in old and WORDS["title"] in old
        for nonsense in ("term-", "session-x", "term-" + "9" * 40, "'", "三"):
            assert client.get(url, {"term": nonsense}).status_code == 200


def test_the_administrator_is_not_shown_what_suggestions_say(city, open_one):
    with moment.at(BEFORE):
        turn = Turn(city).again("乌仁托娅")
        client = Client(headers={"accept-language": "zh-hans"})
        pages = [
            reverse("deputies:turnover_part", args=["hewan", turn.change.pk, "suggestions"]),
            reverse("deputies:turnover_change", args=["hewan", turn.change.pk]),
        ]
        client.force_login(city.users["高珺"])
        assert all(WORDS["title"] not in client.get(url).content.decode() for url in pages)
        decide = reverse("deputies:turnover_decide", args=["hewan", turn.change.pk, "suggestions"])
        sent = {"key": new_key(), "version": turn.change.version}
        assert client.post(decide, sent).status_code == 404
        client.force_login(city.users["白玥琪"])
        assert all(WORDS["title"] in client.get(url).content.decode() for url in pages)


def test_carried_over_is_said_once_each(city, open_one):
    turned(city)
    assert Event.objects.filter(action="suggestions.carry_over").count() == 1
