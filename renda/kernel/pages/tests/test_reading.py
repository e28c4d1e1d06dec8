"""A page cannot write, whatever its code says; and afterwards the connection writes again."""

import pytest
from django.db import DatabaseError, connection, transaction

from renda.kernel.numbers.models import Series
from renda.kernel.pages.reading import read_only

# In transactions of their own, as in the house: not inside one that the test holds open.
pytestmark = pytest.mark.django_db(transaction=True)


def write(key="a"):
    """Write a row."""
    return Series.objects.create(congress_id=77, key=key)


def ask(sql):
    """The one value of a question in raw SQL."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def refused(act):
    """The database refuses it; a savepoint keeps the rest of the page alive."""
    with pytest.raises(DatabaseError), transaction.atomic():
        act()


def test_nothing_is_written_by_any_way():
    row = write()
    with read_only():
        refused(lambda: write("b"))
        refused(lambda: Series.objects.filter(pk=row.pk).update(last=9))
        refused(row.delete)
        refused(lambda: Series.objects.bulk_create([Series(congress_id=77, key="c")]))
        refused(lambda: ask("UPDATE numbers_series SET last = 9 RETURNING last"))
        refused(lambda: ask("/* only looking */ DELETE FROM numbers_series RETURNING last"))
        refused(lambda: ask("CREATE TABLE harmless (n integer)"))
    assert [(s.key, s.last) for s in Series.objects.filter(congress_id=77)] == [("a", 0)]


def test_a_select_that_writes_is_refused_too():
    """The text looks harmless; the database knows better."""
    if connection.vendor == "postgresql":
        with read_only():
            refused(lambda: ask("SELECT setval('numbers_series_id_seq', 1000)"))
            refused(
                lambda: ask(
                    "WITH w AS (DELETE FROM numbers_series RETURNING 1) SELECT count(*) FROM w"
                )
            )
    else:
        with read_only():
            refused(
                lambda: ask(
                    "REPLACE INTO numbers_series (congress_id, key, last) "
                    "VALUES (1, 'x', 1) RETURNING 1"
                )
            )


def test_reading_in_any_form_is_allowed():
    write()
    tree = (
        "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 5) "
        "SELECT max(n) FROM up"
    )
    with read_only():
        assert ask(tree) == 5
        assert (
            ask("/* INSERT, UPDATE, DELETE */ SELECT count(*) FROM numbers_series -- DELETE") == 1
        )
        assert ask("  \n select 'DROP TABLE numbers_series'") == "DROP TABLE numbers_series"
        with transaction.atomic():
            assert Series.objects.count() == 1


def test_afterwards_the_connection_writes_again():
    with read_only():
        Series.objects.count()
    write()


def test_after_an_exception_the_connection_writes_again():
    with pytest.raises(RuntimeError), read_only():
        raise RuntimeError
    write("a")
    with pytest.raises(DatabaseError), read_only():
        write("b")
    write("c")
    with pytest.raises(DatabaseError), read_only():
        ask("SELECT 1 FROM nowhere")
    write("d")
    assert sorted(Series.objects.values_list("key", flat=True)) == ["a", "c", "d"]


def test_a_page_within_a_page_leaves_the_outer_one_reading():
    with read_only():
        with read_only():
            refused(lambda: write("a"))
        refused(lambda: write("b"))
        with pytest.raises(RuntimeError), read_only():
            raise RuntimeError
        refused(lambda: write("c"))
    write("d")
    assert list(Series.objects.values_list("key", flat=True)) == ["d"]


def test_reading_waits_for_no_writer():
    """A deferred transaction: on SQLite the write lock is somebody else's while we read."""
    from threading import Event, Thread

    write()
    is_written, is_read = Event(), Event()

    def hold():
        with transaction.atomic():
            write("held")
            is_written.set()
            is_read.wait(10)
        connection.close()

    holder = Thread(target=hold)
    holder.start()
    assert is_written.wait(10)
    with read_only():
        assert Series.objects.count() == 1
    is_read.set()
    holder.join()
    assert Series.objects.count() == 2


def test_a_page_has_one_snapshot():
    """A count and its list agree although somebody writes between them."""
    from threading import Thread

    write()

    def other():
        write("other")
        connection.close()

    with read_only():
        before = Series.objects.count()
        writer = Thread(target=other)
        writer.start()
        writer.join()
        assert len(list(Series.objects.all())) == before == 1
    assert Series.objects.count() == 2
