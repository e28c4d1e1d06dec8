"""Signs of life, and which job ran on which day."""

from django.db import models


class Beat(models.Model):
    """The last sign of a process: the health page and the administrator look at it."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()


class Ran(models.Model):
    """A nightly job of one day. The row is the lock: two machines run it once."""

    job = models.CharField(max_length=40)
    on = models.DateField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "on"], name="one_run_a_day")]
