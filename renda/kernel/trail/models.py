"""Events, the head of each congress's chain, and the words that may be erased."""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.db import models

from renda.kernel.permits.refusal import Refused

NOTHING = "0" * 64


class Chain(models.Model):
    """The head of one congress's chain; its row is the lock that orders its events."""

    congress_id = models.PositiveBigIntegerField(primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default=NOTHING)


class Event(models.Model):
    """Something that was done. `at` is when it happened, `recorded_at` when it was entered.

    For a step registered for somebody who acted on paper (代录), `actor_id` is the clerk and
    `behalf` names who really acted, such as ["mandate", 12]. `congress_id` and the ids are plain
    integers: the kernel has no foreign keys upwards.
    """

    congress_id = models.PositiveBigIntegerField()
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor_id = models.PositiveBigIntegerField(null=True)
    behalf_kind = models.CharField(max_length=20, blank=True)
    behalf_id = models.PositiveBigIntegerField(null=True)
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField(default=0)
    before = models.CharField(max_length=24, blank=True)
    after = models.CharField(max_length=24, blank=True)
    words_hash = models.CharField(max_length=64, blank=True)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["congress_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["congress_id", "seq"], name="one_event_per_place")
        ]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="events_of_subject")]

    def __str__(self) -> str:
        return f"{self.congress_id}/{self.seq} {self.action}"

    def digest(self) -> str:
        """The hash that the next event carries: over everything this one says."""
        said = {
            f.attname: getattr(self, f.attname)
            for f in self._meta.concrete_fields
            if f.attname not in ("id", "hash")
        }
        for moment in ("at", "recorded_at"):
            said[moment] = said[moment].astimezone(UTC).isoformat(timespec="microseconds")
        return hashlib.sha256(canonical(said)).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only; the database refuses the rest too."""
        if self.pk:
            raise Refused("The trail is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Never."""
        raise Refused("The trail is append-only.")


class Words(models.Model):
    """What was said with an event: reasons, notes, names on paper. Erasable, and salted so that
    a short or well-known text cannot be guessed from its hash."""

    event = models.OneToOneField(
        Event, models.DO_NOTHING, primary_key=True, related_name="words", db_constraint=False
    )
    salt = models.CharField(max_length=32)
    said = models.JSONField(default=dict)

    def digest(self) -> str:
        """The hash that the event keeps."""
        return salted(self.salt, self.said)


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> bytes:
    """One way to write a value as bytes, so that a hash can be made again anywhere."""
    return _encoder.encode(value).encode()


def salted(salt: str, said: Any) -> str:
    """The hash of words with their salt."""
    return hashlib.sha256(salt.encode() + canonical(said)).hexdigest()
