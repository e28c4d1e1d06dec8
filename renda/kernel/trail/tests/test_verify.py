"""`verify` names the first fault of every kind, and finds nothing where nothing is wrong."""

import pytest
from django.db import connection

from renda.kernel.trail import triggers
from renda.kernel.trail.models import Chain, Event, Words
from renda.kernel.trail.record import erase_words
from renda.kernel.trail.tests.telling import PLACE, behind_the_triggers, reword, rewrite, tell
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """Twenty events with words."""
    events = tell(*(f"第{n}句" for n in range(1, 21)))
    assert list(faults()) == []
    return events


def first(kind, seq):
    """The first fault is of this kind and at this place."""
    fault = next(faults(), None)
    assert fault is not None
    assert (fault.kind, fault.congress_id, fault.seq) == (kind, PLACE, seq), str(fault)
    return str(fault)


@pytest.mark.parametrize("field", ["actor_id", "subject_id", "version", "behalf_id"])
def test_a_changed_number(told, field):
    with behind_the_triggers():
        Event.objects.filter(pk=told[4].pk).update(**{field: 99})
    first("event", 5)


@pytest.mark.parametrize(
    "field", ["action", "before", "after", "subject_type", "behalf_kind", "words_hash"]
)
def test_a_changed_word(told, field):
    with behind_the_triggers():
        Event.objects.filter(pk=told[4].pk).update(**{field: "x"})
    first("event", 5)


@pytest.mark.parametrize("field", ["at", "recorded_at"])
def test_a_changed_moment(told, field):
    from datetime import timedelta

    with behind_the_triggers():
        moved = getattr(told[4], field) + timedelta(microseconds=1)
        Event.objects.filter(pk=told[4].pk).update(**{field: moved})
    first("event", 5)


def test_a_changed_row_with_its_own_hash_made_again(told):
    event = told[4]
    event.actor_id = 99
    with behind_the_triggers():
        Event.objects.filter(pk=event.pk).update(actor_id=99, hash=event.digest())
    first("chain", 6)


def test_an_inserted_row(told):
    copy = {f.attname: getattr(told[4], f.attname) for f in Event._meta.concrete_fields}
    with behind_the_triggers():
        Event.objects.bulk_create([Event(**{**copy, "id": None, "seq": 21})])
    first("chain", 21)


def test_a_row_removed_from_the_middle(told):
    with behind_the_triggers():
        Event.objects.filter(pk=told[9].pk).delete()
    assert "9, not 10" in first("gap", 11)


def test_the_last_ten_cut_off(told):
    with behind_the_triggers():
        Event.objects.filter(congress_id=PLACE, seq__gt=10).delete()
    assert "20" in first("tail", 10)


def test_everything_of_a_congress_removed(told):
    with behind_the_triggers():
        Event.objects.filter(congress_id=PLACE).delete()
    first("tail", 0)


def test_a_head_row_that_is_gone(told):
    Chain.objects.filter(congress_id=PLACE).delete()
    first("tail", 20)


def test_a_head_row_that_says_another_hash(told):
    Chain.objects.filter(congress_id=PLACE).update(head="f" * 64)
    first("tail", 20)


def test_words_that_were_changed(told):
    reword(told[4], "别的话")
    assert "words were changed" in first("words", 5)


def test_words_with_another_salt(told):
    Words.objects.filter(event=told[4]).update(salt="0" * 32)
    first("words", 5)


def test_words_that_are_gone_without_an_event(told):
    Words.objects.filter(event=told[4]).delete()
    assert "no event says" in first("words", 5)


def test_words_put_to_an_event_that_had_none():
    from renda.kernel.trail.record import record

    event = record(Chain(congress_id=PLACE), "test.said", congress_id=PLACE, actor_id=None)
    Words.objects.create(event=event, salt="a" * 32, said={"reason": "从没说过"})
    first("words", 1)


def test_words_without_any_event(told):
    Words.objects.create(event_id=10**12, salt="a" * 32, said={})
    assert next(faults()).kind == "words"


def test_words_erased_by_an_event_leave_the_trail_whole(told):
    erase_words(told[4], actor_id=7)
    assert not Words.objects.filter(event=told[4]).exists()
    assert list(faults()) == []


def test_an_erasure_excuses_its_own_event_only(told):
    erase_words(told[4], actor_id=7)
    Words.objects.filter(event=told[5]).delete()
    first("words", 6)


def test_the_same_chain_in_two_congresses_is_kept_apart(told):
    tell("别处", congress=PLACE + 1)
    with behind_the_triggers():
        Event.objects.filter(pk=told[0].pk).update(actor_id=99)
    first("event", 1)


def test_a_whole_chain_rewritten_is_whole_in_itself(told):
    """Which is why anchors are kept elsewhere: see test_anchors."""
    rewrite(actor_id=99)
    assert list(faults()) == []


@pytest.mark.parametrize("name", sorted(triggers._wanted(connection)))
def test_a_dropped_trigger(told, name):
    on = " ON trail_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    fault = next(faults())
    assert fault.kind == "trigger" and name in str(fault)
    triggers.arm(connection)
    assert list(faults()) == []


def _forged_sqlite():
    gone = "DROP TRIGGER trail_event_no_update"
    yield (
        gone,
        "CREATE TRIGGER trail_event_no_update BEFORE UPDATE ON trail_event BEGIN SELECT 1; END",
    )
    yield (
        gone,
        "CREATE TRIGGER trail_event_no_update BEFORE UPDATE ON trail_event WHEN 0 "
        "BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END",
    )


def _forged_postgresql():
    gone = "DROP TRIGGER trail_event_frozen ON trail_event"
    calls = "FOR EACH ROW EXECUTE FUNCTION trail_refuse()"
    yield ("ALTER TABLE trail_event DISABLE TRIGGER trail_event_frozen",)
    yield ("ALTER TABLE trail_event ENABLE REPLICA TRIGGER trail_event_frozen",)
    for when in (
        "BEFORE DELETE ON trail_event " + calls,
        "BEFORE UPDATE OF version OR DELETE ON trail_event " + calls,
        "BEFORE UPDATE OR DELETE ON trail_event FOR EACH ROW WHEN (OLD.seq < 0) "
        "EXECUTE FUNCTION trail_refuse()",
        "BEFORE UPDATE OR DELETE ON trail_event FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()",
    ):
        yield gone, f"CREATE TRIGGER trail_event_frozen {when}"
    for body in (
        "BEGIN RETURN NEW; END",
        "BEGIN RETURN NEW; RAISE EXCEPTION 'the trail is append-only'; END",
    ):
        yield (
            "CREATE OR REPLACE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ {body} $$",
        )


def test_a_trigger_that_was_made_harmless(told):
    forged = _forged_sqlite() if connection.vendor == "sqlite" else _forged_postgresql()
    for statements in forged:
        with connection.cursor() as cursor:
            for sql in statements:
                cursor.execute(sql)
        fault = next(faults(), None)
        assert fault is not None and fault.kind == "trigger", statements
        triggers.arm(connection)
        assert list(faults()) == []
