"""No number is given twice or skipped, within a series of a place; two at once: tests/crash."""

import pytest
from django.db import transaction

from renda.kernel.numbers.models import Series, take

pytestmark = pytest.mark.django_db


def test_a_series_counts_from_one_without_a_gap():
    assert [take(congress_id=77, key="a") for _ in range(5)] == [1, 2, 3, 4, 5]


def test_series_and_congresses_do_not_disturb_each_other():
    assert [take(congress_id=77, key="a"), take(congress_id=77, key="b")] == [1, 1]
    assert [take(congress_id=78, key="a"), take(congress_id=77, key="a")] == [1, 2]
    assert Series.objects.filter(congress_id__in=[77, 78]).count() == 3


def test_a_number_of_a_transaction_that_failed_is_given_to_the_next():
    take(congress_id=77, key="a")
    with transaction.atomic():
        assert take(congress_id=77, key="a") == 2
        transaction.set_rollback(True)
    assert take(congress_id=77, key="a") == 2


def test_a_series_is_one_row():
    from django.db import IntegrityError

    take(congress_id=77, key="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Series.objects.create(congress_id=77, key="a")
