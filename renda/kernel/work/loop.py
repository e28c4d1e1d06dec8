"""The loop of a process that works until it is told to stop, and survives a lost database."""

import logging
import signal
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connections

from renda.kernel.moment import now
from renda.kernel.work.models import Beat

log = logging.getLogger("renda.work")
BEAT_EVERY = 20.0  # seconds
PAUSE_AFTER_FAULT = 3.0


def forever(name: str, once: Callable[[], object], *, pause: float) -> None:
    """Call `once` again and again; it returns something true when there may be more to do."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_args: stop.set())
    beat_at = 0.0
    while not stop.is_set():
        try:
            if time.monotonic() - beat_at > BEAT_EVERY:
                beat(name)
                beat_at = time.monotonic()
            if not once():
                stop.wait(pause)
        except DatabaseError:
            # The database may be away for a minute; what waits is still in it when it returns.
            log.exception("%s: the database did not answer", name)
            connections.close_all()
            stop.wait(PAUSE_AFTER_FAULT)
        close_old_connections()


def beat(name: str) -> None:
    """A sign of life."""
    Beat.objects.update_or_create(name=name, defaults={"at": now()})
