"""The tests' house: a home of its own, and a trail that only tests may empty."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def _make_home() -> None:
    home = Path(tempfile.mkdtemp(prefix="renda-test-"))
    (home / "papers").mkdir()
    (home / "settings.toml").write_text(
        'kind = "test"\n'
        f'secret_key = "{secrets.token_urlsafe(48)}"\n'
        f'phone_key = "{secrets.token_hex(32)}"\n'
        'hosts = ["testserver", "localhost", "127.0.0.1"]\n',
        encoding="utf-8",
    )
    os.environ["RENDA_HOME"] = str(home)


_make_home()


@pytest.fixture(autouse=True, scope="session")
def _static_without_manifest() -> Iterator[None]:
    """Pages are tested without collecting files first."""
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    with override_settings(STORAGES={"default": files, "staticfiles": plain}):
        yield


@pytest.fixture(autouse=True, scope="session")
def _only_tests_may_empty_the_trail() -> Iterator[None]:
    """The triggers step aside while Django flushes between transactional tests, and come back."""
    from django.db import connections
    from django.test import TransactionTestCase

    from renda.kernel.trail import triggers

    TransactionTestCase.databases = "__all__"  # the cache has its own file on SQLite
    flush = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        triggers.disarm(connections["default"])
        try:
            flush(self)
        finally:
            triggers.arm(connections["default"])

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = flush
