"""A paper goes out to whoever may read what it belongs to."""

import logging

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from renda.kernel.pages.reading import read_only
from renda.kernel.pages.request import Request
from renda.kernel.papers.media import PDF
from renda.kernel.papers.models import Paper
from renda.kernel.papers.reading import readable
from renda.kernel.papers.storing import place

log = logging.getLogger("renda.papers")
# Nothing in a paper may load, send or run. The sandbox keeps a file that the browser takes for a
# page away from our cookies; the PDF viewers of the older browsers we serve do not open inside one.
SEALED = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
SEALED += "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"


@require_safe
def paper(request: Request, pk: int) -> FileResponse:
    """Not a `@page`: the bytes go out as a stream, after the read-only transaction has ended.

    Every refusal is 404, before sign-in too: which papers exist is nobody's business.
    """
    with read_only():
        found = readable(request.actor, request.congress.pk, pk)
    if found is None:
        raise Http404
    try:
        file = place(found.congress_id, found.sha256).open("rb")
    except FileNotFoundError as fault:
        log.error("the file of paper %s is missing", found.pk)
        raise Http404 from fault
    answer = FileResponse(
        file,
        as_attachment=found.is_download_only,
        filename=found.name,
        content_type=found.media_type,
    )
    return _sealed(answer, found)


def _sealed(answer: FileResponse, found: Paper) -> FileResponse:
    is_viewed_pdf = found.media_type == PDF.mime and not found.is_download_only
    answer["Content-Security-Policy"] = SEALED if is_viewed_pdf else SEALED + "; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
