"""临时抽调: forty people for a session, whose rights end by themselves."""

import pytest

from renda.accounts.actions import create_user
from renda.accounts.models import Invitation, User
from renda.congress.actions import hold_session, set_up_congress
from renda.congress.models import Body, Post
from renda.congress.roles import Role
from renda.congress.staffing import change_post, end_post
from renda.congress.tests.desk import ADMIN, at_desk, in_days, midnight, send, text
from renda.kernel.clock.rules import set_local_rule
from renda.kernel.clock.spans import Days
from renda.kernel.moment import at, today
from renda.kernel.permits.actor import load
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db
GROUPS = ("议案建议组", "会务组", "组织选举组", "简报组")


@pytest.fixture
def session(city):
    return hold_session(
        term=city.terms["hewan"], number=6, opens_on=in_days(5), closes_on=in_days(9)
    )


def listed(many=40):
    return "姓名\t组别\n" + "\n".join(f"抽调{n:02d}号\t{GROUPS[n % 4]}" for n in range(many))


def borrowed(city, session, people, **more):
    typed = {"session": session.pk, "under": city.bodies["hewan", "办公室秘书科"].pk}
    typed |= {"from_on": today().isoformat(), "people": people, **more}
    return send(at_desk(city, ADMIN), "/hewan/accounts/borrow/", **typed)


def test_forty_people_come_in_with_their_groups_and_slips(city, session):
    page = borrowed(city, session, listed())
    assert page.status_code == 200 and page["Cache-Control"].count("no-store")
    posts = Post.objects.filter(session=session)
    assert posts.count() == 40 and {p.until_on for p in posts} == {in_days(12)}
    groups = Body.objects.filter(parent=city.bodies["hewan", "办公室秘书科"], kind="section")
    assert [body.name for body in groups] == list(GROUPS)
    assert Invitation.objects.count() == 40
    assert text(page).count("data:image/svg+xml") == 40 and "抽调00号" in text(page)


def test_their_rights_end_three_days_after_the_session_by_themselves(city, session):
    borrowed(city, session, "万和平\t会务组")
    user = User.objects.get(name="万和平")
    for day, holds in ((12, True), (13, False)):
        with at(midnight(in_days(day))):
            actor = load(user, city.congresses["hewan"])
            assert actor.holds(Role.SESSION_DESK) is holds


def test_how_many_days_is_a_rule_of_the_place(city, session):
    congress = city.congresses["hewan"]
    set_local_rule(congress_id=congress.pk, key="congress.borrowed", span=Days(0))
    assert "会议闭幕 0 天后" in text(at_desk(city, ADMIN).get("/hewan/accounts/borrowing/"))
    borrowed(city, session, "万和平\t会务组")
    assert Post.objects.get(session=session).until_on == session.closes_on


def test_they_go_with_a_session_that_is_moved(city, session):
    borrowed(city, session, "万和平\t会务组\n乔云\t会务组")
    gone = Post.objects.filter(session=session).first()
    end_post(post=gone, until_on=today(), by=city.actor(ADMIN))
    opens, closes = in_days(5).isoformat(), in_days(11).isoformat()
    last, now = in_days(14), today()
    with at(midnight(in_days(2))):
        page = send(
            at_desk(city, ADMIN),
            f"/hewan/registers/sessions/{session.pk}/change/",
            term=session.term_id,
            number=6,
            opens_on=opens,
            closes_on=closes,
        )
    assert page.status_code == 302
    days = dict(Post.objects.filter(session=session).values_list("user__name", "until_on"))
    assert days == {"万和平": now, "乔云": last}
    assert Event.objects.filter(action="congress.follow_session").count() == 1


def test_who_was_to_begin_later_begins_with_a_session_that_is_held_earlier(city, session):
    """Otherwise their rights would stand for days on which there is no session."""
    borrowed(city, session, "万和平\t会务组", from_on=in_days(7).isoformat())
    url = f"/hewan/registers/sessions/{session.pk}/change/"
    days = {"opens_on": in_days(1).isoformat(), "closes_on": in_days(3).isoformat()}
    page = send(at_desk(city, ADMIN), url, term=session.term_id, number=6, **days)
    assert page.status_code == 302
    post = Post.objects.get(session=session)
    assert (post.from_on, post.until_on) == (in_days(1), in_days(6))


def test_a_session_that_is_over_takes_nobody(city):
    old = city.sessions["hewan", 5]
    page = borrowed(city, old, "万和平\t会务组")
    assert page.status_code == 422
    with at(midnight(in_days(400))):
        assert "没有即将召开的会议" in text(at_desk(city, ADMIN).get("/hewan/accounts/borrowing/"))


def test_whoever_has_an_account_is_borrowed_with_it(city, session):
    page = borrowed(city, session, "郝雁南\thaoyannan\t会务组\n白玥琪\t13900000001\t简报组")
    assert User.objects.filter(name__in=["郝雁南", "白玥琪"]).count() == 2
    assert Post.objects.filter(session=session).count() == 2
    assert page.status_code in (200, 302)


def test_a_name_that_is_here_already_is_asked_about(city, session):
    page = borrowed(city, session, "郝雁南\t会务组")
    assert page.status_code == 422 and "haoyannan" in text(page)
    assert not Post.objects.filter(session=session).exists()
    page = borrowed(city, session, "郝雁南\thaoyannan2\t会务组")
    assert page.status_code == 200 and User.objects.filter(name="郝雁南").count() == 2


def test_a_wrong_line_stops_all_and_is_named(city, session):
    people = listed(39) + "\n万和平\t1390000\t会务组"
    page = borrowed(city, session, people)
    assert page.status_code == 422 and "第41行" in text(page) and "1390000" in text(page)
    assert not Post.objects.filter(session=session).exists()
    assert "抽调00号" in text(page), "what was typed stays"


def test_what_they_did_stays_theirs(city, session):
    borrowed(city, session, "万和平\t会务组")
    user = User.objects.get(name="万和平")
    with at(midnight(in_days(30))):
        page = text(at_desk(city, ADMIN).get("/hewan/accounts/?show=no_post"))
        assert "万和平" in page
        assert "会务组" in text(at_desk(city, ADMIN).get(f"/hewan/accounts/{user.pk}/"))


@pytest.mark.parametrize(("made", "invited"), [("hewan", 1), ("qingyuan", 0), ("linwan", 0)])
def test_whose_account_another_congress_keeps_is_not_invited(city, session, made, invited):
    """Whoever holds the invitation chooses the password: that is the keeper's to give away."""
    if made == "qingyuan":  # a neighbour of the same level
        words = {"name": "青垣市人民代表大会", "short_name": "青垣市人大", "place": "青垣市"}
        city.congresses[made] = set_up_congress(slug=made, level="prefecture", **words)
    other = city.congresses[made]
    user = create_user(username="qita", name="戚塔", congress_id=other.pk)
    page = borrowed(city, session, "姓名\t用户名\t组别\n戚塔\tqita\t会务组")
    assert page.status_code == (200 if invited else 302)
    assert Post.objects.filter(user=user, session=session).exists()
    assert Invitation.objects.filter(user=user).count() == invited


def test_a_borrowed_post_is_not_prolonged_beyond_the_session(city, session):
    borrowed(city, session, "万和平\t会务组")
    (post,), by = (
        Post.objects.filter(session=session),
        load(User.objects.get(username="gaojun"), city.congresses["hewan"]),
    )
    with pytest.raises(Refused, match="最迟"):
        change_post(post=post, values={"until_on": in_days(13)}, by=by)
    change_post(post=post, values={"until_on": in_days(11)}, by=by)
