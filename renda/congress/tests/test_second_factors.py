"""Which posts must show a second factor, by the local rule of each congress, for the person."""

import pytest

from renda.congress.actions import give_post
from renda.congress.roles import Role
from renda.congress.second_factors import DEMANDED, demanded_of
from renda.congress.staffing import end_post
from renda.kernel.moment import today
from renda.kernel.options.declaring import set_option
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db


def rule(city, slug, *roles):
    set_option(congress_id=city.congresses[slug].pk, key=DEMANDED.key, value=tuple(roles))


def test_the_demo_asks_nobody_and_a_new_congress_asks_who_keeps_accounts(city):
    admin = city.users["高珺"]
    assert not demanded_of(admin)
    assert {Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE, Role.HANDLER_HEAD} <= set(DEMANDED.usual)


def test_a_rule_of_one_congress_holds_for_the_person_everywhere(city):
    clerk, head = city.users["白玥琪"], city.users["孔堃"]
    rule(city, "hewan", Role.HANDLER_HEAD)
    assert demanded_of(head) and not demanded_of(clerk)
    rule(city, "langwan", Role.MEETINGS_OFFICE)
    give_post(
        user=clerk,
        body=city.bodies["langwan", "主席团"],
        role=Role.MEETINGS_OFFICE,
        from_on=today(),
    )
    assert demanded_of(clerk)


def test_it_is_asked_with_one_query_however_many_posts(city, django_assert_num_queries):
    with django_assert_num_queries(1):
        demanded_of(city.users["刘麦霞"])


def test_a_post_that_is_over_asks_nothing(city):
    head = city.users["孔堃"]
    rule(city, "hewan", Role.HANDLER_HEAD)
    post = head.posts.get()
    end_post(post=post, until_on=post.from_on, by=city.actor("高珺"))
    assert not demanded_of(head)


def test_a_role_that_does_not_exist_cannot_be_asked(city):
    with pytest.raises(Refused):
        rule(city, "hewan", "king")
