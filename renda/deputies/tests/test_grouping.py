"""Proposals: by what people do or where they live, evenly, with the reasons; nothing is written."""

import pytest

from renda.deputies.cast import CITY
from renda.deputies.grouping import Basket, propose
from renda.deputies.matching import common_words, likeness, words_of
from renda.deputies.models import Mandate, Membership, Person
from renda.kernel.trail.models import Event

FARM = Basket(1, "农业水利代表小组", "农业、水利、种植", 0)
HEALTH = Basket(2, "医疗卫生代表小组", "医疗、卫生、医师", 0)
TOWN = Basket(3, "狼湾镇小组", "狼湾镇、第三选区", 0, is_area=True)
CITY_AREA = Basket(4, "城区小组", "北桥街道", 0, is_area=True)


def someone(pk, unit="", **about):
    person = Person(pk=pk, name=f"代表{pk}", **about)
    return Mandate(pk=pk, person=person, electoral_unit=unit, order=pk)


def chosen(mandates, baskets):
    return [(p.mandate.pk, p.basket.key) for p in propose(mandates, baskets)]


def test_words_of_a_field_leave_out_what_every_group_is_called():
    assert words_of("农业水利代表小组 农业、水利") == ["农业水利", "农业", "水利"]
    assert common_words("农业水利", "县水利局") == ["水利"]
    assert common_words("教育", "市住建局") == []
    assert likeness(["水利工程"]) > likeness(["水利", "工程"])


def test_a_group_is_proposed_for_what_somebody_does_and_says_why():
    (proposal,) = propose([someone(1, job="种植大户")], [HEALTH, FARM])
    assert proposal.basket is FARM
    assert proposal.why == ["“种植”见于职业：种植大户"]


def test_expertise_job_work_and_category_all_speak():
    for about in ({"expertise": "水利"}, {"job": "水利工"}, {"work": "市水利局"}):
        assert chosen([someone(1, **about)], [HEALTH, FARM]) == [(1, 1)], about
    mandate = someone(1)
    mandate.category = "农业劳动者"
    assert chosen([mandate], [HEALTH, FARM]) == [(1, 1)]


def test_an_area_group_asks_where_people_live_and_were_elected():
    living, elected = someone(1, residence="北桥街道"), someone(2, unit="第三选区")
    elected.person.job = "北桥街道的医师"
    assert chosen([living, elected], [TOWN, CITY_AREA]) == [(1, 4), (2, 3)]


def test_who_fits_nothing_goes_to_the_smallest_group():
    small, large = Basket(1, "甲", "甲方面", 2), Basket(2, "乙", "乙方面", 5)
    (proposal,) = propose([someone(1)], [large, small])
    assert proposal.basket is small and "人数最少的小组（现2人）" in proposal.why[0]


def test_sizes_stay_even():
    many = [someone(n, job="种植大户") for n in range(1, 9)]
    sizes = [key for _pk, key in chosen(many, [FARM, HEALTH])]
    assert sizes.count(1) == 5 and sizes.count(2) == 3, "a quarter more than the average, not all"
    full = [p for p in propose(many, [FARM, HEALTH]) if p.basket is HEALTH]
    assert "农业水利代表小组已满" in full[0].why


def test_whoever_fits_best_chooses_first():
    few = [someone(1), someone(2, job="种植大户"), someone(3, job="水利工程师，懂农业")]
    assert chosen(few, [Basket(1, "甲", "农业、水利、种植", 0)]) == [(1, 1), (2, 1), (3, 1)]
    assert [p.mandate.pk for p in propose(few, [FARM, HEALTH])] == [1, 2, 3], "in their own order"


def test_the_same_people_get_the_same_answer():
    many = [someone(n, job="医师" if n % 2 else "") for n in range(1, 30)]
    assert chosen(many, [FARM, HEALTH]) == chosen(many, [FARM, HEALTH])


def test_without_groups_nothing_is_proposed():
    assert propose([someone(1)], []) == []


@pytest.fixture
def free(deputy):
    """Two deputies in no group."""
    found = [deputy(name) for name in ("谷雨田", "安小雪")]
    for mandate, job in zip(found, ("水利工程师", ""), strict=True):
        mandate.person.job = job
        mandate.person.save()
    return found


URL = "/hewan/deputies/groups/propose/field/"


@pytest.mark.django_db
def test_a_proposal_is_shown_with_its_reasons_and_writes_nothing(free, browser):
    before = (Membership.objects.count(), Event.objects.count())
    page = browser.get(URL).content.decode()
    assert "谷雨田" in page and "“水利”见于职业：水利工程师" in page
    assert (Membership.objects.count(), Event.objects.count()) == before


@pytest.mark.django_db
def test_only_who_is_ticked_is_grouped_and_where_the_operator_chose(free, send, city):
    first, second = free
    to = city.bodies[CITY, "牧业代表小组"]
    typed = {f"is-{first.pk}": "on", f"to-{first.pk}": to.pk, f"to-{second.pk}": to.pk}
    send(f"{URL}confirm/", from_on="2026-06-25", **typed)
    assert Membership.objects.get(person=first.person).body == to
    assert not Membership.objects.filter(person=second.person).exists()


@pytest.mark.django_db
def test_all_are_confirmed_in_one_act(free, send, city, browser):
    to = city.bodies[CITY, "牧业代表小组"]
    typed = {f"to-{mandate.pk}": to.pk for mandate in free}
    send(f"{URL}confirm/", from_on="2026-06-25", all="1", **typed)
    assert Membership.objects.filter(person__in=[m.person for m in free], body=to).count() == 2
    assert "代表均已编组" in browser.get(URL).content.decode()


@pytest.mark.django_db
def test_what_is_wrong_is_said_and_the_ticks_stay(free, send, city):
    typed = {f"is-{free[0].pk}": "on", f"to-{free[0].pk}": city.bodies[CITY, "牧业代表小组"].pk}
    page = send(f"{URL}confirm/", from_on="2026-02-30", **typed)
    assert page.status_code == 409 and "请填写起始日期" in page.content.decode()
    assert f'name="is-{free[0].pk}" checked' in page.content.decode()
    assert send(f"{URL}confirm/", from_on="2026-06-25").status_code == 409
    foreign = {f"is-{free[0].pk}": "on", f"to-{free[0].pk}": city.bodies[CITY, "常委会"].pk}
    assert send(f"{URL}confirm/", from_on="2026-06-25", **foreign).status_code == 409


@pytest.mark.django_db
def test_whoever_was_grouped_meanwhile_is_not_grouped_twice(free, send, city):
    first, to = free[0], city.bodies[CITY, "牧业代表小组"]
    send(f"{URL}confirm/", from_on="2026-06-25", all="1", **{f"to-{first.pk}": to.pk})
    again = send(f"{URL}confirm/", from_on="2026-06-25", all="1", **{f"to-{first.pk}": to.pk})
    assert again.status_code == 409
    assert Membership.objects.filter(person=first.person).count() == 1


@pytest.mark.django_db
def test_professional_groups_are_not_proposed(browser):
    assert browser.get("/hewan/deputies/groups/propose/profession/").status_code == 404
    assert browser.get("/hewan/deputies/groups/propose/area/").status_code == 200
