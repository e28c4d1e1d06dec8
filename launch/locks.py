"""One at a time: a lock that the system takes back even when its holder is killed."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launch.refusal import Refused


@contextmanager
def one_at_a_time(path: Path, *, refusal: str = "") -> Iterator[None]:
    """Hold the lock of this file; wait for it, or raise Refused with the sentence when taken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (fcntl.LOCK_NB if refusal else 0))
        except BlockingIOError as taken:
            raise Refused(refusal) from taken
        yield
