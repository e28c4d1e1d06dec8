"""What hangs on places is counted with all that lies below, and every domain adds its own."""

import pytest

from renda.congress import counting
from renda.congress.actions import add_body
from renda.congress.models import Region
from renda.congress.tests.pages import browser, read
from renda.deputies.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return lambda code: Region.objects.get(code=code)


def test_congresses_and_bodies_roll_up(city, place):
    counts = counting.region_counts
    assert counts["congresses"].total(place("990102")) == 2
    assert counts["congresses"].total(place("99")) == 9
    assert counts["congresses"].by_part(place("9901"))["990102"] == 2
    before = counts["bodies"].total(place("990121"))
    add_body(
        congress=city.congresses["hewan"], kind="organ", name="驻县单位", region=place("990121100")
    )
    assert counts["bodies"].total(place("990121")) == before + 1
    assert counts["bodies"].by_part(place("990121")) == {"990121100": 1}


def test_places_below_do_not_count_the_place_itself(place):
    assert counting.region_counts["places"].total(place("990102101")) == 2


def test_a_domain_has_its_own_counted(city, place, monkeypatch):
    monkeypatch.setattr(counting, "region_counts", dict(counting.region_counts))
    monkeypatch.setattr("renda.congress.drawing.places.region_counts", counting.region_counts)
    counting.count_in_regions(
        counting.Count("people", "居民登记", Person.objects.all, "home__path")
    )
    Person.objects.filter(name="刘麦霞").update(home=place("990102101200"))
    page = read(browser(city, "高珺"), f"/hewan/registers/regions/{place('990102').pk}/")
    assert "居民登记" in page


def test_who_is_counted_in_office(city):
    from renda.kernel.moment import today

    here = city.congresses["hewan"].pk
    many = sum(1 for slug, _name in city.mandates if slug == "hewan")
    assert counting.actual("deputies", here, today()) == many
    assert counting.actual("nothing", here, today()) is None
