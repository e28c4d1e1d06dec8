"""The slips that the office prints: one for each person, readable, and nowhere kept."""

import re

import pytest
import segno
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse

from renda.accounts import slips
from renda.accounts.actions import create_user, give_one_time_code, invite
from renda.accounts.tests.conftest import CONGRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_here():
    request = RequestFactory().post("/hewan/accounts/invite/", headers={"host": "localhost"})
    request.user = AnonymousUser()
    request.congress = request.actor = request.problem = None
    return request


def test_a_slip_says_who_where_with_which_code_and_until_when(request_here, newcomer, admin):
    issued = invite(user=newcomer, congress_id=CONGRESS, by=admin)
    slip = slips.slips_for(request_here, [issued])[0]
    page = slips.sheet(request_here, [issued], back="/hewan/").content.decode()
    digits = issued.code
    assert slip.code == f"{digits[:4]} {digits[4:8]} {digits[8:]}"
    for said in ("万和平", "xinlai", slip.code, "http://localhost/accounts/code/"):
        assert said in page, said
    assert slip.link == f"http://localhost{reverse('account_invitation', args=[issued.token])}"
    assert "style=" not in page and page.count("<img") == 1


def test_the_sheet_is_not_kept_by_the_browser(request_here, newcomer, admin):
    issued = invite(user=newcomer, congress_id=CONGRESS, by=admin)
    answer = slips.sheet(request_here, [issued], back="/")
    assert "no-store" in answer["Cache-Control"]
    slip = slips.slips_for(request_here, [issued])[0]
    assert issued.token not in repr(slip) and slip.code not in repr(slip)


def test_the_picture_for_a_one_time_code_lets_nobody_in_by_itself(request_here, person, admin):
    issued = give_one_time_code(user=person, congress_id=CONGRESS, by=admin)
    slip = slips.slips_for(request_here, [issued])[0]
    assert slip.link == "http://localhost/accounts/code/?login=qiaoyun"
    assert not slip.is_invitation and issued.code not in slip.link


def test_the_picture_is_the_link(request_here, newcomer, admin):
    """The dark squares are those of the same text made by the library alone."""
    issued = invite(user=newcomer, congress_id=CONGRESS, by=admin)
    slip = slips.slips_for(request_here, [issued])[0]
    alone = segno.make(slip.link, error="m", micro=False, mask=3)
    drawn = alone.svg_data_uri(border=4, omitsize=True, svgclass=None, lineclass=None)
    path = re.compile(r"M4(.*?)%27")
    assert path.search(slip.picture).group() == path.search(drawn).group()


def test_hostile_names_are_text(request_here, admin):
    user = create_user(username="evil", name='<img src=x onerror="a()">')
    issued = invite(user=user, congress_id=CONGRESS, by=admin)
    page = slips.sheet(request_here, [issued], back='/"><script>').content.decode()
    assert "<script>" not in page and "onerror=&quot;" in page


def test_a_hall_of_300_people_gets_its_slips(request_here, admin):
    users = [create_user(username=f"daibiao{n}", name=f"代表{n}") for n in range(300)]
    issued = [invite(user=user, congress_id=CONGRESS, by=admin) for user in users]
    page = slips.sheet(request_here, issued, back="/").content.decode()
    assert page.count("<img") == 300
    assert len({one.code for one in issued}) == len({one.token for one in issued}) == 300
