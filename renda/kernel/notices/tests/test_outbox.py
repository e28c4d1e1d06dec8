"""A notice is part of its step, is delivered once, and reaches each reader once."""

from threading import Thread

import pytest
from django.db import connection, transaction

from renda.kernel.moment import now
from renda.kernel.notices import actions, hearing, queries
from renda.kernel.notices.hearing import Reader
from renda.kernel.notices.models import Notice, Outbox
from renda.kernel.notices.outbox import deliver, tell
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from tests.life import Life, lifecycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet(city):
    """The city with an empty outbox."""
    Outbox.objects.all().delete()
    return city


def told(event):
    """Who is to be told of an event."""
    return {(row.reader_kind, row.reader_id) for row in Outbox.objects.filter(event_id=event.pk)}


def test_the_row_is_written_with_the_step(quiet):
    life = Life(quiet).accepted()
    event = Event.objects.get(action="suggestions.accept", subject_id=life.suggestion.pk)
    row = Outbox.objects.get(event_id=event.pk)
    assert row.user_id == quiet.users["乌仁托娅"].pk
    assert (row.action, row.subject_id) == (event.action, life.suggestion.pk)


def test_a_step_that_is_rolled_back_tells_nobody(quiet):
    life = Life(quiet).submitted()
    before = Outbox.objects.count()
    with transaction.atomic():
        lifecycle.accept(life.fresh(), by=life.clerk)
        assert Outbox.objects.count() > before
        transaction.set_rollback(True)
    assert Outbox.objects.count() == before


def test_a_refused_step_tells_nobody(quiet):
    life = Life(quiet).submitted()
    before = Outbox.objects.count()
    with pytest.raises(Refused):
        lifecycle.accept(life.fresh(), by=life.sponsor)
    assert Outbox.objects.count() == before


def test_delivering_twice_is_delivering_once(quiet):
    Life(quiet).accepted()
    waiting = Outbox.objects.count()
    assert waiting and deliver() == waiting
    assert (deliver(), Outbox.objects.count()) == (0, 0)
    assert Notice.objects.count() == waiting


def test_a_row_that_was_delivered_already_is_not_doubled(quiet):
    Life(quiet).accepted()
    row = Outbox.objects.first()
    deliver()
    Outbox.objects.bulk_create([row])
    before = Notice.objects.count()
    deliver()
    assert (Notice.objects.count(), Outbox.objects.count()) == (before, 0)


def test_a_delivery_keeps_every_field_and_the_order(quiet):
    Life(quiet).accepted()
    before = list(
        Outbox.objects.order_by("id").values("event_id", "sentence", "user_id", "reader_name")
    )
    deliver()
    after = list(
        Notice.objects.order_by("id").values("event_id", "sentence", "user_id", "reader_name")
    )
    assert after == before


def test_a_limit_leaves_the_rest_waiting(quiet):
    Life(quiet).accepted()
    waiting = Outbox.objects.count()
    assert deliver(limit=1) == 1
    assert Outbox.objects.count() == waiting - 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_deliver_each_row_once(quiet):
    rows = [
        Outbox(
            congress_id=1, event_id=n, action="a.b", subject_type="s", subject_id=1,
            sentence="%(item)s", reader_kind="user", reader_id=1, user_id=1, created_at=now(),
        )
        for n in range(300)
    ]  # fmt: skip
    Outbox.objects.bulk_create(rows)
    delivered = []

    def work():
        while many := deliver(limit=20):
            delivered.append(many)
        connection.close()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while many := deliver():
        delivered.append(many)
    assert sum(delivered) == 300 == Notice.objects.filter(congress_id=1, action="a.b").count()


@pytest.fixture
def table(monkeypatch):
    """A table of readers for one action of the tests."""
    monkeypatch.setattr(hearing, "_hears", {})

    def says(**audiences):
        heard = {(lambda s, people=people: people): text for text, people in audiences.items()}
        hearing.register("tests", {"did": heard})

    return says


def heard_by(*readers, actor_id=None, table):
    """Who gets a row when these are named by one audience."""
    from renda.kernel.trail.models import Chain
    from renda.kernel.trail.record import record

    table(Said=list(readers))
    event = record(Chain(congress_id=9), "tests.did", congress_id=9, actor_id=actor_id)
    tell(event, None)
    return told(event)


