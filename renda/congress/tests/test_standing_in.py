"""Standing in while somebody is away: from day to day, under one's own name."""

import pytest

from renda.congress.models import Post
from renda.congress.roles import Basis, Role
from renda.congress.staffing import change_post, end_post, end_stand_in, give_post, stand_in
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
from renda.kernel.clock.rules import set_local_rule
from renda.kernel.clock.spans import Days
from renda.kernel.moment import at, today
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.suggestions import handling
from tests.life import Life

pytestmark = pytest.mark.django_db
MINE = "/hewan/posts/mine/"


def asked(post, user, first=0, last=5):
    days = {"from_on": in_days(first).isoformat(), "until_on": in_days(last).isoformat()}
    return {"posts": [post.pk], "user": user, **days}


def let(city, who, user, first=0, last=5):
    return send(
        at_desk(city, who), f"{MINE}stand-in/", **asked(post_of(city, who), user, first, last)
    )


def the_stand_in(city, name):
    return Post.objects.get(user=city.users[name], basis=Basis.STANDING_IN)


def test_a_colleague_stands_in_and_both_are_told(city):
    assert let(city, HANDLER, "kongkun").status_code == 302
    post = the_stand_in(city, HEAD)
    assert (post.role, post.body) == (Role.HANDLER, city.organ(HOUSING))
    assert post.stands_in_for == post_of(city, HANDLER)
    event = Event.objects.get(action="congress.stand_in")
    told = Outbox.objects.filter(event_id=event.pk).values_list("user_id", flat=True)
    assert list(told) == [city.users[HEAD].pk], "the one away did it"
    assert "孔堃" in text(at_desk(city, HANDLER).get(MINE))
    assert "代郝雁南" in text(at_desk(city, HEAD).get(MINE))


def test_the_stand_in_acts_and_the_trail_names_the_stand_in(city):
    life = Life(city).assigned()
    outsider = city.users["单禾"]
    days = {"from_on": today(), "until_on": in_days(2)}
    stand_in(posts=[post_of(city, HANDLER)], user=outsider, by=city.actor(ADMIN), **days)
    handling.receive(life.part(), by=city.actor("单禾"))
    event = Event.objects.get(action="handlings.receive", subject_id=life.part().pk)
    assert event.actor_id == outsider.pk
    assert "单禾" in text(at_desk(city, CLERK).get(f"/hewan/suggestions/{life.suggestion.pk}/"))


def test_it_begins_and_ends_by_itself(city):
    let(city, HANDLER, "kongkun", first=2, last=4)
    for day, holds in ((1, False), (2, True), (4, True), (5, False)):
        with at(midnight(in_days(day))):
            assert city.actor(HEAD).holds(Role.HANDLER) is holds, day


@pytest.mark.parametrize("who", [HANDLER, HEAD, ADMIN])
def test_it_ends_at_once_by_either_or_the_administrator(city, who):
    days = {"from_on": today(), "until_on": in_days(9)}
    stand_in(posts=[post_of(city, HANDLER)], user=city.users[HEAD], by=city.actor(ADMIN), **days)
    post = the_stand_in(city, HEAD)
    assert send(at_desk(city, who), f"/hewan/posts/{post.pk}/stop/").status_code == 302
    assert not city.actor(HEAD).holds(Role.HANDLER)
    assert city.actor(HEAD).holds(Role.HANDLER_HEAD), "their own post stays"


def test_one_that_ran_for_days_keeps_its_days_when_it_ends_at_once(city):
    let(city, HANDLER, "kongkun", last=9)
    post = the_stand_in(city, HEAD)
    with at(midnight(in_days(3))):
        end_stand_in(post=post, by=city.actor(HANDLER))
        assert not city.actor(HEAD).holds(Role.HANDLER)
    post.refresh_from_db()
    assert (post.until_on, post.is_void) == (in_days(2), False)


