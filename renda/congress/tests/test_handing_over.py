"""交接: posts and open work go to another in one act, with a list for both."""

from datetime import date

import pytest

from renda.congress.actions import add_body
from renda.congress.handing_over import open_with
from renda.congress.models import Handover, Post
from renda.congress.roles import BodyKind, Role
from renda.congress.staffing import give_post, hand_over, stand_in
from renda.congress.tests.desk import (
    ADMIN,
    BOTH,
    CLERK,
    HANDLER,
    HEAD,
    at_desk,
    in_days,
    midnight,
    post_of,
    send,
    text,
)
from renda.deputies.cast import HOUSING
from renda.kernel.moment import at, today
from renda.kernel.notices.models import Notice
from renda.kernel.notices.outbox import deliver
from renda.kernel.pages.drafts import keep
from renda.kernel.pages.templatetags.renda import chinese_date
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from tests.life import Life
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db


@pytest.fixture
def works(city):
    """Two suggestions wait with the housing bureau's handler."""
    return [
        Life(city, title=title).assigned() for title in ("关于修路灯的建议", "关于修沟渠的建议")
    ]


def moved(city, who=HANDLER, to="shanhe", day=1, **more):
    person = city.users[who]
    typed = {"posts": [p.pk for p in person.posts.all()], "user": to, "reason": "退休"}
    typed |= {"from_on": in_days(day).isoformat(), **more}
    return send(at_desk(city, ADMIN), f"/hewan/accounts/{person.pk}/hand-over/", **typed)


def test_one_act_moves_posts_and_open_work(city, works):
    page = moved(city)
    handover = Handover.objects.get()
    assert page.url == f"/hewan/handovers/{handover.pk}/"
    old, new = Post.objects.filter(body=city.organ(HOUSING), role=Role.HANDLER).order_by("from_on")
    assert (old.user, old.until_on) == (city.users[HANDLER], today())
    assert (new.user, new.from_on, new.until_on) == (city.users["单禾"], in_days(1), None)
    assert len(handover.open_work) == 2
    with at(midnight(in_days(1))):
        assert not city.actor(HANDLER).holds(Role.HANDLER)
        address = f"/hewan/suggestions/{works[0].suggestion.pk}/"
        assert at_desk(city, "单禾").get(address).status_code == 200
        assert at_desk(city, HANDLER).get(address).status_code == 404


def test_until_that_day_the_old_holder_works_on(city, works):
    moved(city, day=5)
    with at(midnight(in_days(4))):
        assert city.actor(HANDLER).holds(Role.HANDLER) and not city.actor("单禾").holds(
            Role.HANDLER
        )
    with at(midnight(in_days(5))):
        assert city.actor("单禾").holds(Role.HANDLER) and not city.actor(HANDLER).holds(
            Role.HANDLER
        )


def test_the_successor_hears_once_and_opens_the_list(city, works):
    moved(city)
    deliver()
    heard = Notice.objects.filter(user_id=city.users["单禾"].pk)
    assert [notice.action for notice in heard] == ["congress.hand_over"]
    inbox = text(at_desk(city, "单禾").get("/hewan/notices/"))
    handover = Handover.objects.get()
    assert f"/hewan/handovers/{handover.pk}/" in inbox and "郝雁南 → 单禾" in inbox


def test_the_list_has_titles_for_the_two_and_numbers_for_the_administrator(city, works):
    moved(city)
    url = f"/hewan/handovers/{Handover.objects.get().pk}/"
    for who in ("单禾", HANDLER):
        page = text(at_desk(city, who).get(url))
        assert (
            "关于修路灯的建议" in page
            and "关于修沟渠的建议" in page
            and "移交人（签名、日期）" in page
        )
    page = text(at_desk(city, ADMIN).get(url))
    assert "路灯" not in page and "闭" in page and "2 件" in page
    for who in (CLERK, HEAD, "贺川平"):
        assert at_desk(city, who).get(url).status_code == 404


def test_the_list_shows_when_each_is_due(city, works):
    moved(city)
    line, _other = Handover.objects.get().open_work
    assert line[:2] == ["suggestions", "suggestions.suggestion"]
    assert line[3] and line[4], "its number and its last day"
    page = text(at_desk(city, "单禾").get(f"/hewan/handovers/{Handover.objects.get().pk}/"))
    assert chinese_date(date.fromisoformat(line[4])) in page


