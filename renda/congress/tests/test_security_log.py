"""The security log: least privilege, and looking is an entry itself."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from renda.accounts.models import SecurityEntry
from renda.accounts.security import Kind, record
from renda.congress import security
from renda.congress.roles import Role
from renda.congress.staffing import end_post, give_post
from renda.congress.tests.desk import (
    ADMIN,
    BOTH,
    CLERK,
    HANDLER,
    at_desk,
    in_days,
    midnight,
    post_of,
    send,
    text,
)
from renda.kernel.moment import at, now, today

pytestmark = pytest.mark.django_db
LOG = "/hewan/security-log/"


def entry(path, user=None, kind=Kind.REFUSED, **more):
    request = RequestFactory().get(path, HTTP_USER_AGENT="Mozilla Windows Chrome")
    return record(request, kind, user, **more)


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


@pytest.fixture
def town(city):
    """The town's own administrator."""
    give_post(
        user=city.users["段五宝"],
        body=city.bodies["langwan", "主席团"],
        role=Role.ADMINISTRATOR,
        from_on=today(),
    )
    return at_desk(city, "段五宝")


def looked(client, slug="hewan", **asked):
    asked = {"from_on": in_days(-6).isoformat(), "until_on": today().isoformat(), **asked}
    return send(client, f"/{slug}/security-log/look/", **asked)


def readable(city, slug="hewan"):
    return set(security.readable(city.congresses[slug]))


def test_nothing_is_shown_before_one_looks_and_the_look_is_an_entry(city, admin):
    entry("/hewan/desk/", city.users[CLERK])
    assert "<table" not in text(admin.get(LOG))
    before = SecurityEntry.objects.filter(kind=Kind.LOOK).count()
    page = text(looked(admin))
    assert "白玥琪" in page and "/hewan/desk/" in page
    (mine,) = SecurityEntry.objects.filter(kind=Kind.LOOK)[before:]
    assert mine.user_id == city.users[ADMIN].pk and today().isoformat() in mine.detail


def test_a_look_names_whom_by_number_only(city, admin):
    looked(admin, person="baiyueqi")
    detail = SecurityEntry.objects.filter(kind=Kind.LOOK).latest("pk").detail
    assert f"#{city.users[CLERK].pk}" in detail and "白玥琪" not in detail


def test_what_happened_on_our_pages_is_ours_whoever_it_was(city):
    ours = entry("/hewan/desk/", city.users["段五宝"])
    theirs = entry("/langwan/desk/", city.users["段五宝"])
    assert ours in readable(city) and theirs not in readable(city)
    assert theirs in readable(city, "langwan")


def test_a_persons_pages_elsewhere_are_elsewheres(city):
    user = city.users[BOTH]
    here, there = entry("/hewan/desk/", user), entry("/langwan/desk/", user)
    door = entry("/accounts/login/", user, Kind.SIGN_IN)
    assert readable(city) & {here, there, door} == {here, door}
    assert readable(city, "langwan") & {here, there, door} == {there, door}


def test_whoever_left_is_followed_no_further(city):
    door = entry("/accounts/login/", city.users[HANDLER], Kind.SIGN_IN)
    page = entry("/hewan/desk/", city.users[HANDLER])
    assert {door, page} <= readable(city)
    end_post(post=post_of(city, HANDLER), until_on=in_days(-1), by=city.actor(ADMIN))
    assert readable(city) & {door, page} == {page}


def test_names_that_nobody_has_are_for_the_highest_congress_only(city, town):
    tried = entry("/accounts/login/", None, Kind.SIGN_IN_FAILED, who="root")
    assert tried in readable(city) and tried not in readable(city, "langwan")
    assert ">未知<" in text(looked(at_desk(city, ADMIN)))
    assert ">未知<" not in text(looked(town, "langwan"))


def test_somebody_of_elsewhere_stays_without_a_name(city, admin):
    entry("/hewan/registers/", city.users["段五宝"])
    page = text(looked(admin))
    assert "其他人大的人员" in page and "段五宝" not in page


def test_it_is_narrowed_by_person_kind_and_day(city, admin):
    entry("/hewan/one/", city.users[CLERK])
    entry("/hewan/two/", city.users[HANDLER])
    entry("/hewan/three/", city.users[CLERK], Kind.SIGN_IN)
    with at(now() - timedelta(days=3)):
        entry("/hewan/four/", city.users[CLERK])
    shown = text(looked(admin, person="baiyueqi", kind=Kind.REFUSED))
    assert (
        "/one/" in shown and "/four/" in shown and "/two/" not in shown and "/three/" not in shown
    )
    shown = text(looked(admin, from_on=in_days(-1).isoformat()))
    assert "/one/" in shown and "/four/" not in shown


def test_a_day_goes_from_midnight_to_midnight_in_beijing(city, admin):
    first, second = midnight(in_days(-2)), midnight(in_days(-1))
    for moment, path in ((first, "a"), (second - timedelta(seconds=1), "b"), (second, "c")):
        with at(moment):
            entry(f"/hewan/{path}/", city.users[CLERK])
    day = in_days(-2).isoformat()
    shown = text(looked(admin, from_on=day, until_on=day))
    assert "/hewan/a/" in shown and "/hewan/b/" in shown and "/hewan/c/" not in shown


def test_pages_of_the_list_are_looks_of_their_own(city, admin):
    for n in range(60):
        entry(f"/hewan/n{n:02d}/", city.users[CLERK])
    first = text(looked(admin, kind=Kind.REFUSED))
    assert "/n59/" in first and "/n00/" not in first and "下一页" in first
    second = text(looked(admin, kind=Kind.REFUSED, page="2"))
    assert "/n00/" in second and "/n59/" not in second
    assert SecurityEntry.objects.filter(kind=Kind.LOOK).count() == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"person": "nobody"},
        {"person": "duanwubao"},
        {"kind": "x"},
        {"from_on": "x"},
        {"from_on": "2026-02-02", "until_on": "2026-02-01"},
        {"page": "-1"},
    ],
)
def test_a_wrong_question_shows_and_records_nothing(city, admin, asked):
    entry("/hewan/one/", city.users[CLERK])
    page = looked(admin, **asked)
    assert page.status_code == 422 and "/one/" not in text(page)
    assert not SecurityEntry.objects.filter(kind=Kind.LOOK).exists()


def test_only_whoever_keeps_accounts_comes_here(city):
    for who in (CLERK, HANDLER, "贺川平", "乌仁托娅"):
        assert at_desk(city, who).get(LOG).status_code == 403
        assert looked(at_desk(city, who)).status_code == 403


def test_it_asks_as_often_for_many_as_for_few(city, admin, django_assert_max_num_queries):
    for n in range(40):
        entry(f"/hewan/{n}/", city.users[CLERK if n % 2 else HANDLER])
    with django_assert_max_num_queries(16):
        looked(admin)
