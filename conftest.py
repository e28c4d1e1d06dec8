"""The tests' house: a trail that only tests may empty, and the cast on the stage."""

from collections.abc import Iterator

import pytest


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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """The cast is on the stage before the first test; transactional tests put it back."""
    from django.db import transaction

    from renda.deputies.demo import build

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        build(password_hash="!", deputies=4)


@pytest.fixture
def city(db: None) -> object:
    """The invented city with everyone in it."""
    from renda.congress.models import Congress
    from renda.deputies.demo import build, recall

    if not Congress.objects.exists():
        build(password_hash="!", deputies=4)
    return recall()
