"""Deputies without an account: given one, or joined with theirs; who is who a person decides."""

import pytest

from renda.accounts.actions import create_user
from renda.accounts.models import Invitation, User
from renda.congress import candidates
from renda.congress.tests.desk import ADMIN, CLERK, at_desk, send, text
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.joining import ROSTER
from renda.deputies.models import Person
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db
URL = "/hewan/accounts/without/"


@pytest.fixture
def admin(city):
    return at_desk(city, ADMIN)


def field_of(city, name):
    people = candidates.waiting(city.congresses["hewan"])
    return next(key for key, one in people.items() if one.name == name)


def give(admin, **chosen):
    return send(admin, "/hewan/accounts/give/", **chosen)


def test_a_deputy_on_paper_is_given_an_account_with_a_slip(city, admin):
    assert "秦二柱" in text(admin.get(URL)) and "乌仁托娅" not in text(admin.get(URL))
    page = give(admin, **{field_of(city, "秦二柱"): "new"})
    assert page.status_code == 200 and "秦二柱" in text(page)
    person = Person.objects.get(name="秦二柱")
    assert person.user.username == "hewan001" and not person.user.has_usable_password()
    assert Invitation.objects.get().user == person.user
    assert "秦二柱" not in text(admin.get(URL))
    assert "代表" in text(admin.get("/hewan/accounts/?q=秦二柱"))


def test_whoever_is_called_like_an_account_is_asked_about(city, admin):
    person = add_person(name=CLERK, congress_id=city.congresses["hewan"].pk)
    add_deputy(person=person, term=city.terms["hewan"], from_on=today())
    page = text(admin.get(URL))
    assert "使用账号 baiyueqi" in page
    key = field_of(city, CLERK)
    done = give(admin, **{key: str(city.users[CLERK].pk)})
    assert done.status_code == 302 and not Invitation.objects.exists()
    person.refresh_from_db()
    assert person.user == city.users[CLERK]
    assert city.actor(CLERK).holds("deputy")


def test_two_of_one_name_stay_two(city, admin):
    person = add_person(name=CLERK, congress_id=city.congresses["hewan"].pk)
    add_deputy(person=person, term=city.terms["hewan"], from_on=today())
    give(admin, **{field_of(city, CLERK): "new"})
    assert User.objects.filter(name=CLERK).count() == 2


def test_a_number_that_is_somebodys_offers_that_account_only(city, admin):
    person = add_person(name="佟雪", congress_id=city.congresses["hewan"].pk)
    person.mobile = "13900000001"
    person.save()
    add_deputy(person=person, term=city.terms["hewan"], from_on=today())
    key = field_of(city, "佟雪")
    assert give(admin, **{key: "new"}).status_code == 422
    with pytest.raises(Refused, match="baiyueqi"):
        candidates.give_accounts(
            congress=city.congresses["hewan"], chosen={key: candidates.NEW}, by=city.actor(ADMIN)
        )


def test_one_account_is_nobody_elses_too(city, admin):
    taken = city.users["乌仁托娅"]
    person = add_person(name="乌仁托娅", congress_id=city.congresses["hewan"].pk)
    add_deputy(person=person, term=city.terms["hewan"], from_on=today())
    page = give(admin, **{field_of(city, "乌仁托娅"): str(taken.pk)})
    assert page.status_code == 409
    person.refresh_from_db()
    assert person.user is None


def test_nobody_chosen_or_somebody_made_up_is_refused(city, admin):
    key = field_of(city, "秦二柱")
    for chosen in ({}, {key: ""}, {key: "999999"}, {key: "x"}):
        assert give(admin, **chosen).status_code == 422
    assert not Person.objects.get(name="秦二柱").user


def test_somebody_who_has_one_by_now_is_told(city):
    by = city.actor(ADMIN)
    with pytest.raises(Refused):
        candidates.give_accounts(
            congress=city.congresses["hewan"], chosen={"deputies-999999": "new"}, by=by
        )


def test_whoever_has_an_account_by_now_keeps_it(city):
    """Two administrators at once: the later would have given the deputy another's account."""
    mandate = city.mandates["hewan", "乌仁托娅"]
    mine, by = mandate.person.user, city.actor(ADMIN)
    with pytest.raises(Refused, match="已经有账号"):
        ROSTER.join(
            str(mandate.pk), create_user(username="qita", name="戚塔"), mandate.congress, by
        )
    mandate.person.refresh_from_db()
    assert mandate.person.user == mine
