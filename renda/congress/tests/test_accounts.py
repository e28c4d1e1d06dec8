"""Accounts of a congress: who is on the list, what is shown, what an administrator may do."""

import pytest

from renda.accounts.actions import close_account, create_user
from renda.accounts.models import Invitation, OneTimeCode, SecurityEntry, User
from renda.congress.belonging import holdings_of, keepers, people_of
from renda.congress.models import Post
from renda.congress.roles import Role
from renda.congress.staffing import end_post, give_post
from renda.congress.tests.desk import (
    ADMIN,
    BOTH,
    CLERK,
    HANDLER,
    at_desk,
    in_days,
    post_of,
    send,
    text,
)
from renda.deputies.models import Assistant
from renda.kernel.moment import now, today
from renda.kernel.trail.models import Event
from tests.life import Life

pytestmark = pytest.mark.django_db
LIST = "/hewan/accounts/"


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


def do(admin, user, what, slug="hewan", **typed):
    return send(admin, f"/{slug}/accounts/{user.pk}/do/{what}/", **typed)


def names(admin, query=""):
    return text(admin.get(f"{LIST}{query}"))


def keeper(city, name):
    user = city.users[name]
    kept = keepers(holdings_of([user.pk]), [user.pk])
    return {c.pk: slug for slug, c in city.congresses.items()}.get(kept.get(user.pk))


def test_whoever_holds_something_is_on_the_list_and_nobody_else(city, admin):
    page = names(admin)
    for name in (CLERK, HANDLER, "乌仁托娅", BOTH):
        assert name.replace("单禾", "单　禾") in page
    assert "段五宝" not in page and "苗青禾" not in page, "they hold nothing here"
    assert "路灯" not in page


def test_an_assistant_is_here_too(city, admin):
    user = create_user(username="zhuli", name="范知秋")
    assert user not in people_of(city.congresses["hewan"].pk)
    Assistant.objects.create(mandate=city.mandates["hewan", "秦二柱"], user=user, from_on=today())
    assert user in people_of(city.congresses["hewan"].pk)
    assert "代表助手" in names(admin, "?q=zhuli")


def test_it_is_searched_by_name_user_name_and_whole_number(city, admin):
    for word in ("白玥", "BaiYue", "139 0000 0001", "+8613900000001"):
        assert "白玥琪" in names(admin, f"?q={word.replace('+', '%2B')}"), word
    assert "白玥琪" not in names(admin, "?q=0001"), "a number is found whole or not at all"
    assert "没有符合条件的人员" in names(admin, "?q=查无此人")


def test_chips_narrow_the_list(city, admin):
    for user in User.objects.all():
        user.last_login = now()
        user.save()
    fresh = create_user(username="xin", name="万和平", congress_id=city.congresses["hewan"].pk)
    assert "万和平" in names(admin, "?show=never") and "白玥琪" not in names(admin, "?show=never")
    assert "万和平" in names(admin, "?show=no_post") and "白玥琪" not in names(
        admin, "?show=no_post"
    )
    assert "万和平" not in names(admin, "?show=invited")
    do(admin, fresh, "invite")
    assert "万和平" in names(admin, "?show=invited")
    do(admin, city.users[CLERK], "close", reason="调离")
    assert "白玥琪" in names(admin, "?show=closed") and "白玥琪" not in names(
        admin, "?show=no_factor"
    )
    assert "万和平" in names(admin, "?show=nonsense")


def test_the_page_shows_days_and_no_content(city, admin):
    Life(city, title="关于修复某路路灯的建议").assigned()
    user = city.users[CLERK]
    user.last_login = now()
    user.save()
    page = text(admin.get(f"{LIST}{user.pk}/"))
    assert "尾号 0001" in page and "13900000001" not in page
    assert "代表工作委员会" in page and "路灯" not in page
    assert f"{now():%H:%M}" not in page.partition("<main")[2].partition("账号办理记录")[0]


def test_an_invitation_prints_its_slip_once(city, admin):
    user = create_user(username="xin", name="万和平", congress_id=city.congresses["hewan"].pk)
    form = {"key": "k" * 24}
    url = f"{LIST}{user.pk}/do/invite/"
    slip = admin.post(url, form)
    assert slip.status_code == 200 and "xin" in text(slip) and "no-store" in slip["Cache-Control"]
    again = admin.post(url, form)
    assert again.status_code == 409 and "只显示一次" in text(again)
    assert Invitation.objects.count() == 1
    assert Event.objects.filter(action="accounts.invite", subject_id=user.pk).count() == 1
    assert "待开通" in text(admin.get(f"{LIST}{user.pk}/"))


