"""Which congress keeps an account."""

import pytest

from renda.accounts.actions import create_user
from renda.congress.belonging import holdings_of, keepers
from renda.congress.roles import Role
from renda.congress.staffing import end_post, give_post
from renda.congress.tests.desk import (
    ADMIN,
    BOTH,
    CLERK,
    HANDLER,
    at_desk,
    do,
    in_days,
    names,
    post_of,
    send,
    text,
)
from renda.kernel.moment import now, today

pytestmark = pytest.mark.django_db
LIST = "/hewan/accounts/"


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


def keeper(city, name):
    user = city.users[name]
    kept = keepers(holdings_of([user.pk]), [user.pk])
    return {c.pk: slug for slug, c in city.congresses.items()}.get(kept.get(user.pk))


@pytest.mark.parametrize(
    ("name", "slug"),
    [(CLERK, "hewan"), (BOTH, "hewan"), ("那仁格日勒图", "hewan"), ("段五宝", "langwan")],
)
def test_the_highest_congress_keeps_an_account(city, name, slug):
    assert keeper(city, name) == slug


def test_two_neighbours_leave_it_to_the_one_above(city):
    for slug in ("linwan", "zhongchuan"):
        give_post(
            user=city.users["段五宝"],
            body=city.bodies[slug, "信息中心"],
            role=Role.MEETINGS_OFFICE,
            from_on=today(),
        )
    end_post(
        post=city.users["段五宝"].posts.get(body__congress__slug="langwan"),
        until_on=in_days(-1),
        by=city.actor(ADMIN, "langwan"),
    )
    assert keeper(city, "段五宝") == "hewan", "the city stands above both and has an administrator"


def test_whoever_left_is_kept_where_they_were_last(city, admin):
    end_post(post=post_of(city, HANDLER), until_on=in_days(-1), by=city.actor(ADMIN))
    assert keeper(city, HANDLER) == "hewan"
    assert "已无职务" in names(admin, "?q=haoyannan")


def test_borrowing_from_above_makes_nobody_the_keeper(city):
    """Made by the city, without a post so far: the district borrows, the city keeps."""
    hewan, center = city.congresses["hewan"], city.bodies["linwan", "信息中心"]
    city.users["戚塔"] = user = create_user(username="qita", name="戚塔", congress_id=hewan.pk)
    give_post(user=user, body=center, role=Role.MEETINGS_OFFICE, from_on=today())
    assert keeper(city, "戚塔") == "hewan"
    user.set_password("geheim-und-lang-genug")
    user.save()
    assert keeper(city, "戚塔") == "hewan", "between two posts above nobody is let in from below"


def test_a_neighbour_keeps_what_it_made_until_somebody_came_in(city):
    linwan, center = city.congresses["linwan"], city.bodies["zhongchuan", "信息中心"]
    city.users["戚塔"] = user = create_user(username="qita", name="戚塔", congress_id=linwan.pk)
    give_post(user=user, body=center, role=Role.MEETINGS_OFFICE, from_on=today())
    assert keeper(city, "戚塔") == "hewan"
    user.set_password("geheim-und-lang-genug")
    user.save()
    assert keeper(city, "戚塔") == "zhongchuan", "whoever works there is not let in by a neighbour"


def test_the_lower_congress_ends_posts_and_does_not_touch_the_account(city):
    give_post(
        user=city.users["单禾"],
        body=city.bodies["langwan", "主席团"],
        role=Role.ADMINISTRATOR,
        from_on=today(),
    )
    town, liu = at_desk(city, "单禾"), city.users[BOTH]
    page = text(town.get(f"/langwan/accounts/{liu.pk}/"))
    assert "河湾市人大" in page and "do/close" not in page
    for what in ("close", "code", "reset", "username", "phone", "name", "invite", "open"):
        refused = do(town, liu, what, slug="langwan", reason="试", name="x", username="x")
        assert refused.status_code == 409 and "河湾市人大" in text(refused), what
    post = liu.posts.get(body__congress__slug="langwan")
    ended = send(town, f"/langwan/posts/{post.pk}/end/", until_on=in_days(3).isoformat())
    assert ended.status_code == 302


def test_of_whoever_went_elsewhere_only_the_name_is_left(city, admin):
    user = city.users["段五宝"]
    user.phone, user.last_login = "13900004321", now()
    user.save()
    post = give_post(
        user=user,
        body=city.bodies["hewan", "信息中心"],
        role=Role.MEETINGS_OFFICE,
        from_on=in_days(-9),
    )
    end_post(post=post, until_on=in_days(-1), by=city.actor(ADMIN))
    for page in (names(admin, "?q=duanwubao"), text(admin.get(f"{LIST}{user.pk}/"))):
        assert "段五宝" in page and "4321" not in page
        assert "最近登录</dt>" not in page
