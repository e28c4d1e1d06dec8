"""Wrong passwords, counted."""

from django.db import models


class WrongPasswords(models.Model):
    """When guesses were judged lately and not found right, for one account or one address."""

    key = models.CharField(max_length=64, primary_key=True)
    moments = models.JSONField(default=list)
    last_at = models.FloatField(default=0, db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]} {len(self.moments)}"