def test_each_act_is_done_and_stands_in_the_history(city, admin):
    user = city.users[CLERK]
    user.set_password("Hewan-2026-qiu")
    user.save()
    assert do(admin, user, "code").status_code == 200 and OneTimeCode.objects.count() == 1
    do(admin, user, "name", name="白玥祺")
    do(admin, user, "phone", phone="139 0000 7777")
    do(admin, user, "username", username="baiyueqi2")
    do(admin, user, "close", reason="调离")
    user.refresh_from_db()
    assert (user.name, user.phone_tail, user.username) == ("白玥祺", "7777", "baiyueqi2")
    assert not user.is_active
    do(admin, user, "open", reason="调回")
    page = text(admin.get(f"{LIST}{user.pk}/"))
    for said in (
        "发出一次性登录码",
        "更正姓名",
        "更改手机号",
        "停用账号",
        "调离",
        "恢复账号",
        "调回",
    ):
        assert said in page
    assert "baiyueqi → baiyueqi2" in page and "13900007777" not in page


def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(city, admin):
    user = city.users[CLERK]
    page = do(admin, user, "close", reason="")
    assert page.status_code == 422
    page = do(admin, user, "username", username="shanhe")
    assert page.status_code == 409 and 'value="shanhe"' in text(page)
    page = do(admin, user, "phone", phone="12345")
    assert page.status_code == 409 and "11" in text(page)
    assert do(admin, user, "reset", reason="遗失").status_code == 409, "there is none to take away"
    assert do(admin, user, "fly").status_code == 404
    user.refresh_from_db()
    assert user.is_active and user.username == "baiyueqi"


def test_a_user_name_is_never_given_twice(city, admin):
    do(admin, city.users[CLERK], "username", username="baiyueqi2")
    page = do(admin, city.users["单禾"], "username", username="baiyueqi")
    assert page.status_code == 409 and "曾由他人使用" in text(page)
    page = send(admin, f"{LIST}make/", name="万和平", username="baiyueqi", from_on="2026-01-01")
    assert page.status_code == 409 and not User.objects.filter(name="万和平").exists()
    assert do(admin, city.users[CLERK], "username", username="baiyueqi").status_code == 302


def test_nobody_takes_over_their_own_account(city, admin):
    own = city.users[ADMIN]
    own.set_password("Hewan-2026-qiu")
    own.save()
    admin.force_login(own)
    for what in ("code", "close", "reset"):
        assert do(admin, own, what, reason="试").status_code == 409, what
    assert not OneTimeCode.objects.exists()
    page = text(admin.get(f"{LIST}{own.pk}/"))
    assert "do/close" not in page and "do/name" in page


def test_closing_the_last_administrator_is_refused(city, admin):
    center = city.bodies["hewan", "信息中心"]
    second = city.users["单禾"]
    give_post(
        user=second, body=center, role=Role.ADMINISTRATOR, from_on=today(), until_on=in_days(9)
    )
    page = do(at_desk(city, "单禾"), city.users[ADMIN], "close", reason="离职")
    assert page.status_code == 409 and "没有系统管理员" in text(page)
    assert User.objects.get(pk=city.users[ADMIN].pk).is_active


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


def test_an_account_of_nowhere_is_not_found(city, admin):
    stranger = create_user(username="waimian", name="外面人")
    assert admin.get(f"{LIST}{stranger.pk}/").status_code == 404
    assert do(admin, stranger, "name", name="x").status_code == 404
    assert admin.get(f"{LIST}{city.users['段五宝'].pk}/").status_code == 404


def test_a_closed_account_signs_in_nowhere_and_its_posts_stand(city, admin):
    handler = at_desk(city, HANDLER)
    do(admin, city.users[HANDLER], "close", reason="停职")
    assert handler.get("/hewan/desk/").status_code == 302
    assert Post.objects.held_on(today()).filter(user=city.users[HANDLER]).count() == 1


def test_the_list_asks_as_often_for_many_as_for_few(city, admin, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):
        admin.get(LIST)
    for n in range(30):
        create_user(username=f"xin{n}", name=f"新{n}", congress_id=city.congresses["hewan"].pk)
    with django_assert_max_num_queries(24):
        admin.get(LIST)


def test_closing_leaves_no_session_and_no_entry_of_content(city, admin):
    before = SecurityEntry.objects.filter(kind="look").count()
    admin.get(f"{LIST}{city.users[CLERK].pk}/")
    assert SecurityEntry.objects.filter(kind="look").count() == before
    close_account(
        user=city.users[CLERK],
        reason="试",
        congress_id=city.congresses["hewan"].pk,
        by=city.actor(ADMIN),
    )
    assert "已停用" in names(admin, "?q=baiyueqi")
