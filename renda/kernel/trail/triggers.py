"""The same promise in both databases: a row of the trail is never changed and never removed."""

from typing import Any

TABLE = "trail_event"
SAID = "the trail is append-only"

_SQLITE = {
    f"{TABLE}_no_{verb.lower()}": f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON "
    f"{TABLE} BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    for verb in ("UPDATE", "DELETE")
}
_REFUSES = (
    "CREATE OR REPLACE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = {
    f"{TABLE}_frozen": f"CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE OR DELETE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION trail_refuse()",
    f"{TABLE}_kept": f"CREATE TRIGGER {TABLE}_kept BEFORE TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()",
}


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
            cursor.execute(
                "SELECT t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE t.tgrelid = %s::regclass AND t.tgenabled <> 'D' "
                "AND p.proname = 'trail_refuse' AND p.prosrc LIKE %s",
                [TABLE, f"%RAISE EXCEPTION '{SAID}'%"],
            )
            there = {name for (name,) in cursor.fetchall()}
    return sorted(set(_wanted(connection)) - there)
