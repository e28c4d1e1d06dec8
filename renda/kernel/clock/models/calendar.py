"""Days imported after the program was made: a newer national notice, or a place's own holidays."""

from django.db import models


class CalendarDay(models.Model):
    """A day that differs from Monday to Friday. Without a congress it is for the whole country.

    `notice_year` is the year of the notice, which may name days of the December before; a new
    import of that year takes its days' place.
    """

    congress_id = models.PositiveBigIntegerField(null=True, db_index=True)
    notice_year = models.PositiveSmallIntegerField()
    day = models.DateField()
    is_working = models.BooleanField()
    name = models.CharField(max_length=40)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["congress_id", "day"], name="one_day_per_congress"),
            # NULLs are all different to a database, so the country needs its own line.
            models.UniqueConstraint(
                fields=["day"], condition=models.Q(congress_id=None), name="one_day_per_country"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class PublishedYear(models.Model):
    """A year whose national notice was imported here, and when."""

    year = models.PositiveSmallIntegerField(unique=True)
    source = models.CharField(max_length=300, blank=True)
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)
