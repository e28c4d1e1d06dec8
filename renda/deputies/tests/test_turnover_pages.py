"""The guided pages: what is typed is kept, what was seen counts, and they ask the same number of
questions however many deputies there are."""

import pytest
from django.test import Client
from django.urls import reverse

from renda.congress.actions import add_body, give_post
from renda.congress.models import Term
from renda.congress.roles import BodyKind
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.models import Certificate, Mandate, Membership, TermChange
from renda.kernel.pages.keys import new_key
from renda.kernel.registers.keeping import enter
from tests.hostile.text import PIECES
from tests.life import Life
from tests.test_queries_fixed import looked
from tests.turnover import OPENS, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
CLERK = "白玥琪"
SINCE = OPENS.replace(2022)


@pytest.fixture
def clerk(city):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(city.users[CLERK])
    return client


def send(client, address, change=None, *more, **said):
    place = ["hewan", *([change.pk] if change else []), *more]
    form = {"key": new_key(), "version": change.version if change else 0, **said}
    return client.post(reverse(f"deputies:{address}", args=place), form)


def begin(client, **said):
    days = {"number": 6, "opens_on": "2027-01-18", "closes_on": "2027-01-22"}
    return send(client, "turnover_begin", None, **{**days, **said})


def test_from_the_first_page_to_a_settled_plan(city, clerk):
    answer = begin(clerk)
    change = TermChange.objects.get()
    assert answer.url == f"/hewan/deputies/turnover/{change.pk}/"
    assert clerk.get(reverse("deputies:turnover", args=["hewan"])).url == answer.url
    old = city.mandates["hewan", "乌仁托娅"]
    assert send(clerk, "turnover_again", change, mandates=old.pk).status_code == 302
    assert send(clerk, "turnover_new", change, name="苏木吉", born="1990-05").status_code == 302
    assert send(clerk, "turnover_take", change, "recognise").status_code == 302
    for part in ("seats", "posts", "suggestions"):
        change.refresh_from_db()
        assert send(clerk, "turnover_decide", change, part).status_code == 302, part
    change.refresh_from_db()
    days = {"elected_on": "2027-01-22", "freezes_at": "2027-01-18T09:00"}
    assert send(clerk, "turnover_set_days", change, **days).status_code == 302
    change.refresh_from_db()
    assert send(clerk, "turnover_take", change, "settle").status_code == 302
    change.refresh_from_db()
    assert change.state == "ready"
    assert "2027年1月18日 09:00起冻结" in clerk.get(answer.url).content.decode()
    assert {m.person.name: m.beginning for m in Mandate.objects.filter(term=change.new)} == {
        "乌仁托娅": "again",
        "苏木吉": "new",
    }


