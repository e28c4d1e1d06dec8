"""The post that an office gives begins and ends with the seat, whatever is done to the seat."""

from datetime import date

import pytest

from renda.accounts.actions import create_user
from renda.congress.actions import give_post
from renda.congress.models import Post
from renda.congress.permits import leaders
from renda.congress.roles import Role
from renda.deputies import actions
from renda.deputies.cast import CITY, TOWN
from renda.deputies.models import Membership
from renda.deputies.tests.conftest import DAY
from renda.kernel.permits.actor import load
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import withdraw
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def vice(committee):
    """The vice-chairperson's seat."""
    return committee.memberships.get(person__name="其其格玛")


def posts(row):
    """The standing posts of a seat's person at its body, as (role, from, until)."""
    rows = Post.objects.filter(user=row.person.user, body=row.body)
    return sorted(rows.values_list("role", "from_on", "until_on"))


def test_whoever_takes_a_seat_has_the_role_from_that_day(committee, seated, deputy, city):
    row = seated(committee, deputy("乌仁托娅"))
    assert posts(row) == [(Role.MEMBER, DAY, None)]
    assert row.post is not None and row.post.user == city.users["乌仁托娅"]
    actor = load(city.users["乌仁托娅"], city.congresses[CITY])
    assert actor.holds(Role.MEMBER, at=committee.pk)


def test_the_cast_works_as_before(city):
    for name in ("贺川平", "其其格玛", "仇满仓"):
        assert leaders(city.actor(name)), name
    assert city.actor("刘麦霞", TOWN).holds(Role.PRESIDIUM_CHAIR)
    assert city.actor("敖日其楞").holds(Role.COMMITTEE_HEAD)


def test_the_post_ends_on_the_day_on_which_the_seat_ends(vice, clerk):
    actions.leave(membership=vice, until_on=date(2026, 9, 30), reason="退休", by=clerk)
    assert posts(vice) == [(Role.VICE_CHAIR, date(2021, 12, 20), date(2026, 9, 30))]
    assert list(faults()) == []


def test_another_office_is_another_post(vice, clerk, committee):
    actions.leave(
        membership=committee.memberships.get(person__name="贺川平"),
        until_on=date(2026, 6, 24),
        reason="调离",
    )
    actions.change_office(membership=vice, office="chair", from_on=DAY, by=clerk)
    assert posts(vice) == [
        (Role.CHAIR, DAY, None),
        (Role.VICE_CHAIR, date(2021, 12, 20), date(2026, 6, 24)),
    ]


def test_a_correction_corrects_the_post(vice, clerk):
    actions.correct_seat(vice, {"from_on": date(2022, 1, 10), "office": "member"}, by=clerk)
    assert posts(vice) == [(Role.MEMBER, date(2022, 1, 10), None)]


def test_an_office_without_a_role_takes_the_post_away(city, clerk):
    head = city.bodies[CITY, "城乡建设环境资源委员会"].memberships.get(person__name="敖日其楞")
    assert posts(head) != []
    actions.correct_seat(head, {"office": "member"}, by=clerk)
    assert posts(head) == []
    assert Membership.objects.get(pk=head.pk).post is None


def test_undoing_that_somebody_left_brings_the_post_back(vice, clerk):
    actions.leave(membership=vice, until_on=date(2026, 9, 30), reason="退休", by=clerk)
    last = history_of(vice)[0].event.seq
    undo(vice, last, congress_id=vice.congress_id, by=clerk)
    actions.follow(vice, clerk)
    assert posts(vice) == [(Role.VICE_CHAIR, date(2021, 12, 20), None)]


def test_undoing_is_refused_when_the_seat_is_taken_meanwhile(committee, clerk, seated, deputy):
    chair = committee.memberships.get(person__name="贺川平")
    actions.leave(membership=chair, until_on=date(2026, 6, 24), reason="调离", by=clerk)
    seated(committee, deputy("秦二柱"), "chair")
    undo(chair, history_of(chair)[0].event.seq, congress_id=chair.congress_id, by=clerk)
    with pytest.raises(Refused, match="秦二柱"):
        actions.follow(chair, clerk)


