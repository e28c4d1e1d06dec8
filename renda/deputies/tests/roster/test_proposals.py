"""Changes of a person who sits in several congresses: proposed here, answered there."""

import pytest

from renda.accounts.actions import create_user
from renda.congress.actions import give_post
from renda.deputies.actions.changes import answer_change, change_person, take_back_change
from renda.deputies.demo import TERM_FROM
from renda.deputies.models import Person, PersonChange
from renda.deputies.tests.roster.conftest import Hand
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.actor import load
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.registers.keeping import change
from renda.kernel.trail.models import Words
from renda.kernel.trail.verify import faults
from tests.qualifying import CLERK, proposed

pytestmark = pytest.mark.django_db
URL = "/zhongchuan/deputies/proposals/"


@pytest.fixture
def banner(city):
    """The office of the banner where the teacher sits too."""
    user = create_user(username="zhongchuan", name="中川代表工委", password_hash="!")
    body = city.bodies["zhongchuan", "代表工作委员会"]
    give_post(user=user, body=body, role="deputies_office", from_on=TERM_FROM)
    return user


@pytest.fixture
def there(city, banner):
    """The same as an actor."""
    return load(banner, city.congresses["zhongchuan"])


def teacher(city):
    return Person.objects.get(pk=city.mandates["hewan", "那仁格日勒图"].person_id)


def test_the_other_office_is_told_sees_it_and_accepts(city, banner):
    row = proposed(city)
    told = Outbox.objects.get(action="deputies.ask_change")
    assert (told.user_id, told.congress_id) == (banner.pk, city.congresses["zhongchuan"].pk)
    office = Hand(banner)
    text = office.see(URL)
    assert "中川旗第二中学副校长" in text and "中川旗第二中学校长" in text and "职务变动" in text
    assert office.send(f"{URL}{row.pk}/accept/", row.version).status_code == 302
    assert teacher(city).work == "中川旗第二中学校长"
    back = Outbox.objects.filter(action="deputies.hear_answer")
    assert {r.congress_id for r in back} == {city.congresses["hewan"].pk}
    assert list(faults()) == []


def test_declining_needs_a_reason_and_changes_nothing(city, banner):
    row, office = proposed(city), Hand(banner)
    assert office.send(f"{URL}{row.pk}/decline/", row.version).status_code == 409
    page = office.send(f"{URL}{row.pk}/decline/", row.version, why="尚未任命")
    assert page.status_code == 302 and teacher(city).work == "中川旗第二中学副校长"
    assert "尚未任命" in Hand(city.users["白玥琪"]).see("/hewan/deputies/proposals/")


def test_it_is_answered_once(city, there):
    row = proposed(city)
    answer_change(proposal=row, is_accepted=True, by=there)
    row = PersonChange.objects.get()
    for again in (True, False):
        with pytest.raises(Refused):
            answer_change(proposal=row, is_accepted=again, why="晚了", by=there)
    with pytest.raises(Refused):
        take_back_change(proposal=row, by=city.actor(CLERK))


def test_of_two_clerks_who_answer_the_later_is_told(city, banner):
    row, office = proposed(city), Hand(banner)
    office.send(f"{URL}{row.pk}/accept/", row.version)
    assert office.send(f"{URL}{row.pk}/decline/", row.version, why="不").status_code == 409


def test_nobody_else_answers(city, there):
    row = proposed(city)
    strangers = [
        city.actor(CLERK),
        city.actor("苗青禾", "linwan"),
        city.actor("刘麦霞", "langwan"),
        city.actor("贺川平"),
        city.actor("那仁格日勒图", "zhongchuan"),
    ]
    for actor in strangers:
        with pytest.raises(Refused):
            answer_change(proposal=row, is_accepted=True, by=actor)
    with pytest.raises(Refused):
        take_back_change(proposal=row, by=there)
    take_back_change(proposal=row, by=city.actor(CLERK))
    assert PersonChange.objects.get().answer == "taken_back"


def test_what_was_changed_meanwhile_is_not_overwritten(city, there):
    row = proposed(city)
    person = teacher(city)
    here = city.congresses["hewan"].pk
    change(person, "deputies.change_person", by=None, values={"work": "旗教育局"}, congress_id=here)
    with pytest.raises(Stale):
        answer_change(proposal=row, is_accepted=True, by=there)
    assert teacher(city).work == "旗教育局" and PersonChange.objects.get().is_open


def test_a_second_proposal_waits_for_the_first(city):
    proposed(city)
    with pytest.raises(Refused):
        proposed(city, name="那仁")


def test_a_mobile_number_is_proposed_sealed(city, there):
    person = teacher(city)
    row = change_person(person=person, values={}, mobile="13987654321", by=city.actor(CLERK))
    assert row is not None and row.values == {} and row.mobile == "13987654321"
    text = Hand(there.user).see(URL)
    assert "尾号 4321" in text and "13987654321" not in text
    answer_change(proposal=row, is_accepted=True, by=there)
    assert teacher(city).mobile == "13987654321"
    assert not [w for w in Words.objects.all() if "13987654321" in str(w.said)]
