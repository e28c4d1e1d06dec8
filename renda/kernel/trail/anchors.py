"""Anchors: the head of each chain, written outside the database each night.

Whoever can write the database can rewrite a whole chain; an anchor kept elsewhere shows it.
"""

import json
import os
from pathlib import Path
from typing import IO

from django.conf import settings

from renda.kernel.moment import now
from renda.kernel.trail.models import Chain


def anchors_file() -> Path:
    """The home's own anchor file; the office keeps copies elsewhere."""
    return Path(settings.HOME.path) / "anchors.jsonl"


def drop_anchors() -> int:
    """Append the head of every chain to the anchor file; returns how many were written."""
    heads = list(Chain.objects.filter(seq__gt=0).order_by("congress_id"))
    lines = [
        json.dumps(
            {"congress": c.congress_id, "seq": c.seq, "hash": c.head, "at": now().isoformat()}
        )
        for c in heads
    ]
    with anchors_file().open("ab+") as file:
        if _is_cut_off(file):  # the first line of tonight must not become part of it
            file.write(b"\n")
        file.writelines(f"{line}\n".encode() for line in lines)
        file.flush()
        os.fsync(file.fileno())
    return len(lines)


def read_anchors(path: Path) -> dict[tuple[int, int], str]:
    """What the anchors say: (congress, seq) → hash. A line cut off by a crash is left out.

    Of several anchors for one place the first counts: a congress where nothing happened is
    anchored again each night, and a forgery must not be anchored over the truth.
    """
    marks: dict[tuple[int, int], str] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            said = json.loads(line)
            marks.setdefault((said["congress"], said["seq"]), said["hash"])
        except (ValueError, TypeError, KeyError):
            continue
    return marks


def _is_cut_off(file: IO[bytes]) -> bool:
    """Whether a crash left the last line without its end."""
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
