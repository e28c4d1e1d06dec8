"""`verify` reads every paper again: a signed paper that changed is as bad as a changed event."""

import hashlib
from collections.abc import Iterator

from renda.kernel.papers.models import Paper
from renda.kernel.papers.storing import place
from renda.kernel.trail.verify import Fault


def file_faults() -> Iterator[Fault]:
    """Papers whose file is missing, or no longer has the hash that was recorded."""
    for paper in Paper.objects.exclude(subject_id=None).iterator(500):
        path = place(paper.congress_id, paper.sha256)
        if not path.is_file():
            yield Fault("paper", paper.congress_id, None, f"the file of paper {paper.pk} is gone")
            continue
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != paper.sha256:
            yield Fault("paper", paper.congress_id, None, f"paper {paper.pk} was changed")
