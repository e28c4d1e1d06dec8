"""A file made for somebody, on its way."""

from urllib.parse import quote

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def attached(data: bytes, name: str, media_type: str) -> HttpResponse:
    """The answer that a browser keeps as a file of this name."""
    answer = HttpResponse(data, content_type=media_type)
    tidy = "".join(c for c in name if c.isprintable() and c not in '/\\:*?"<>|')
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(tidy)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
