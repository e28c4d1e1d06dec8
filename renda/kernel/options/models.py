"""What a congress has set for itself."""

from django.db import models


class LocalOption(models.Model):
    """One congress's own value of a declared option."""

    congress_id = models.PositiveBigIntegerField()
    key = models.CharField(max_length=80)
    value = models.JSONField()

    class Meta:
        ordering = ["congress_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["congress_id", "key"], name="one_option_per_key")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
