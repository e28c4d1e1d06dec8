"""/healthz, for machines."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from renda.kernel.pages.decorators import page
from renda.kernel.permits.who import everyone
from renda.kernel.work.health import answer


@page(None, to=everyone)
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well, else 503 with the faults."""
    said = answer()
    return JsonResponse(said, status=200 if said["ok"] else 503)
