"""Which files are taken as a scan, told by their bytes and not by their names."""

from collections.abc import Sequence
from dataclasses import dataclass

import filetype
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class MediaType:
    """A kind of file: its media type, the endings it goes by, and its name for people."""

    mime: str
    endings: tuple[str, ...]
    label: str
    opens_in_browser: bool = True


PDF = MediaType("application/pdf", (".pdf",), "PDF")
JPEG = MediaType("image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"), "JPEG")
PNG = MediaType("image/png", (".png",), "PNG")
PHOTOS = (JPEG, PNG)  # what every browser and every card maker shows
SCANS = (
    PDF,
    JPEG,
    PNG,
    MediaType("image/webp", (".webp",), "WebP"),
    MediaType("image/heic", (".heic", ".heif"), "HEIC", opens_in_browser=False),
    MediaType("image/tiff", (".tif", ".tiff"), "TIFF", opens_in_browser=False),
)
# A picture with moving parts begins like a still one and is shown like one.
_SAME = {"image/apng": "image/png"}
LOOKED_AT = 8192


def sniff(beginning: bytes, among: Sequence[MediaType] = SCANS) -> MediaType | None:
    """The type these first bytes belong to, or None for whatever is not among them."""
    guessed = filetype.guess(beginning)
    if guessed is None:
        return None
    mime = _SAME.get(guessed.mime, guessed.mime)
    return next((known for known in among if known.mime == mime), None)


def by_mime(mime: str) -> MediaType | None:
    """The type of a paper that was kept."""
    return next((known for known in SCANS if known.mime == mime), None)


def accepted(among: Sequence[MediaType] = SCANS) -> str:
    """For the `accept` of a file input: what the window offers first."""
    return ",".join(ending for known in among for ending in known.endings)


def labels(among: Sequence[MediaType] = SCANS) -> str:
    """The types for people: names of formats are the same in every language."""
    return _(", ").join(known.label for known in among)
