"""Papers of a test lie in its own folder."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    """Where this test's papers lie."""
    settings.MEDIA_ROOT = tmp_path / "papers"
    return tmp_path / "papers"
