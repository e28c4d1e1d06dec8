"""A congress of a street, dispatched by the district."""

import pytest

from renda.congress.actions import set_up_congress


@pytest.fixture
def dispatched(city):
    """槐荫街道人大工委."""
    return set_up_congress(
        slug="huaiyin",
        name="临湾区人大常委会槐荫街道工作委员会",
        short_name="槐荫街道人大工委",
        place="槐荫街道",
        level="township",
        parent=city.congresses["linwan"],
        is_dispatched=True,
    )
