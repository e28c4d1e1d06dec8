"""A number that a place sets for itself."""

from django.db import models

from renda.kernel.clock.spans import Span, parse

UNITS = ["wd", "cwd", "d", "cd", "m", "h"]


class LocalRule(models.Model):
    """This congress's own span for a rule that the code declares (`rules.Local`)."""

    congress_id = models.PositiveBigIntegerField()
    key = models.CharField(max_length=80)
    amount = models.SmallIntegerField()
    unit = models.CharField(max_length=3)

    class Meta:
        ordering = ["congress_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["congress_id", "key"], name="one_rule_per_key"),
            models.CheckConstraint(condition=models.Q(unit__in=UNITS), name="rule_unit_known"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.amount}{self.unit}"

    def span(self) -> Span:
        """The rule as a span."""
        return parse(f"{self.amount}{self.unit}")
