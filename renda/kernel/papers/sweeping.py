"""What a night sweeps away: papers that were never attached, and files without a row."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from renda.kernel.moment import now
from renda.kernel.papers.models import Paper
from renda.kernel.papers.storing import INCOMING, root

KEPT = timedelta(days=1)
ASIDE = ".aside"


def sweep() -> int:
    """Remove them; returns how many. Safe to run twice, and beside people who upload."""
    loose = Paper.objects.filter(subject_id=None, uploaded_at__lt=now() - KEPT)
    gone: int = loose.delete()[0]
    if not root().is_dir():
        return gone
    young = _disk_time() - KEPT.total_seconds()
    return gone + sum(_removed(path, young) for path in _files())


def _disk_time() -> float:
    """The disk's own time: files are as old as the disk says, whatever day the demo plays on."""
    with NamedTemporaryFile(dir=root()) as file:
        return os.stat(file.name).st_mtime


def _files() -> Iterator[Path]:
    return (path for path in list(root().rglob("*")) if path.is_file())


def _removed(path: Path, young: float) -> bool:
    """A file is put aside before the last look: the same paper may be handed in at this moment,
    which makes the file young, and then it goes back."""
    name = path.name.removesuffix(ASIDE)
    stands = path.with_name(name)
    if not _is_orphan(path, name, young):
        if path != stands:  # a sweep that was killed half way
            os.replace(path, stands)
        return False
    aside = path.with_name(name + ASIDE)
    os.replace(path, aside)
    if not _is_orphan(aside, name, young):
        os.replace(aside, stands)
        return False
    aside.unlink()
    return True


def _is_orphan(path: Path, name: str, young: float) -> bool:
    if path.stat().st_mtime > young:
        return False
    folder = path.parent.parent.name
    if path.parent.name == INCOMING or not folder.isdecimal():
        return path.parent.name == INCOMING
    return not Paper.objects.filter(congress_id=int(folder), sha256=name).exists()
