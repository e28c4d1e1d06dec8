"""A few events of a congress that has nothing else, and a hand that reaches past the triggers."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from renda.kernel.trail import triggers
from renda.kernel.trail.models import NOTHING, Chain, Event, Words, salted
from renda.kernel.trail.record import record

PLACE = 4711


def tell(*said: str, congress: int = PLACE) -> list[Event]:
    """One event for each text, with the text as its words."""
    subject, _is_new = Chain.objects.get_or_create(congress_id=congress)
    return [
        record(subject, "test.said", congress_id=congress, actor_id=7, said={"reason": text})
        for text in said
    ]


@contextmanager
def behind_the_triggers() -> Iterator[None]:
    """What somebody with the database's password can do."""
    triggers.disarm(connection)
    try:
        yield
    finally:
        triggers.arm(connection)


def rewrite(congress: int = PLACE, **first: object) -> None:
    """Change the first event and make the whole chain after it consistent again."""
    head, seq = NOTHING, 0
    with behind_the_triggers():
        for event in list(Event.objects.filter(congress_id=congress).order_by("seq")):
            fields = dict(first) if event.seq == 1 else {}
            for name, value in {**fields, "prev": head}.items():
                setattr(event, name, value)
            head, seq = event.digest(), event.seq
            Event.objects.filter(pk=event.pk).update(**fields, prev=event.prev, hash=head)
    Chain.objects.filter(congress_id=congress).update(seq=seq, head=head)


def reword(event: Event, text: str) -> str:
    """Put other words in place, with their hash; returns the hash."""
    words = Words.objects.get(event=event)
    words.said = {"reason": text}
    words.save()
    return salted(words.salt, words.said)