def test_mandates_and_drafts_stay_with_the_person(city):
    liu, town = city.users[BOTH], city.congresses["langwan"]
    give_post(
        user=city.users[ADMIN],
        body=city.bodies["langwan", "主席团"],
        role=Role.ADMINISTRATOR,
        from_on=today(),
    )
    keep(liu.pk, town.pk, "suggestion", {"title": ["关于水渠"]})
    page = text(at_desk(city, ADMIN).get(f"/langwan/accounts/{liu.pk}/handing-over/"))
    assert (
        "代表职务和未提交的草稿属于本人" in page and "第三选区" not in page and "水渠" not in page
    )
    post = liu.posts.get()
    made = hand_over(
        congress=town,
        posts=[post],
        new=city.users["段五宝"],
        from_on=in_days(1),
        by=city.actor(ADMIN, "langwan"),
    )
    assert made.open_work == []
    assert liu.person.mandates.count() == 2


def test_what_cannot_be_handed_over_is_said(city):
    for page, why in (
        (moved(city, to="haoyannan"), "不能移交给本人"),
        (moved(city, day=-5000), "不能在那一天交接"),
        (moved(city, posts=[]), "请填写这一项"),
        (moved(city, to="nobody"), "没有这个用户名"),
        (moved(city, posts=[post_of(city, CLERK).pk]), ""),
    ):
        assert page.status_code in (409, 422) and why in text(page)
    assert (
        not Handover.objects.exists() and Post.objects.filter(role=Role.HANDLER_HEAD).count() == 2
    )


def test_nothing_moves_when_one_of_the_posts_cannot(city):
    person, organ = city.users[HANDLER], city.organ(HOUSING)
    give_post(user=person, body=organ, role=Role.FORWARDING_CLERK, from_on=today())
    give_post(user=city.users["单禾"], body=organ, role=Role.HANDLER, from_on=today())
    page = moved(city)
    assert page.status_code == 409
    assert not Post.objects.filter(user=person).exclude(until_on=None).exists()
    assert not Event.objects.filter(action__contains="hand_over").exists()


def test_a_stand_in_ends_with_the_post_that_is_handed_over(city):
    days = {"from_on": today(), "until_on": in_days(20)}
    stand_in(posts=[post_of(city, HANDLER)], user=city.users[HEAD], by=city.actor(ADMIN), **days)
    moved(city, day=3)
    assert Post.objects.get(basis="standing_in").until_on == in_days(2)


def test_the_only_administrator_hands_over_to_another(city):
    post = post_of(city, ADMIN)
    hand_over(
        congress=city.congresses["hewan"],
        posts=[post],
        new=city.users["单禾"],
        from_on=in_days(1),
        by=city.actor(ADMIN),
    )
    with at(midnight(in_days(1))):
        assert at_desk(city, "单禾").get("/hewan/accounts/").status_code == 200
        assert at_desk(city, ADMIN).get("/hewan/accounts/").status_code == 403


def test_the_same_form_twice_hands_over_once(city):
    person, client = city.users[HANDLER], at_desk(city, ADMIN)
    typed = {"posts": [post_of(city, HANDLER).pk], "user": "shanhe", "key": "k" * 24}
    typed["from_on"] = in_days(1).isoformat()
    url = f"/hewan/accounts/{person.pk}/hand-over/"
    first, second = client.post(url, typed), client.post(url, typed)
    assert first.url == second.url and Handover.objects.count() == 1


def test_a_closed_account_takes_nothing_over(city):
    user = city.users["单禾"]
    user.is_active = False
    user.save()
    page = moved(city)
    assert page.status_code == 409 and "停用" in text(page)
    with pytest.raises(Refused):
        give_post(user=user, body=city.organ(HOUSING), role=Role.HANDLER, from_on=today())


def test_the_list_of_handovers_is_for_whoever_keeps_accounts(city):
    moved(city)
    page = text(at_desk(city, ADMIN).get("/hewan/handovers/"))
    assert "郝雁南 → 单禾" in page
    assert at_desk(city, CLERK).get("/hewan/handovers/").status_code == 403


def test_a_section_has_the_work_of_its_organ(city, works):
    section = add_body(
        congress=city.congresses["hewan"],
        kind=BodyKind.SECTION,
        name="办公室",
        parent=city.organ(HOUSING),
    )
    post = post_of(city, HANDLER)
    Post.objects.filter(pk=post.pk).update(body=section)
    moved(city)
    assert len(Handover.objects.get().open_work) == 2


def test_what_was_answered_and_is_not_closed_is_open_too(city, works):
    works[0].received().heard().answered()
    moved(city)
    assert len(Handover.objects.get().open_work) == 2


def test_a_qualification_case_is_open_with_the_office_and_its_committee(city):
    case = Qualification(city).case
    for who in (CLERK, "敖日其楞"):
        person = city.users[who]
        posts = list(person.posts.filter(body__congress__slug="hewan"))
        found = open_with(city.congresses["hewan"], posts)
        assert ("cases", "deputies.qualificationcase", case.pk) in [
            (key, item.kind, item.id) for key, item in found
        ], who
    found = open_with(city.congresses["hewan"], [post_of(city, HANDLER)])
    assert not [key for key, _item in found if key == "cases"]
