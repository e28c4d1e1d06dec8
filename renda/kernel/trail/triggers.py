"""The same promise in both databases: a row of the trail is never changed and never removed."""

from typing import Any

TABLE = "trail_event"
SAID = "the trail is append-only"

_SQLITE = {
    f"{TABLE}_no_{verb.lower()}": f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON "
    f"{TABLE} BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    for verb in ("UPDATE", "DELETE")
}
# REPLACE INTO removes the row in its way without firing a DELETE trigger.
_SQLITE[f"{TABLE}_no_replace"] = (
    f"CREATE TRIGGER {TABLE}_no_replace BEFORE INSERT ON {TABLE} "  # noqa: S608 no value in it
    f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id "
    "OR (congress_id = NEW.congress_id AND seq = NEW.seq)) "
    f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
)
_BODY = f"BEGIN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END"
_REFUSES = (
    f"CREATE OR REPLACE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$"
)
_POSTGRESQL = {
    f"{TABLE}_frozen": f"CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE OR DELETE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION trail_refuse()",
    f"{TABLE}_kept": f"CREATE TRIGGER {TABLE}_kept BEFORE TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()",
}

# What pg_trigger says of them: 1 for each row, 2 before, 8 delete, 16 update, 32 truncate.
_KINDS = {f"{TABLE}_frozen": 1 + 2 + 8 + 16, f"{TABLE}_kept": 2 + 32}
_IN_FORCE = """
    SELECT t.tgname, t.tgtype FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = %s::regclass AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL
    AND t.tgattr::text = '' AND p.proname = 'trail_refuse' AND p.prosrc = %s
"""


def _wanted(connection: Any) -> dict[str, str]:
    return _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL


def arm(connection: Any) -> None:
    """Set the triggers, new, so that an altered one does not stay."""
    disarm(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_REFUSES)
        for create in _wanted(connection).values():
            cursor.execute(create)


def disarm(connection: Any) -> None:
    """Take the triggers away: only tests that empty the database may."""
    with connection.cursor() as cursor:
        for name in _wanted(connection):
            on = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: Any) -> list[str]:
    """Names of the triggers that are not there, or not switched on, or not what we set."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            there = {name for name, sql in cursor.fetchall() if _SQLITE.get(name) == sql}
        else:
            cursor.execute(_IN_FORCE, [TABLE, _BODY])
            there = {name for name, kind in cursor.fetchall() if _KINDS.get(name) == kind}
    return sorted(set(_wanted(connection)) - there)
