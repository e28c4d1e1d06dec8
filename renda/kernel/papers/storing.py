"""Files by their hash, below the home: papers/<congress>/<first two>/<hash>."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

INCOMING = "incoming"


@dataclass(frozen=True)
class Stored:
    """What lies on the disk now."""

    path: Path
    sha256: str
    size: int


def root() -> Path:
    """The folder of all papers of this deployment."""
    return Path(settings.MEDIA_ROOT)


def place(congress_id: int, sha256: str) -> Path:
    """Where the file with this hash lies. It needs no column that could come to differ."""
    return root() / str(congress_id) / sha256[:2] / sha256


def store(congress_id: int, parts: Iterable[bytes]) -> Stored:
    """Write the parts down and move them to their place in one stroke.

    A crash leaves at most a file among the incoming ones, which is swept away; never half a paper.
    The same bytes again take the place of the old ones, which makes the file young again: the
    sweep leaves it alone until its row is there.
    """
    incoming = root() / INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with NamedTemporaryFile(dir=incoming, delete=False) as file:
        try:
            for part in parts:
                file.write(part)
                digest.update(part)
                size += len(part)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink()
            raise
    path = place(congress_id, digest.hexdigest())
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(file.name, path)
    _settle(path.parent)
    return Stored(path, digest.hexdigest(), size)


def _settle(folder: Path) -> None:
    """The move itself survives a power cut only when its folder is written down."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
