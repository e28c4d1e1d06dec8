"""Everything in every table of every database, as text to search in."""

import json
from typing import Any

from django.db import connections


def dump() -> str:
    """All rows of all tables, bytes as hex, one value a line."""
    values: list[str] = []
    for alias in connections:
        connection = connections[alias]
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                values += [_plain(value) for row in cursor.fetchall() for value in row]
    return "\n".join(values)


def holds(text: str, value: str) -> bool:
    """Whether a value is in a dump: as it is, or as JSON writes it."""
    return value in text or json.dumps(value)[1:-1] in text


def _plain(value: Any) -> str:
    if isinstance(value, memoryview):
        value = bytes(value)
    return value.hex() if isinstance(value, bytes) else str(value)
