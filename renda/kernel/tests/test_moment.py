"""Only one module asks the computer what time it is, and it can be told."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from renda.kernel.moment import BEIJING, at, now, today

PROJECT = Path(__file__).parents[4]
EVENING = datetime(2025, 10, 8, 16, 30, tzinfo=UTC)  # half past midnight in Beijing


def test_the_day_changes_at_midnight_in_beijing():
    with at(EVENING):
        assert now() == EVENING
        assert now().tzinfo is BEIJING
        assert today() == date(2025, 10, 9)


def test_told_moments_nest_and_end():
    with at(EVENING):
        with at(datetime(2024, 2, 29, 8, tzinfo=BEIJING)):
            assert today() == date(2024, 2, 29)
        assert today() == date(2025, 10, 9)
    assert now().tzinfo is BEIJING


def test_a_moment_needs_its_zone():
    with pytest.raises(ValueError), at(datetime(2025, 10, 9)):  # noqa: DTZ001
        pass


def test_the_settings_may_tell_the_time(settings):
    settings.RENDA_NOW = EVENING
    assert today() == date(2025, 10, 9)
    settings.RENDA_NOW = None
    assert now() > EVENING


def test_nobody_else_asks_the_computer():
    asked = (
        "datetime.now(",
        "date.today(",
        "timezone.now(",
        "utcnow(",
        "time.time(",
        "localdate()",
    )
    asking = [
        str(path)
        for path in (PROJECT / "renda").rglob("*.py")
        if path.name not in ("moment.py", Path(__file__).name)
        and any(word in path.read_text(encoding="utf-8") for word in asked)
    ]
    assert asking == []
