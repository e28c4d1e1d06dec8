"""Accounts of a congress: who is on the list, what is shown, what an administrator may do."""

import pytest

from renda.accounts.actions import close_account, create_user
from renda.accounts.models import Invitation, OneTimeCode, SecurityEntry, User
from renda.congress.belonging import people_of
from renda.congress.models import Post
from renda.congress.roles import Role
from renda.congress.staffing import give_post
from renda.congress.tests.desk import (
    ADMIN,
    BOTH,
    CLERK,
    HANDLER,
    at_desk,
    do,
    in_days,
    names,
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
