"""What a request brings: the page it comes from, and its text without what no one can type."""

from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

NUL = "\x00"  # PostgreSQL holds it neither in a text nor inside JSON


def page_of(request: HttpRequest) -> str:
    """The page that was asked for; for a form, the page it stood on, for an act opens to nobody."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return "/"
    parts = urlsplit(page)
    return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def without_nul(posted: QueryDict) -> QueryDict:
    """The same form without NUL characters; they come from programs, never from a keyboard."""
    if not any(NUL in text for name, texts in posted.lists() for text in (name, *texts)):
        return posted
    clean = QueryDict(mutable=True)
    for name, texts in posted.lists():
        for text in texts:
            clean.appendlist(name.replace(NUL, ""), text.replace(NUL, ""))
    clean._mutable = False
    return clean
