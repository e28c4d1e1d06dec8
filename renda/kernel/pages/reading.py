"""A read-only transaction of the database itself: a page cannot write, whatever its code says.

It also gives the page one snapshot, so that a count and its list agree.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def read_only() -> Iterator[None]:
    """SQLite: `query_only` in a deferred transaction. PostgreSQL: READ ONLY."""
    connection.ensure_connection()
    reads = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with reads:
        yield


@contextmanager
def _sqlite() -> Iterator[None]:
    here: Any = connection
    mode = here.transaction_mode
    here.transaction_mode = "DEFERRED"  # IMMEDIATE would ask for the write lock
    try:
        with transaction.atomic():
            _run("PRAGMA query_only = ON")
            try:
                yield
            finally:
                _run("PRAGMA query_only = OFF")
    finally:
        here.transaction_mode = mode


@contextmanager
def _postgresql() -> Iterator[None]:
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        # One snapshot for the page; inside a test's transaction the level is set already.
        level = "ISOLATION LEVEL REPEATABLE READ, " if is_outermost else ""
        _run(f"SET TRANSACTION {level}READ ONLY")
        yield


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
