"""What a new congress lacks: shown to whoever keeps it, while something is missing."""

import pytest

from renda.congress import first_steps
from renda.congress.actions import add_body, hold_session, open_term, set_up_congress
from renda.congress.roles import BodyKind, Level, Role
from renda.congress.second_factors import DEMANDED
from renda.congress.staffing import give_post
from renda.congress.tests.desk import ADMIN, CLERK, at_desk, in_days, text
from renda.deputies.actions import add_deputy, add_person
from renda.kernel.moment import today
from renda.kernel.options.declaring import set_option

pytestmark = pytest.mark.django_db
PAGE = "/xinjian/first-steps/"


@pytest.fixture
def new(city):
    """A congress just set up, and its administrator."""
    congress = set_up_congress(
        slug="xinjian",
        name="新建县人民代表大会",
        short_name="新建县人大",
        place="新建县",
        level=Level.COUNTY,
    )
    # The rule that asks a new congress's administrator for a second factor has tests of its own.
    set_option(congress_id=congress.pk, key=DEMANDED.key, value=())
    office = add_body(congress=congress, kind=BodyKind.OFFICE, name="新建县人大办公室")
    give_post(user=city.users["单禾"], body=office, role=Role.ADMINISTRATOR, from_on=today())
    return congress


def left(congress):
    return {step.key for step, done in first_steps.steps(congress) if not done}


def test_a_new_congress_lacks_everything_but_its_administrator(city, new):
    assert left(new) >= {"term", "bodies", "accounts", "deputies_office", "organs", "deputies"}
    client = at_desk(city, "单禾")
    page = text(client.get(PAGE))
    assert "/xinjian/registers/terms/" in page and "/xinjian/accounts/many/" in page
    assert "下一步：本届" in page
    assert PAGE in text(client.get("/xinjian/registers/"))
    assert PAGE in text(client.get("/xinjian/desk/"))


def test_each_step_is_done_by_doing_it(city, new):
    term = open_term(congress=new, number=9, from_on=in_days(-400))
    assert "term" not in left(new)
    hold_session(term=term, number=1, opens_on=in_days(-300), closes_on=in_days(-296))
    house = add_body(congress=new, kind=BodyKind.STANDING_COMMITTEE, name="常委会")
    work = add_body(congress=new, kind=BodyKind.WORKING_COMMITTEE, name="代表工委")
    organ = add_body(congress=new, kind=BodyKind.ORGAN, name="县水利局")
    assert left(new) & {"session", "bodies", "organs"} == set()
    users = city.users
    for body, role, who in (
        (work, Role.DEPUTIES_OFFICE, CLERK),
        (house, Role.CHAIR, "贺川平"),
        (organ, Role.HANDLER, "郝雁南"),
    ):
        give_post(user=users[who], body=body, role=role, from_on=today())
    assert left(new) & {"deputies_office", "leaders", "accounts"} == set()
    office = new.bodies.get(kind=BodyKind.OFFICE)
    give_post(user=users[CLERK], body=office, role=Role.MEETINGS_OFFICE, from_on=today())
    person = add_person(name="佟雪", congress_id=new.pk)
    add_deputy(person=person, term=term, from_on=in_days(-300))
    assert left(new) == {"phone", "second_administrator"}
    assert first_steps.missing(new) == 0
    client = at_desk(city, "单禾")
    assert PAGE not in text(client.get("/xinjian/registers/")), "only while something is missing"
    assert "必需的已经齐备" in text(client.get(PAGE))


def test_others_neither_see_nor_open_it(city, new):
    client = at_desk(city, CLERK)
    assert client.get(PAGE).status_code == 403
    assert "起步清单" not in text(client.get("/hewan/registers/"))


def test_the_demos_city_lacks_nothing(city):
    assert first_steps.missing(city.congresses["hewan"]) == 0
    assert "起步清单" not in text(at_desk(city, ADMIN).get("/hewan/desk/"))