def test_who_is_known_already_is_asked_about_before_being_entered(city, clerk):
    change = Turn(city).change
    known = city.mandates["hewan", "乌仁托娅"].person
    typed = {"name": "乌仁托娅", "born": known.born}
    answer = send(clerk, "turnover_new", change, **typed)
    assert answer.status_code == 422 and "已有相近的人" in answer.content.decode()
    assert not Mandate.objects.filter(term=change.new).exists()
    assert send(clerk, "turnover_new", change, same=known.pk, **typed).status_code == 302
    assert Mandate.objects.get(term=change.new).person == known


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"opens_on": ""}, "首次会议开幕日期"),
        ({"opens_on": "2027-02-30"}, "首次会议开幕日期"),
        ({"closes_on": "2027-01-17"}, "闭幕"),
        ({"number": "六"}, "新一届届次"),
        ({"number": "9" * 30}, "新一届届次"),
        ({"number": 8}, "届次名册中没有上一届"),
        ({"opens_on": "2026-01-20"}, "最后一次会议之后"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(city, clerk, said, why):
    answer = begin(clerk, **said)
    assert answer.status_code in (409, 422)
    shown = answer.content.decode()
    assert (why in shown and 'value="2027-01-2' in shown) or "2027-01-17" in shown
    assert not TermChange.objects.exists()
    assert Term.objects.filter(congress__slug="hewan").count() == 1


def test_the_same_form_sent_twice_opens_one_term(city, clerk):
    key = new_key()
    first, second = begin(clerk, key=key), begin(clerk, key=key)
    assert first.url == second.url and first.status_code == second.status_code == 302
    assert TermChange.objects.count() == 1


def test_a_page_that_is_old_is_told_so(city, clerk):
    change = Turn(city).change
    send(clerk, "turnover_decide", change, "posts")
    answer = send(clerk, "turnover_decide", change, "posts")
    assert answer.status_code == 409
    assert "有人先" in answer.content.decode()


def test_an_answer_not_ticked_ends_and_one_not_shown_goes_as_usual(city, clerk):
    turn = Turn(city)
    given = {"body": city.bodies["hewan", "常委会"], "role": "member", "from_on": SINCE}
    chair, deputy = (give_post(user=city.users[n], **given) for n in ("单禾", "韩赟"))
    sent = {f"shown-{chair.pk}": "1", f"item-{chair.pk}": "on", f"shown-{deputy.pk}": "1"}
    send(clerk, "turnover_decide", turn.change, "posts", **sent)
    answers = turn.fresh().answers["posts"]
    assert (answers[str(chair.pk)], answers[str(deputy.pk)]) == ("on", "end")


@pytest.mark.parametrize("text", PIECES, ids=range(len(PIECES)))
def test_hostile_text_is_kept_as_text(city, clerk, text):
    change = Turn(city).change
    answer = send(clerk, "turnover_new", change, name=text[:60])
    assert answer.status_code in (302, 422)
    shown = clerk.get(reverse("deputies:turnover_roster", args=["hewan", change.pk]))
    assert shown.status_code == 200
    assert "<script>alert" not in shown.content.decode()


def test_nothing_is_written_once_it_is_settled(city, clerk):
    change = Turn(city).again("乌仁托娅").settled().fresh()
    old = city.mandates["hewan", "刘麦霞"]
    assert send(clerk, "turnover_again", change, mandates=old.pk).status_code == 409
    assert send(clerk, "turnover_new", change, name="苏木吉").status_code == 409
    days = {"elected_on": "2027-01-22", "freezes_at": "2027-01-18T09:00"}
    assert send(clerk, "turnover_set_days", change, **days).status_code == 409
    assert Mandate.objects.filter(term=change.new).count() == 1


def test_an_unknown_part_or_step_is_not_found(city, clerk):
    change = Turn(city).change
    assert send(clerk, "turnover_decide", change, "nothing").status_code == 404
    assert send(clerk, "turnover_take", change, "carry_out").status_code == 404
    url = reverse("deputies:turnover_part", args=["hewan", change.pk, "nothing"])
    assert clerk.get(url).status_code == 404


def test_pages_ask_as_often_for_thirty_deputies_as_for_three(city, clerk):
    turn = Turn(city).again("乌仁托娅", "那仁格日勒图")
    pages = [
        reverse("deputies:turnover_change", args=["hewan", turn.change.pk]),
        reverse("deputies:turnover_roster", args=["hewan", turn.change.pk]),
        *(
            reverse("deputies:turnover_part", args=["hewan", turn.change.pk, part])
            for part in ("seats", "posts", "suggestions")
        ),
        reverse("registers:list", args=["hewan", "deputies"]) + "?show=untrained",
        reverse("registers:list", args=["hewan", "certificates"]) + "?show=to_return",
    ]
    body = add_body(congress=city.congresses["hewan"], kind=BodyKind.GROUP, name="教育小组")
    _more(city, turn, body, 1)
    few = [looked(city, CLERK, url) for url in pages]
    _more(city, turn, body, 8)
    assert [looked(city, CLERK, url) for url in pages] == few
    assert max(few) < 60, few


def _more(city, turn, body, many):
    """So many more deputies with seats, on both rosters, with open suggestions."""
    for n in range(many):
        person = add_person(name=f"代表{many}{n}", congress_id=turn.change.congress_id)
        old = add_deputy(person=person, term=turn.change.old, from_on=OPENS.replace(2022))
        add_deputy(person=person, term=turn.change.new, from_on=OPENS)
        for name in ("乌仁托娅", "刘麦霞"):
            Life(city, deputy=name).assigned()
        seat = {"congress": body.congress, "body": body, "person": person, "mandate": old}
        row = Membership(**seat, from_on=OPENS.replace(2022))
        enter(row, "deputies.add_membership", by=None)
        here = {"congress": body.congress, "mandate": old, "issued_on": OPENS.replace(2022)}
        enter(Certificate(number=f"{many}-{n}", **here), "deputies.add_certificate", by=None)


def test_the_preview_tells_everything_before_it_happens(city, clerk):
    turn = Turn(city).again("乌仁托娅")
    url = reverse("deputies:turnover_change", args=["hewan", turn.change.pk])
    shown = clerk.get(url).content.decode()
    many = Mandate.objects.held_on(OPENS).filter(term=turn.change.old).count()
    ends = f"上届{many}名代表任期届满，任职到2027年1月17日止"
    for words in (ends, "1名代表任期开始：连任", "秦二柱"):
        assert words in shown
