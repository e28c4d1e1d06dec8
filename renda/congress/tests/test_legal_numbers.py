"""The numbers of the law, with the vectors of the legal notes."""

import pytest

from renda.congress.legal_numbers import committee, congress_quorum, deputies, majority

DEPUTIES = [
    ("county", 320_000, 204),
    ("county", 1_549_999, 449),
    ("county", 1_550_000, 450),
    ("county", 1_600_000, 450),
    ("township", 50_000, 78),
    ("township", 172_500, 160),
    ("township", 900_000, 160),
    ("prefecture", 4_000_000, 400),
    ("prefecture", 10_000_000, 640),
    ("prefecture", 12_000_000, 650),
    ("prefecture", 1_640_000, 305),
    ("province", 60_000_000, 750),
    ("province", 120_000_000, 1000),
]


@pytest.mark.parametrize(("level", "people", "number"), DEPUTIES)
def test_deputies_are_counted_by_population(level, people, number):
    assert deputies(level, people).usual == number


def test_a_municipality_has_one_more_for_every_25_000():
    assert deputies("province", 22_000_000, is_municipality=True).usual == 1000
    assert deputies("province", 10_000_000, is_municipality=True).usual == 750
    assert deputies("county", 320_000, is_municipality=True).usual == 204


@pytest.mark.parametrize(
    ("level", "small", "base"), [("county", 50_000, 140), ("township", 2_000, 45)]
)
def test_where_few_people_live_it_may_be_less(level, small, base):
    few, enough = deputies(level, small - 1), deputies(level, small)
    assert few.may_be_less and few.holds(base - 20) and not few.holds(0)
    assert not enough.may_be_less and not enough.holds(base - 20)


def test_five_per_cent_may_be_added_but_not_in_a_city_with_districts():
    county, city = deputies("county", 320_000), deputies("prefecture", 1_640_000)
    assert county.holds(214) and not county.holds(215)
    assert city.holds(305) and not city.holds(306) and not city.may_be_more


def test_nothing_is_counted_without_a_population_or_for_the_nation():
    assert deputies("county", None) is None
    assert deputies("nation", 1_400_000_000) is None
    assert committee("township", 50_000) is None and committee("nation", 1) is None


@pytest.mark.parametrize(
    ("level", "people", "least", "most"),
    [
        ("province", 80_000_000, 45, 75),
        ("province", 80_000_001, 45, 95),
        ("prefecture", 8_000_000, 29, 51),
        ("prefecture", 8_000_001, 29, 61),
        ("county", 1_000_000, 15, 35),
        ("county", 1_000_001, 15, 45),
        ("county", None, 15, 35),
    ],
)
def test_a_standing_committee_has_its_bounds(level, people, least, most):
    bounds = committee(level, people)
    assert (bounds.least, bounds.most, bounds.cites) == (least, most, "组织法47.4")


@pytest.mark.parametrize(
    ("all_of", "more_than_half"),
    [(15, 8), (35, 18), (36, 19), (43, 22), (51, 26), (61, 31), (75, 38), (95, 48)],
)
def test_a_majority_is_more_than_half_of_all(all_of, more_than_half):
    assert majority(all_of) == more_than_half


@pytest.mark.parametrize(
    ("all_of", "two_thirds"), [(305, 204), (300, 200), (78, 52), (1, 1), (2, 2)]
)
def test_two_thirds_of_the_deputies_make_a_session(all_of, two_thirds):
    assert congress_quorum(all_of) == two_thirds