def test_somebody_else_cannot_end_it(city):
    let(city, HANDLER, "kongkun")
    post = the_stand_in(city, HEAD)
    assert send(at_desk(city, CLERK), f"/hewan/posts/{post.pk}/stop/").status_code == 404
    own = post_of(city, HANDLER)
    assert send(at_desk(city, HANDLER), f"/hewan/posts/{own.pk}/stop/").status_code == 404


def test_nobody_lets_a_stranger_in_by_themselves(city):
    page = let(city, HANDLER, "baiyueqi")
    assert page.status_code == 422, "only colleagues are offered"
    with pytest.raises(Refused, match="不在"):
        stand_in(
            posts=[post_of(city, HANDLER)],
            user=city.users[CLERK],
            from_on=today(),
            until_on=today(),
            by=city.actor(HANDLER),
        )


@pytest.mark.parametrize("chair", ["贺川平", "仇满仓", "其其格玛"])
def test_chairs_and_administrators_need_the_administrator(city, chair):
    with pytest.raises(Refused, match="系统管理员登记"):
        stand_in(
            posts=[post_of(city, chair)],
            user=city.users["贺川平" if chair != "贺川平" else "仇满仓"],
            from_on=today(),
            until_on=today(),
            by=city.actor(chair),
        )
    url = f"/hewan/accounts/{city.users[chair].pk}/stand-in/"
    page = send(at_desk(city, ADMIN), url, **asked(post_of(city, chair), "shanhe"))
    assert page.status_code == 302
    assert the_stand_in(city, "单禾").stands_in_for == post_of(city, chair)


def test_a_stand_in_for_the_administrator_does_not_count_as_one(city):
    post = post_of(city, ADMIN)
    days = {"from_on": today(), "until_on": in_days(20)}
    stand_in(posts=[post], user=city.users["单禾"], by=city.actor(ADMIN), **days)
    assert at_desk(city, "单禾").get("/hewan/accounts/").status_code == 200
    with pytest.raises(Refused, match="没有系统管理员"):
        end_post(post=post, until_on=in_days(5), by=city.actor("单禾"))


def test_a_mandate_is_no_post_and_cannot_be_stood_in_for(city):
    page = text(at_desk(city, "乌仁托娅").get(MINE))
    assert "前川旗" in page and "外出期间的代班" not in page
    sent = send(at_desk(city, "乌仁托娅"), f"{MINE}stand-in/", posts=[1], user="x")
    assert sent.status_code == 404


def test_whoever_stands_in_passes_nothing_on(city):
    let(city, HANDLER, "kongkun")
    with pytest.raises(Refused, match="不能再请他人"):
        stand_in(
            posts=[the_stand_in(city, HEAD)],
            user=city.users["单禾"],
            from_on=today(),
            until_on=today(),
            by=city.actor(ADMIN),
        )


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [(-1, 2, "不能登记过去"), (3, 1, "不能早于"), (0, 60, "最长 60 天")],
)
def test_days_must_make_sense(city, first, last, why):
    page = let(city, HANDLER, "kongkun", first, last)
    assert page.status_code in (409, 422) and why in text(page)
    assert f'value="{in_days(last).isoformat()}"' in text(page)


def test_the_longest_time_is_a_rule_of_the_place(city):
    congress = city.congresses["hewan"]
    set_local_rule(congress_id=congress.pk, key="congress.stand_in", span=Days(90))
    assert let(city, HANDLER, "kongkun", last=89).status_code == 302


def test_not_on_days_on_which_the_post_is_not_held(city):
    end_post(post=post_of(city, HANDLER), until_on=in_days(3), by=city.actor(ADMIN))
    page = let(city, HANDLER, "kongkun", last=5)
    assert page.status_code == 409 and "不全在任职期内" in text(page)


def test_it_ends_with_the_post_it_stands_on(city):
    let(city, HANDLER, "kongkun", first=0, last=20)
    end_post(post=post_of(city, HANDLER), until_on=in_days(4), by=city.actor(ADMIN))
    assert the_stand_in(city, HEAD).until_on == in_days(4)
    assert Event.objects.filter(action="congress.end_stand_in").count() == 1


