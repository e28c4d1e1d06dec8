"""Several posts of one person on one page, here and elsewhere, and what waits in each."""

import pytest

from renda.congress.roles import Role
from renda.congress.staffing import give_post
from renda.congress.tests.desk import ADMIN, BOTH, CLERK, at_desk, text
from renda.kernel.moment import today
from renda.suggestions.states import SuggestionState
from tests.life import Life
from tests.test_visibility import in_town

pytestmark = pytest.mark.django_db


def place(page, name):
    """What the desk says of one congress."""
    return page.partition("您在这些人大")[2].partition(name)[2].partition("</li>")[0]


def test_the_desk_shows_every_congress_with_what_waits_there(city):
    in_town(city, is_published=False)
    page = text(at_desk(city, BOTH).get("/hewan/desk/"))
    assert "/langwan/desk/" in page and "第三选区" in page and "主席团" in page and "临湾区" in page
    other = text(at_desk(city, BOTH).get("/langwan/desk/"))
    assert "/hewan/desk/" in other


def test_what_waits_in_the_town_is_counted_at_the_city(city):
    life = Life(city, deputy=BOTH).replied()
    assert life.fresh().state == SuggestionState.REPLIED
    from_town = text(at_desk(city, BOTH).get("/langwan/desk/"))
    assert "1 件待办" in from_town.partition("h-places")[2]


def test_who_works_in_one_congress_sees_no_such_part(city):
    assert "h-places" not in text(at_desk(city, CLERK).get("/hewan/desk/"))


def test_my_posts_are_here_and_elsewhere_without_switching(city):
    give_post(
        user=city.users[BOTH],
        body=city.bodies["hewan", "代表工作委员会"],
        role=Role.COMMITTEE_STAFF,
        from_on=today(),
    )
    page = text(at_desk(city, BOTH).get("/hewan/posts/mine/"))
    assert "委员会" in page and "狼湾镇人大" in page and "第三选区" in page
    assert "/hewan/posts/mine/" in text(at_desk(city, BOTH).get("/hewan/desk/"))


def test_whoever_has_nothing_here_is_told_so(city):
    page = text(at_desk(city, "段五宝").get("/hewan/posts/mine/"))
    assert "您在这里没有职务" in page and "狼湾镇人大" in page


def test_the_administrators_desk_leads_to_what_they_keep(city):
    page = text(at_desk(city, ADMIN).get("/hewan/desk/"))
    for url in ("/hewan/accounts/", "/hewan/registers/posts/", "/hewan/registers/"):
        assert f'href="{url}"' in page
    assert "没有您的工作" not in page