def test_a_seat_entered_by_mistake_takes_its_post_with_it(committee, seated, deputy, clerk):
    row = seated(committee, deputy("乌仁托娅"))
    withdraw(row, "deputies.withdraw_membership", by=clerk)
    actions.follow(row, clerk)
    assert posts(row) == []
    undo(row, history_of(row)[0].event.seq, congress_id=row.congress_id, by=clerk)
    actions.follow(row, clerk)
    assert posts(row) == [(Role.MEMBER, DAY, None)]


def test_whoever_gets_an_account_later_gets_the_posts_then(committee, seated, deputy, clerk, city):
    mandate = deputy("秦二柱")
    row = seated(committee, mandate, from_on=date(2026, 1, 19))
    over = seated(city.bodies[CITY, "五泉县代表团"], mandate, "liaison", date(2024, 1, 1))
    actions.leave(membership=over, until_on=date(2024, 12, 31), reason="换人")
    assert row.post is None
    user = create_user(username="qinerzhu", name="秦二柱", password_hash="!")
    mandate.person.user = user
    mandate.person.save()
    given = actions.posts_of_memberships(person=mandate.person, by=clerk)
    roles = {post.role for post in given}
    assert Role.MEMBER in roles and Role.DELEGATION_LIAISON not in roles, "that seat is over"
    assert posts(Membership.objects.get(pk=row.pk)) == [(Role.MEMBER, date(2026, 1, 19), None)]
    assert actions.posts_of_memberships(person=mandate.person, by=clerk) == []
    assert list(faults()) == []


def test_a_post_given_by_hand_is_taken_over_and_not_given_twice(committee, seated, deputy, city):
    user = city.users["乌仁托娅"]
    by_hand = give_post(user=user, body=committee, role=Role.MEMBER, from_on=DAY)
    row = seated(committee, deputy("乌仁托娅"))
    assert row.post == by_hand
    assert posts(row) == [(Role.MEMBER, DAY, None)]


def test_a_post_under_a_seat_is_not_withdrawn_alone(vice, clerk):
    with pytest.raises(Refused, match="成员"):
        withdraw(vice.post, "congress.withdraw_post", by=clerk, congress_id=vice.congress_id)


def test_through_the_pages_too_the_post_goes_with_the_seat(
    committee, seated, deputy, send, browser
):
    row = seated(committee, deputy("乌仁托娅"))
    url = f"/hewan/registers/memberships/{row.pk}/"
    assert send(f"{url}withdraw/", version=row.version, why="写错").status_code == 302
    assert posts(row) == []
    actions.leave(
        membership=(vice := committee.memberships.get(person__name="其其格玛")),
        until_on=date(2026, 9, 30),
        reason="退休",
    )
    page = browser.get(f"/hewan/registers/memberships/{vice.pk}/").content.decode()
    seq = page.partition("/undo/")[2].partition("/")[0]
    vice.refresh_from_db()
    send(f"/hewan/registers/memberships/{vice.pk}/undo/{seq}/", version=vice.version)
    assert posts(vice) == [(Role.VICE_CHAIR, date(2021, 12, 20), None)]


def test_an_undo_that_cannot_follow_is_not_done_at_all(committee, seated, deputy, send, browser):
    chair = committee.memberships.get(person__name="贺川平")
    actions.leave(membership=chair, until_on=date(2026, 6, 24), reason="调离")
    seated(committee, deputy("秦二柱"), "chair")
    url = f"/hewan/registers/memberships/{chair.pk}/"
    seq = browser.get(url).content.decode().partition("/undo/")[2].partition("/")[0]
    chair.refresh_from_db()
    page = send(f"{url}undo/{seq}/", version=chair.version)
    assert page.status_code == 409 and "秦二柱" in page.content.decode()
    assert Membership.objects.get(pk=chair.pk).until_on == date(2026, 6, 24)
