"""An option is set within what it allows, for one congress, and the trail says so."""

import pytest

from renda.kernel.options.declaring import DECLARED, Option, options_of, set_option
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event

SEASONS = (("spring", "spring"), ("autumn", "autumn"))
CASES = [
    (True, {}, [False], ["no", 1]),
    (3, {"least": 1, "most": 5}, [1, 5], [0, 6, True, "3"]),
    ("spring", {"choices": SEASONS}, ["autumn"], ["winter", None]),
    (("spring",), {"choices": SEASONS}, [[], ["spring", "autumn"]], [["winter"], "spring"]),
    ("at noon", {}, [""], [7]),
]


@pytest.fixture
def declared():
    before = dict(DECLARED)
    yield
    DECLARED.clear()
    DECLARED.update(before)


@pytest.mark.parametrize(("usual", "more", "good", "bad"), CASES)
def test_an_option_knows_what_may_be_set(declared, usual, more, good, bad):
    option = Option(f"test.{usual}", usual, "says", **more)
    assert all(option.allows(value) for value in good)
    assert not any(option.allows(value) for value in bad)


def test_a_usual_value_outside_its_own_bounds_is_a_fault_of_the_code(declared):
    with pytest.raises(ValueError, match="not allowed"):
        Option("test.wrong", 9, "says", least=1, most=5)


@pytest.mark.django_db
def test_one_congress_sets_its_own_and_the_trail_says_so(declared):
    option = Option("test.groups", ("spring",), "says", choices=SEASONS)
    set_option(congress_id=9007, key="test.groups", value=["autumn"])
    assert option.of(options_of(9007)) == ("autumn",)
    assert option.of(options_of(9008)) == ("spring",)
    event = Event.objects.get(action="options.set_option", congress_id=9007)
    assert event.words.said == {"rule": "test.groups", "value": ["autumn"]}


@pytest.mark.django_db
def test_what_is_not_allowed_is_refused_and_nothing_changes(declared):
    option = Option("test.groups", ("spring",), "says", choices=SEASONS)
    for key, value in (("test.groups", ["winter"]), ("test.nothing", True)):
        with pytest.raises(Refused):
            set_option(congress_id=9007, key=key, value=value)
    assert option.of(options_of(9007)) == ("spring",)
    assert not Event.objects.filter(congress_id=9007).exists()
