"""New accounts: one, or a list from a spreadsheet; all or nothing; slips once."""

import pytest

from renda.accounts.models import Invitation, User
from renda.congress.forms import pasted
from renda.congress.models import Post
from renda.congress.roles import Role
from renda.congress.tests.desk import ADMIN, at_desk, send, text
from renda.deputies.cast import HOUSING
from renda.kernel.moment import today
from renda.kernel.trail.models import Event
from tests.hostile.text import PIECES

pytestmark = pytest.mark.django_db
SHEET = (
    "姓名\t用户名\t手机号\t机构\t职务\n"
    f"万和平\twanheping\t139 0000 3001\t{HOUSING}\t承办单位经办人\n"
    "乔云\t\t\t市公安局\t承办单位经办人\n"
    "额尔敦巴特尔，13900003003，市教育局，承办单位主要负责人\n\n"
    "𠮷田堃\n"
)


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


def many(admin, people, **more):
    typed = {"people": people, "from_on": today().isoformat(), **more}
    return send(admin, "/hewan/accounts/make-many/", **typed)


def one(admin, **typed):
    return send(admin, "/hewan/accounts/make/", from_on=today().isoformat(), **typed)


def test_a_list_makes_accounts_posts_and_slips(city, admin):
    page = many(admin, SHEET)
    assert page.status_code == 200
    made = {
        u.name: u
        for u in User.objects.filter(name__in=["万和平", "乔云", "额尔敦巴特尔", "𠮷田堃"])
    }
    assert len(made) == 4 and made["万和平"].username == "wanheping"
    assert made["万和平"].phone_tail == "3001" and made["额尔敦巴特尔"].phone_tail == "3003"
    assert {u.username for u in made.values()} == {"wanheping", "hewan001", "hw003001", "hw004001"}
    roles = dict(Post.objects.filter(user__in=made.values()).values_list("user__name", "role"))
    assert roles == {"万和平": "handler", "乔云": "handler", "额尔敦巴特尔": "handler_head"}
    assert Invitation.objects.count() == 4 and "𠮷田堃" in text(page)
    assert Event.objects.filter(action="accounts.create_user").count() == 4


def test_user_names_are_made_up_from_the_bodys_number(city, admin):
    police, school = city.organ("市公安局"), city.organ("市教育局")
    police.code, school.code = "GA", "31"
    police.save()
    school.save()
    User.objects.create(username="ga001", name="早已有")
    many(
        admin,
        "万和平\t市公安局\t承办单位经办人\n乔云\t市教育局\t承办单位经办人\n佟雪\t市公安局\t承办单位经办人",
    )
    got = User.objects.filter(name__in=["万和平", "乔云", "佟雪"]).order_by("pk")
    assert [u.username for u in got] == ["ga002", "hewan-31-001", "ga003"]


def test_the_same_list_twice_prints_once_and_makes_once(city, admin):
    form = {"key": "k" * 24, "people": "万和平\n乔云", "from_on": today().isoformat()}
    first = admin.post("/hewan/accounts/make-many/", form)
    again = admin.post("/hewan/accounts/make-many/", form)
    assert first.status_code == 200 and again.status_code == 409
    assert "只显示一次" in text(again) and User.objects.filter(name="乔云").count() == 1
    fresh = many(admin, "万和平\n乔云")
    assert fresh.status_code == 422 and "hewan001" in text(fresh), "sent anew it is asked about"


def test_body_and_role_hold_for_lines_that_name_none(city, admin):
    many(admin, "万和平\n乔云", body=city.organ("市公安局").pk, role=Role.HANDLER)
    assert Post.objects.filter(body=city.organ("市公安局"), from_on=today()).count() == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("万和平\t1390000", "不是手机号"),
        ("万和平\t某某局", "不是手机号"),
        ("万和平\thaoyannan", "没有这个"),
        ("白玥琪\tbaiyueqi", "已有账号"),
        ("白玥琪", "baiyueqi"),
        ("某某\t13900000001", "不是这个姓名"),
        ("万和平\t市公安局", "都不选"),
        ("万和平\t市公安局\t主任", "没有这个职务"),
        ("万和平\t市公安局\t市教育局", "多余"),
        ("万和平\n万和平", "多次出现"),
        ("万和平\tabc\n乔云\tabc", "出现在多行"),
        ("万和平\t有 空格\t承办单位经办人", "不是手机号"),
        ("", "没有人"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_and_nothing_is_made(city, admin, line, why):
    before = User.objects.count()
    page = many(admin, f"佟雪\n{line}" if line else line)
    assert page.status_code == 422
    if why != "没有这个":
        assert why in text(page), text(page).partition("error")[2][:600]
    assert User.objects.count() == before and not Invitation.objects.exists()


def test_too_many_at_once_are_refused(city, admin):
    page = many(admin, "\n".join(f"某人{n}号" for n in range(pasted.MOST + 1)))
    assert page.status_code == 422 and "最多 300 人" in text(page)


def test_one_account_with_a_post(city, admin):
    typed = {"name": "万和平", "username": "WanHePing", "phone": "139-0000-3001"}
    typed |= {"body": city.organ("市公安局").pk, "role": Role.HANDLER}
    page = one(admin, **typed)
    user = User.objects.get(name="万和平")
    assert page.status_code == 200 and user.username == "wanheping"
    assert user.posts.get().role == Role.HANDLER and not user.has_usable_password()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"name": ""}, 422),
        ({"name": "万和平", "username": "haoyannan"}, 409),
        ({"name": "万和平", "username": "13900009999"}, 409),
        ({"name": "万和平", "username": "有 空格"}, 409),
        ({"name": "万和平", "phone": "13900000001"}, 409),
        ({"name": "万和平", "phone": "12"}, 409),
        ({"name": "万和平", "role": "handler"}, 422),
        ({"name": "万" * 81}, 422),
    ],
)
def test_a_wrong_account_is_not_made(city, admin, typed, code):
    page = one(admin, **typed)
    assert page.status_code == code
    assert not User.objects.filter(name__startswith="万").exists()


def test_two_administrators_make_the_same_account_and_the_second_is_told(city, admin):
    assert one(admin, name="万和平", username="wan").status_code == 200
    page = one(admin, name="万和平", username="wan")
    assert page.status_code == 409 and "使用" in text(page)


def test_hostile_text_harms_nobody(city, admin):
    for nasty in PIECES:
        page = many(admin, f"{nasty}\t{nasty}\n{nasty}")
        assert page.status_code in (200, 409, 422), nasty
        assert "<script>alert" not in text(page)
        assert one(admin, name=nasty, username=nasty, phone=nasty).status_code in (200, 409, 422)


@pytest.mark.parametrize("name", ["佟\u3000雪", "佟 雪", "佟  雪", " 佟\u3000\u3000雪"])
def test_a_name_of_two_that_is_set_wide_is_one_name(city, admin, name):
    assert many(admin, f"{name}\t市公安局\t承办单位经办人").status_code == 200
    assert User.objects.filter(name="佟雪").exists()


def test_a_long_list_asks_no_more_often_than_a_short_one(city, django_assert_max_num_queries):
    congress = city.congresses["hewan"]
    for many in (2, 60):
        lines, _faults = pasted.read(
            "\n".join(f"佟{n}\tu{n}x\t1390000{n:04d}" for n in range(many)), congress
        )
        with django_assert_max_num_queries(4):
            pasted.find_known(lines, congress)
