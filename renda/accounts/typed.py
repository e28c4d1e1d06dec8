"""What was being typed when somebody is sent to another page first, and the way back to it."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from renda.kernel.pages import drafts


def keep(request: HttpRequest, user_id: int, said: str) -> None:
    """Keep a form that can be kept as a draft, and say so: `said` tells when it will be there."""
    form_key = request.POST.get("form_key", "") if request.method == "POST" else ""
    congress = getattr(request, "congress", None)
    if not form_key or congress is None:
        return
    if drafts.keep(user_id, congress.pk, form_key, dict(request.POST.lists())) is not None:
        messages.info(request, said)


def way_back(request: HttpRequest) -> str:
    """The page that was asked for; after a form, the page the form stood on."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return request.get_full_path()
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return "/"
    parts = urlsplit(page)
    return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def sent(request: HttpRequest, url: str) -> HttpResponse:
    """Send the whole page there; a part of a page cannot become another page."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
