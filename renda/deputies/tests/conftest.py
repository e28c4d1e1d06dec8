"""The weeks before a change of term."""

from collections.abc import Iterator

import pytest

from renda.kernel import moment
from tests.turnover import BEFORE


@pytest.fixture
def before() -> Iterator[None]:
    """It is the end of December 2026; the first session of the next term opens on 18 January."""
    with moment.at(BEFORE):
        yield