def test_one_that_was_to_begin_later_never_begins(city):
    let(city, HANDLER, "kongkun", first=10, last=20)
    end_post(post=post_of(city, HANDLER), until_on=in_days(4), by=city.actor(ADMIN))
    assert not Post.objects.filter(basis=Basis.STANDING_IN).exists()
    assert Post.ever().filter(basis=Basis.STANDING_IN).get().is_void


def test_whoever_holds_the_post_anyway_does_not_stand_in(city):
    give_post(
        user=city.users[HEAD], body=city.organ(HOUSING), role=Role.HANDLER, from_on=in_days(-3)
    )
    page = let(city, HANDLER, "kongkun")
    assert page.status_code == 409 and "已有这个职务" in text(page)


def test_twice_the_same_click_is_once(city):
    client, key = at_desk(city, HANDLER), "k" * 24
    form = {"key": key, **asked(post_of(city, HANDLER), "kongkun")}
    first, second = (client.post(f"{MINE}stand-in/", form) for _ in range(2))
    assert first.url == second.url
    assert Post.objects.filter(basis=Basis.STANDING_IN).count() == 1


def test_one_that_is_over_is_not_made_longer_by_ending_it(city):
    let(city, HANDLER, "kongkun", last=2)
    post = the_stand_in(city, HEAD)
    with at(midnight(in_days(6))), pytest.raises(Refused, match="已结束"):
        end_stand_in(post=post, by=city.actor(HANDLER))
    post.refresh_from_db()
    assert post.until_on == in_days(2)


def test_nobody_stands_in_for_a_post_that_is_not_held(city):
    """However the post came to end: with a seat, by an import, by an undo."""
    let(city, HANDLER, "kongkun", last=9)
    Post.objects.filter(pk=post_of(city, HANDLER).pk).update(until_on=in_days(3))
    for day, holds in ((3, True), (4, False)):
        with at(midnight(in_days(day))):
            assert city.actor(HEAD).holds(Role.HANDLER) is holds, day
    Post.objects.filter(pk=post_of(city, HANDLER).pk).update(is_void=True)
    assert not city.actor(HEAD).holds(Role.HANDLER)


def test_it_goes_with_a_post_whose_last_day_is_corrected(city):
    let(city, HANDLER, "kongkun", last=9)
    base = post_of(city, HANDLER)
    change_post(post=base, values={"until_on": in_days(3)}, by=city.actor(ADMIN))
    assert the_stand_in(city, HEAD).until_on == in_days(3)


def test_it_is_not_made_longer_than_the_post_or_the_rule_allows(city):
    let(city, HANDLER, "kongkun", last=9)
    post, admin = the_stand_in(city, HEAD), city.actor(ADMIN)
    for last in (in_days(80), None):
        with pytest.raises(Refused):
            change_post(post=post, values={"until_on": last}, by=admin)
    end_post(post=post_of(city, HANDLER), until_on=in_days(20), by=admin)
    with pytest.raises(Refused):
        change_post(post=post, values={"until_on": in_days(21)}, by=admin)


def test_a_row_that_stands_in_for_nobody_is_ended_as_a_post(city):
    let(city, HANDLER, "kongkun")
    post = the_stand_in(city, HEAD)
    Post.objects.filter(pk=post.pk).update(stands_in_for=None)
    assert send(at_desk(city, ADMIN), f"/hewan/posts/{post.pk}/stop/").status_code == 404


def test_an_administrator_who_stands_in_is_seen_by_the_others(city):
    post, admin = post_of(city, HANDLER), city.users[ADMIN]
    (made,) = stand_in(
        posts=[post], user=admin, from_on=today(), until_on=in_days(3), by=city.actor(ADMIN)
    )
    event = Event.objects.get(action="congress.stand_in_oneself", subject_id=made.pk)
    told = set(Outbox.objects.filter(event_id=event.pk).values_list("user_id", flat=True))
    assert {city.users[HANDLER].pk, city.users["贺川平"].pk} <= told and admin.pk not in told
