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
    # Past Django's cursor: it refuses every statement after a fault inside a transaction, and a
    # connection left reading would serve the next request.
    run = here.connection.execute
    was, mode = run("PRAGMA query_only").fetchone()[0], here.transaction_mode
    here.transaction_mode = "DEFERRED"  # IMMEDIATE would ask for the write lock
    try:
        with transaction.atomic():
            run("PRAGMA query_only = ON")
            yield
    finally:
        run(f"PRAGMA query_only = {was}")  # a page within a page leaves the outer one reading
        here.transaction_mode = mode


@contextmanager
def _postgresql() -> Iterator[None]:
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        # One snapshot for the page; inside a test's transaction the level is set already.
        level = "ISOLATION LEVEL REPEATABLE READ, " if is_outermost else ""
        with connection.cursor() as cursor:
            cursor.execute(f"SET TRANSACTION {level}READ ONLY")
        yield
