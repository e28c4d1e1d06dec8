"""Keeping a paper, attaching it to its subject, and setting it aside again."""

import errno
import logging
from collections.abc import Iterator
from typing import Any

from django.core.files.base import File
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from renda.kernel.moment import now
from renda.kernel.papers.checking import check, limit, too_big
from renda.kernel.papers.media import JPEG, PDF, PNG, MediaType
from renda.kernel.papers.models import Kind, Paper
from renda.kernel.papers.naming import clean
from renda.kernel.papers.picture import BadPicture, png_without_traces, without_traces
from renda.kernel.papers.program import runs_something
from renda.kernel.papers.storing import store
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused

log = logging.getLogger("renda.papers")
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def keep(
    *,
    congress_id: int,
    uploaded_file: "File[bytes]",
    uploaded_by: Actor,
    kind: Kind = Kind.SCAN,
) -> Paper:
    """Store a scan or a photograph and return its row, not yet attached to anything.

    Raises Refused for what is too big, empty, not of its kind, damaged, or finds no room on the
    disk.
    """
    found = check(uploaded_file, kind)
    name = clean(uploaded_file.name or "")
    try:
        stored = store(congress_id, _parts(uploaded_file, found, kind))
    except BadPicture as fault:
        raise Refused(
            _("“%(name)s” is damaged. Please save it again or scan it anew.") % {"name": name}
        ) from fault
    except OSError as fault:
        if fault.errno not in FULL:
            raise
        log.error("no room to keep a paper: %s", fault)
        raise Refused(
            _("The server has no room left, so the paper was not kept. Please call the office.")
        ) from fault
    return Paper.objects.create(
        congress_id=congress_id,
        kind=kind,
        name=name,
        media_type=found.mime,
        size=stored.size,
        sha256=stored.sha256,
        is_download_only=not found.opens_in_browser
        or (found is PDF and runs_something(stored.path)),
        uploaded_by_id=uploaded_by.user_id,
        uploaded_at=now(),
    )


def attach(paper: Paper, subject: Any, *, is_confidential: bool = False) -> None:
    """Lay a kept paper with its subject, a row with a `congress_id`. Once; twice the same is
    harmless. Raises Refused when the paper was swept away meanwhile."""
    if paper.congress_id != subject.congress_id:
        raise ValueError("A paper stays within its congress.")
    loose = Paper.objects.filter(pk=paper.pk, subject_id=None)
    taken = loose.update(
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        is_confidential=is_confidential,
    )
    row = Paper.objects.filter(pk=paper.pk).first()
    if row is None:
        raise Refused(_("The paper was kept for a day only. Please add it again."))
    if not taken and not row.belongs_to(subject):
        raise ValueError("This paper belongs to another subject.")
    paper.subject_type, paper.subject_id = row.subject_type, row.subject_id


def set_aside(papers: Any) -> int:
    """Mark papers void: the step they came with was taken back. Rows and files stay."""
    marked: int = papers.update(is_void=True)
    return marked


def destroy(papers: "QuerySet[Paper]") -> int:
    """Remove the rows for good: pictures of a person who is erased (PIPL 47), never a paper that
    lies with an item. Files that no row names any more are swept away by night."""
    gone: int = papers.delete()[0]
    return gone


def _parts(file: "File[bytes]", found: MediaType, kind: str) -> Iterator[bytes]:
    if found is JPEG:
        yield from without_traces(file.read())  # `check` has bounded it
        return
    if found is PNG and kind == Kind.PHOTO:
        yield from png_without_traces(file.read())
        return
    size = 0
    for part in file.chunks():
        size += len(part)
        if size > limit():  # a file that told a smaller size than it has
            raise Refused(too_big(clean(file.name or "")))
        yield part
