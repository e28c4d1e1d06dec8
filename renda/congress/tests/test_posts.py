"""Posts through their pages: given, changed, ended; never the last administrator's."""

import pytest

from renda.congress.actions import hold_session
from renda.congress.models import Body, Post
from renda.congress.roles import Role
from renda.congress.staffing import (
    Borrowed,
    borrow,
    change_post,
    end_post,
    give_post,
    hand_over,
    stand_in,
)
from renda.congress.tests.desk import (
    ADMIN,
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
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Event
from tests.life import Life

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/posts/"


@pytest.fixture
def session_to_come(city):
    term = city.terms["hewan"]
    return hold_session(term=term, number=6, opens_on=in_days(5), closes_on=in_days(9))


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


@pytest.fixture
def meetings(city) -> Body:
    return city.bodies["hewan", "办公室秘书科"]


def given(city, body, **more):
    typed = {"user": "baiyueqi", "body": body.pk, "role": Role.MEETINGS_OFFICE}
    return typed | {"basis": "seconded", "from_on": today().isoformat(), **more}


def test_a_post_is_given_and_its_person_is_told(city, admin, meetings):
    page = send(admin, f"{URL}enter/", **given(city, meetings))
    post = Post.objects.get(user=city.users[CLERK], body=meetings)
    assert page.url == f"{URL}{post.pk}/" and post.get_basis_display() == "借调"
    assert city.actor(CLERK).holds(Role.MEETINGS_OFFICE)
    event = Event.objects.filter(action="congress.give_post", subject_id=post.pk).get()
    assert event.actor_id == city.users[ADMIN].pk
    assert Outbox.objects.get(event_id=event.pk).user_id == city.users[CLERK].pk
    shown = text(admin.get(page.url))
    assert "登记职务" in shown and "白玥琪" in shown


def test_whoever_is_called_like_another_is_told_apart(city, admin, meetings):
    twin = city.users["单禾"]
    twin.name = CLERK
    twin.save()
    page = send(admin, f"{URL}enter/", **given(city, meetings, user=CLERK))
    assert page.status_code == 422 and "baiyueqi" in text(page) and "shanhe" in text(page)
    page = send(admin, f"{URL}enter/", **given(city, meetings, user="13900000001"))
    assert Post.objects.get(body=meetings, user=city.users[CLERK]).role == Role.MEETINGS_OFFICE


def test_nobody_holds_the_same_post_twice_at_a_time(city, admin, meetings):
    send(admin, f"{URL}enter/", **given(city, meetings))
    later = given(city, meetings, from_on=in_days(3).isoformat())
    page = send(admin, f"{URL}enter/", **later)
    assert page.status_code == 409 and "已有这个职务" in text(page)
    assert Post.objects.filter(user=city.users[CLERK], body=meetings).count() == 1


def test_a_body_of_another_congress_cannot_be_chosen(city, admin):
    other = city.bodies["linwan", "信息中心"]
    page = send(admin, f"{URL}enter/", **given(city, other, role=Role.ADMINISTRATOR))
    assert page.status_code == 422
    assert not Post.objects.filter(body=other).exists()


def test_only_days_are_changed_and_the_change_is_undone(city, admin):
    post = post_of(city, CLERK)
    form = text(admin.get(f"{URL}{post.pk}/edit/"))
    assert 'name="role"' not in form and 'name="user"' not in form
    typed = {"basis": "attached", "from_on": "2022-01-04", "until_on": "", "why": "笔误"}
    send(admin, f"{URL}{post.pk}/change/", **typed)
    post.refresh_from_db()
    assert post.from_on.isoformat() == "2022-01-04" and post.basis == "attached"
    seq = text(admin.get(f"{URL}{post.pk}/")).partition("/undo/")[2].partition("/")[0]
    send(admin, f"{URL}{post.pk}/undo/{seq}/", version=post.version)
    post.refresh_from_db()
    assert post.from_on.isoformat() == "2021-12-20" and post.basis == "appointed"


def test_a_page_that_is_older_than_a_change_is_told_so(city, admin):
    post = post_of(city, CLERK)
    end_post(post=post, until_on=in_days(30), by=city.actor(ADMIN))
    page = send(admin, f"/hewan/posts/{post.pk}/end/", until_on=today().isoformat(), reason="退休")
    assert page.status_code == 409 and 'value="退休"' in text(page)
    post.refresh_from_db()
    assert post.until_on == in_days(30)
    with pytest.raises(Stale):
        end_post(post=post, until_on=today(), by=city.actor(ADMIN), seen=0)


def test_ending_says_what_is_open_without_its_title(city, admin):
    Life(city, title="关于修复某路路灯的建议").assigned()
    post = post_of(city, HANDLER)
    page = text(admin.get(f"/hewan/posts/{post.pk}/ending/"))
    assert "1 件事项未办结" in page and "办理交接" not in page.partition("<main")[0]
    assert "闭" in page and "路灯" not in page, "the administrator sees no content"
    assert f"/hewan/accounts/{post.user_id}/handing-over/" in page
    post = post_of(city, "单禾")
    assert "没有未办结的事项" in text(admin.get(f"/hewan/posts/{post.pk}/ending/"))


def test_a_post_ends_at_midnight_in_beijing(city):
    post, last = post_of(city, HANDLER), in_days(2)
    end_post(post=post, until_on=last, by=city.actor(ADMIN))
    before, after = midnight(in_days(3)).replace(microsecond=0), midnight(in_days(3))
    with at(after - (after - midnight(last)) / 1000):
        assert city.actor(HANDLER).holds(Role.HANDLER)
    with at(before):
        assert not city.actor(HANDLER).holds(Role.HANDLER)


def test_a_post_that_ends_while_its_person_works_stops_the_next_act(city, admin):
    life = Life(city).assigned()
    handler, part = at_desk(city, HANDLER), life.part()
    address = f"/hewan/suggestions/{life.suggestion.pk}/"
    assert handler.get(address).status_code == 200
    end_post(post=post_of(city, HANDLER), until_on=in_days(-1), by=city.actor(ADMIN))
    step = f"{address}handlings/{part.pk}/receive/"
    assert send(handler, step, version=part.version).status_code == 404
    assert handler.get(address).status_code == 404
    assert life.part().state == "offered"


def test_the_last_administrator_stays(city, admin):
    post = post_of(city, ADMIN)
    url, row = f"/hewan/posts/{post.pk}/end/", f"{URL}{post.pk}/"
    for page in (
        send(admin, url, until_on=in_days(30).isoformat()),
        send(
            admin, f"{row}change/", basis="appointed", from_on="2021-12-20", until_on="2099-01-01"
        ),
        send(admin, f"{row}change/", basis="appointed", from_on=in_days(5).isoformat()),
        send(admin, f"{row}withdraw/"),
    ):
        assert page.status_code == 409 and "没有系统管理员" in text(page)
    post.refresh_from_db()
    assert post.until_on is None and not post.is_void and post.version == 0


def test_with_another_administrator_one_may_go(city, admin):
    center = city.bodies["hewan", "信息中心"]
    ends = {"body": center, "role": Role.ADMINISTRATOR, "by": city.actor(ADMIN)}
    give_post(user=city.users["单禾"], from_on=in_days(10), **ends)
    post = post_of(city, ADMIN)
    with pytest.raises(Refused):
        end_post(post=post, until_on=in_days(8), by=city.actor(ADMIN))
    end_post(post=Post.objects.get(pk=post.pk), until_on=in_days(9), by=city.actor(ADMIN))
    post.refresh_from_db()
    assert post.until_on == in_days(9)


def test_undoing_the_second_administrator_is_refused_when_the_first_is_gone(city, admin):
    center = city.bodies["hewan", "信息中心"]
    second = give_post(
        user=city.users["单禾"],
        body=center,
        role=Role.ADMINISTRATOR,
        from_on=today(),
        by=city.actor(ADMIN),
    )
    end_post(post=post_of(city, ADMIN), until_on=today(), by=city.actor("单禾"))
    seq = Event.objects.get(action="congress.give_post", subject_id=second.pk).seq
    page = send(at_desk(city, "单禾"), f"{URL}{second.pk}/undo/{seq}/", version=0)
    assert page.status_code == 409
    second.refresh_from_db()
    assert not second.is_void


def test_what_administrators_take_for_themselves_the_chairpersons_hear(city, admin):
    office = city.bodies["hewan", "代表工作委员会"]
    typed = {"user": "gaojun", "body": office.pk, "role": Role.DEPUTIES_OFFICE}
    send(admin, f"{URL}enter/", basis="appointed", from_on=today().isoformat(), **typed)
    event = Event.objects.get(action="congress.give_own_post")
    told = set(Outbox.objects.filter(event_id=event.pk).values_list("user_id", flat=True))
    assert told == {city.users["贺川平"].pk, city.users["仇满仓"].pk}


def test_another_administrator_hears_whichever_way_a_post_was_taken(city, session_to_come):
    by, center = city.actor(ADMIN), city.bodies["hewan", "信息中心"]
    give_post(user=city.users["单禾"], body=center, role=Role.ADMINISTRATOR, from_on=today())
    office = city.bodies["hewan", "代表工作委员会"]
    ways = {"user": city.users[ADMIN], "body": office, "by": by}
    own = give_post(role=Role.DEPUTIES_OFFICE, from_on=today(), **ways)
    change_post(post=own, values={"until_on": in_days(3)}, by=by)
    congress, me = city.congresses["hewan"], city.users[ADMIN]
    posts = [post_of(city, HANDLER)]
    hand_over(congress=congress, posts=posts, new=me, from_on=in_days(1), by=by)
    borrowed = [Borrowed(me, city.bodies["hewan", "办公室秘书科"], Role.SESSION_DESK)]
    borrow(session=session_to_come, people=borrowed, from_on=today(), by=by)
    heard = Outbox.objects.filter(user_id=city.users["单禾"].pk).values_list("event_id", flat=True)
    actions = Event.objects.filter(pk__in=heard).order_by("pk").values_list("action", flat=True)
    given = "congress.give_own_post"
    assert list(actions) == [given, "congress.change_own_post", given, given]


def test_undoing_an_end_brings_back_who_stood_in(city, admin):
    post, by = post_of(city, HANDLER), city.actor(ADMIN)
    days = {"from_on": today(), "until_on": in_days(9)}
    stand_in(posts=[post], user=city.users[HEAD], by=by, **days)
    end_post(post=post, until_on=in_days(2), by=by)
    seq = Event.objects.get(action="congress.end_post").seq
    post.refresh_from_db()
    page = send(admin, f"{URL}{post.pk}/undo/{seq}/", version=post.version)
    assert page.status_code == 302
    assert Post.objects.get(stands_in_for=post).until_on == in_days(9)


def test_undoing_a_handover_takes_the_post_back_from_the_successor(city, admin):
    post, by = post_of(city, HANDLER), city.actor(ADMIN)
    new, congress = city.users["单禾"], city.congresses["hewan"]
    hand_over(congress=congress, posts=[post], new=new, from_on=in_days(1), by=by)
    seq = Event.objects.get(action="congress.hand_over_post").seq
    page = send(admin, f"{URL}{post.pk}/undo/{seq}/", version=post.version)
    assert page.status_code == 302
    post.refresh_from_db()
    assert post.until_on is None
    assert not new.posts.filter(body=post.body, role=post.role, is_void=False).exists()


def test_hostile_words_are_shown_as_words(city, admin):
    for typed in ("<script>alert(1)</script>", "'; drop table post; --", "\u202e管理员", "𠮷" * 30):
        page = send(admin, f"{URL}enter/", user=typed, body="9" * 30, role=typed, from_on=typed)
        assert page.status_code == 422
        assert "<script>alert" not in text(page)
        assert admin.get(f"{URL}?q={typed}&show={typed}").status_code == 200


def test_the_organs_other_people_see_no_register(city):
    assert at_desk(city, HANDLER).get(URL).status_code == 404
    assert at_desk(city, CLERK).get(URL).status_code == 200
    assert at_desk(city, CLERK).get(f"{URL}new/").status_code == 404


def test_an_administrator_above_keeps_posts_below(city, admin):
    presidium = city.bodies["langwan", "主席团"]
    typed = {"user": "baiyueqi", "body": presidium.pk, "role": Role.ADMINISTRATOR}
    typed |= {"basis": "appointed", "from_on": today().isoformat()}
    page = send(admin, "/langwan/registers/posts/enter/", **typed)
    assert page.status_code == 302
    assert HOUSING not in text(admin.get("/langwan/registers/posts/new/"))
    below = at_desk(city, CLERK)
    assert below.get("/langwan/accounts/").status_code == 200
    assert below.get("/linwan/accounts/").status_code == 403, "not beside and not above"
