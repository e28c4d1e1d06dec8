"""A series and the last number it gave."""

from django.db import models


class Series(models.Model):
    """One run of numbers, such as the suggestions of one session. Its row is the lock."""

    congress_id = models.PositiveBigIntegerField()
    key = models.CharField(max_length=80)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["congress_id", "key"], name="one_series")]

    def __str__(self) -> str:
        return f"{self.key}: {self.last}"


def take(*, congress_id: int, key: str) -> int:
    """The next number of the series, locked until commit.

    Taken after everything else but the head of the trail, so that two steps always lock in the
    same order. A number once given stays with its item, whatever becomes of it.
    """
    Series.objects.get_or_create(congress_id=congress_id, key=key)
    series = Series.objects.select_for_update().get(congress_id=congress_id, key=key)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
