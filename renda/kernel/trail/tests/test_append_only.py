"""A row of the trail is never changed and never removed, by whatever way one tries."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from renda.kernel.permits.refusal import Refused
from renda.kernel.trail import triggers
from renda.kernel.trail.models import Event
from renda.kernel.trail.tests.telling import PLACE, tell

pytestmark = pytest.mark.django_db

RAW = (
    "UPDATE trail_event SET actor_id = 1",
    "UPDATE trail_event SET action = 'x' WHERE seq = 1",
    "DELETE FROM trail_event",
)
NAMES = "congress_id, seq, at, recorded_at, behalf_kind, action, subject_type, subject_id, version"
REST = "before, after, words_hash, prev, hash"
REPLACES = (
    f"REPLACE INTO trail_event (id, actor_id, behalf_id, {NAMES}, {REST}) "
    f"SELECT id, 99, behalf_id, {NAMES}, {REST} FROM trail_event WHERE congress_id = {PLACE}",
    f"REPLACE INTO trail_event (actor_id, behalf_id, {NAMES}, {REST}) "
    f"SELECT 99, behalf_id, {NAMES}, {REST} FROM trail_event WHERE congress_id = {PLACE}",
)
UPSERT = (
    f"INSERT INTO trail_event (actor_id, behalf_id, {NAMES}, {REST}) "
    f"SELECT 99, behalf_id, {NAMES}, {REST} FROM trail_event WHERE congress_id = {PLACE} "
    "ON CONFLICT (congress_id, seq) DO UPDATE SET actor_id = 99"
)


def refuses(sql: str) -> None:
    """The database itself says no, and the rows are as they were."""
    before = list(Event.objects.order_by("pk").values_list())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert list(Event.objects.order_by("pk").values_list()) == before


@pytest.mark.parametrize("sql", RAW)
def test_raw_sql_changes_and_removes_nothing(sql):
    tell("一", "二")
    refuses(sql)


def test_replacing_a_row_is_refused_too():
    # REPLACE fires no DELETE trigger in SQLite, and ON CONFLICT looks like an insert in both.
    tell("一", "二")
    refuses(UPSERT)
    if connection.vendor == "sqlite":
        for sql in REPLACES:
            refuses(sql)


def test_the_table_cannot_be_truncated():
    tell("一")
    is_there = connection.vendor == "postgresql"  # SQLite's DELETE without WHERE is its truncate
    for sql in ("TRUNCATE trail_event", "TRUNCATE trail_event CASCADE") if is_there else RAW[2:]:
        refuses(sql)


def test_the_models_refuse_before_the_database_does():
    event = tell("一")[0]
    for change in (event.save, event.delete):
        with pytest.raises(Refused):
            change()
    for change in (lambda: Event.objects.update(action="x"), lambda: Event.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_two_events_cannot_have_one_place():
    event = tell("一")[0]
    twin = Event(**{f.attname: getattr(event, f.attname) for f in Event._meta.concrete_fields})
    twin.pk = None
    with pytest.raises(DatabaseError), transaction.atomic():
        twin.save(force_insert=True)


def test_an_event_outside_a_transaction_is_a_mistake_of_the_caller():
    from unittest.mock import patch

    subject = tell("一")[0]
    from renda.kernel.trail.record import record

    with patch.object(connection, "in_atomic_block", False), pytest.raises(AssertionError):
        record(subject, "test.said", congress_id=PLACE, actor_id=None)


@pytest.mark.django_db(transaction=True)
def test_triggers_are_there_again_after_a_rebuilt_table_and_a_migrate():
    """SQLite's schema editor copies the table to alter it, and drops the triggers silently."""
    old = Event._meta.get_field("action")
    new = old.clone()
    new.max_length = 61
    new.set_attributes_from_name("action")
    new.model = Event
    with connection.schema_editor() as editor:
        editor.alter_field(Event, old, new)
    with connection.schema_editor() as editor:
        editor.alter_field(Event, new, old)
    if connection.vendor == "sqlite":
        assert triggers.missing(connection) == sorted(triggers._wanted(connection))
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []
    with transaction.atomic():
        tell("一")
    refuses(RAW[0])
    refuses(RAW[2])