def test_a_person_with_two_posts_is_told_once(quiet, table):
    twice = (Reader("user", 5, 5), Reader("mandate", 12, 5, "某"), Reader("user", 5, 5))
    assert heard_by(*twice, table=table) == {("user", 5)}


def test_the_one_who_acted_is_not_told(quiet, table):
    both = (Reader("user", 5, 5), Reader("user", 6, 6), Reader("mandate", 12, 5, "某"))
    assert heard_by(*both, actor_id=5, table=table) == {("user", 6)}


def test_people_without_an_account_are_told_each(quiet, table):
    people = (Reader("mandate", 1, None, "甲"), Reader("mandate", 2, None, "甲"))
    assert heard_by(*people, actor_id=5, table=table) == {("mandate", 1), ("mandate", 2)}


def test_the_first_audience_decides_the_words(quiet, table):
    from renda.kernel.trail.models import Chain
    from renda.kernel.trail.record import record

    table(First=[Reader("user", 5, 5)], Second=[Reader("user", 5, 5), Reader("user", 6, 6)])
    event = record(Chain(congress_id=9), "tests.did", congress_id=9, actor_id=None)
    tell(event, None)
    words = dict(Outbox.objects.filter(event_id=event.pk).values_list("reader_id", "sentence"))
    assert words == {5: "First", 6: "Second"}


def test_a_deputy_without_an_account_is_on_the_printed_list_once(quiet):
    life = Life(quiet)
    from renda.kernel.trail.record import record

    paper = next(
        m
        for (slug, name), m in quiet.mandates.items()
        if slug == "hewan" and name not in quiet.users
    )
    life.suggestion.sponsor = paper
    life.suggestion.save()
    event = record(
        life.suggestion,
        "suggestions.accept",
        congress_id=life.suggestion.congress_id,
        actor_id=None,
    )
    tell(event, life.suggestion)
    deliver()
    here = life.suggestion.congress_id
    rows = list(queries.to_print(here))
    assert [row.reader_name for row in rows] == [paper.person.name]
    [(name, lines)] = queries.by_reader(rows)
    assert name == paper.person.name and life.suggestion.title in lines[0].text
    clerk = life.clerk
    assert actions.mark_printed(by=clerk, ids=[rows[0].pk, rows[0].pk]) == 1
    assert actions.mark_printed(by=clerk, ids=[rows[0].pk]) == 0
    assert not queries.to_print(here).exists()


def test_namesakes_have_lists_of_their_own(quiet):
    same = {
        "congress_id": 9,
        "action": "a",
        "subject_type": "s",
        "subject_id": 1,
        "sentence": "%(item)s",
    }
    for n in (1, 2):
        Notice.objects.create(
            **same,
            event_id=n,
            reader_kind="mandate",
            reader_id=n,
            reader_name="王伟",
            created_at=now(),
        )
    assert [name for name, _lines in queries.by_reader(queries.to_print(9))] == ["王伟", "王伟"]


def test_another_congress_neither_reads_nor_prints_them(quiet):
    life = Life(quiet).accepted()
    deliver()
    reader, elsewhere = life.sponsor, quiet.congresses["linwan"]
    assert queries.unread_count(reader) > 0
    from renda.kernel.permits.actor import load

    assert queries.unread_count(load(quiet.users["乌仁托娅"], elsewhere)) == 0
    assert not queries.to_print(elsewhere.pk).exists()


def test_reading_marks_ones_own_and_only_of_the_item_named(quiet):
    one, two = Life(quiet).accepted(), Life(quiet).accepted()
    deliver()
    reader = one.sponsor
    before = queries.unread_count(reader)
    marked = actions.mark_read(by=reader, subject=("suggestions.suggestion", one.suggestion.pk))
    assert 0 < marked < before
    assert actions.mark_read(by=reader) == before - marked
    assert (queries.unread_count(reader), actions.mark_read(by=reader)) == (0, 0)
    assert two.suggestion.pk != one.suggestion.pk
    assert Notice.objects.filter(read_at=None).exists(), "other people's stay unread"
