"""Which roles fit which bodies: one table, kept wherever a post is given."""

from typing import Any

import pytest

from renda.congress.actions import add_body, give_post
from renda.congress.fitting import FITS, kind_for_posts, roles_at
from renda.congress.models import Post
from renda.congress.roles import BodyKind, Role
from renda.congress.tests.desk import ADMIN, at_desk, send, text
from renda.deputies.cast import HOUSING
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db


def section(city: Any, above: Any, name: str = "办公室") -> Any:
    return add_body(
        congress=city.congresses["hewan"], kind=BodyKind.SECTION, name=name, parent=above
    )


def test_every_role_belongs_somewhere_and_no_kind_has_a_role_twice():
    assert {role for roles in FITS.values() for role in roles} == set(Role)
    assert all(len(set(roles)) == len(roles) for roles in FITS.values())


def test_every_post_of_the_cast_fits(city):
    unfit = [post for post in Post.objects.all() if post.role not in roles_at(post.body)]
    assert unfit == []


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("常委会", Role.HANDLER),
        ("信息中心", Role.CHAIR),
        (HOUSING, Role.ADMINISTRATOR),
        (HOUSING, Role.DEPUTIES_OFFICE),
        ("代表工作委员会", Role.PRESIDIUM_CHAIR),
        ("临湾区代表团", Role.MEMBER),
        ("代表工作委员会", "king"),
    ],
)
def test_a_role_is_refused_where_it_does_not_belong(city, body, role):
    before = Post.objects.count()
    with pytest.raises(Refused):
        give_post(
            user=city.users["单禾"],
            body=city.bodies["hewan", body],
            role=role,
            from_on=today(),
        )
    assert Post.objects.count() == before


def test_the_page_says_what_there_can_be(city):
    typed = {"user": "shanhe", "body": city.bodies["hewan", "常委会"].pk, "role": "handler"}
    typed |= {"basis": "appointed", "from_on": "2026-03-01"}
    page = send(at_desk(city, ADMIN), "/hewan/registers/posts/enter/", **typed)
    assert page.status_code == 422
    assert "常委会没有这个职务" in text(page) and "秘书长" in text(page)
    assert 'value="shanhe"' in text(page), "what was typed stays"


def test_a_section_is_what_it_belongs_to(city):
    inside = section(city, city.organ(HOUSING))
    below = section(city, inside, "综合组")
    assert kind_for_posts(below) == BodyKind.ORGAN
    assert Role.ADMINISTRATOR not in roles_at(below)
    assert kind_for_posts(section(city, None, "秘书科")) == BodyKind.OFFICE


def test_who_works_in_a_section_of_an_organ_handles_for_the_organ(city):
    user = city.users["单禾"]
    inside = section(city, city.organ(HOUSING))
    give_post(user=user, body=inside, role=Role.HANDLER, from_on=today())
    actor = city.actor("单禾")
    assert actor.holds(Role.HANDLER, city.organ(HOUSING).pk)
    assert not actor.holds(Role.HANDLER, city.organ("市公安局").pk)


def test_a_body_that_ended_takes_nobody(city):
    body = city.organ("市商务局")
    body.until_on = today()
    body.save()
    with pytest.raises(Refused, match="为止"):
        give_post(
            user=city.users["单禾"],
            body=body,
            role=Role.HANDLER,
            from_on=today(),
            until_on=today().replace(year=today().year + 1),
        )


def test_groups_and_councils_have_members_and_no_posts(city):
    group = add_body(congress=city.congresses["hewan"], kind=BodyKind.GROUP, name="农牧小组")
    with pytest.raises(Refused, match="不设职务"):
        give_post(user=city.users["单禾"], body=group, role=Role.MEMBER, from_on=today())
