"""Where and with what a photograph was taken is nobody's business: it is kept without it.

The segments are walked and left out; the picture itself is not encoded again. Which way up it is
stays, or a page photographed across would lie on its side.
"""

import re
from collections.abc import Iterator

START, END, SCAN, EXIF = 0xD8, 0xD9, 0xDA, 0xE1
APPS = range(0xE0, 0xF0)
ADOBE, JFIF, PROFILE = 0xEE, 0xE0, 0xE2
# Inside the picture's own bytes FF is followed by 00 or a restart mark; anything else ends them.
_PICTURE_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ORIENTATION = 0x0112


class BadPicture(ValueError):
    """The segments of the file do not fit together."""


def without_traces(data: bytes) -> Iterator[bytes]:
    """The parts of a JPEG that make the picture. Raises BadPicture.

    Bytes behind the end go too: telephones hang a second picture or a film there.
    """
    at = 2
    if data[:2] != bytes((0xFF, START)):
        raise BadPicture
    yield data[:2]
    while at < len(data):
        marker, end = _segment(data, at)
        if marker == END:
            yield data[at : at + 2]
            return
        yield _kept(marker, data[at:end])
        at = end
        if marker == SCAN:
            found = _PICTURE_ENDS.search(data, at)
            until = found.start() if found else len(data)
            yield data[at:until]
            at = until


def _segment(data: bytes, at: int) -> tuple[int, int]:
    head = data[at : at + 4]
    if len(head) < 2 or head[0] != 0xFF:
        raise BadPicture
    if head[1] == END:
        return END, at + 2
    if head[1] == 0xFF:  # a filling byte
        return 0xFF, at + 1
    end = at + 2 + int.from_bytes(head[2:4], "big")
    if end < at + 4 or end > len(data):
        raise BadPicture
    return head[1], end


def _kept(marker: int, segment: bytes) -> bytes:
    if marker == EXIF:
        return _only_orientation(segment)
    if marker == 0xFF:
        return b""
    if marker == PROFILE:
        return segment if segment[4:].startswith(b"ICC_PROFILE\0") else b""
    return b"" if marker in APPS and marker not in (JFIF, ADOBE) else segment


def _only_orientation(segment: bytes) -> bytes:
    turned = _orientation(segment[4:])
    if turned is None:
        return b""
    entry = _ORIENTATION.to_bytes(2, "big") + b"\0\3\0\0\0\1" + turned.to_bytes(2, "big") + b"\0\0"
    body = b"Exif\0\0MM\0*\0\0\0\x08\0\1" + entry + b"\0\0\0\0"
    return bytes((0xFF, EXIF)) + (len(body) + 2).to_bytes(2, "big") + body


def _orientation(body: bytes) -> int | None:
    """2 to 8 when the picture is to be turned or mirrored, else None."""
    if not body.startswith((b"Exif\0\0II", b"Exif\0\0MM")):
        return None
    tiff = body[6:]
    order = "little" if tiff[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order)  # type: ignore[arg-type]

    first = number(4, 4)
    for at in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(at, 2) == _ORIENTATION:
            turned = number(at + 8, 2)
            return turned if 2 <= turned <= 8 else None
    return None


_PNG = b"\x89PNG\r\n\x1a\n"
# What makes the picture and its colours; texts, times and places are left out.
_PNG_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"sBIT",
}


def png_without_traces(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG that make the picture. Raises BadPicture."""
    at = len(_PNG)
    if data[:at] != _PNG:
        raise BadPicture
    yield _PNG
    while at < len(data):
        kind, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(kind) < 4 or end > len(data):
            raise BadPicture
        if kind in _PNG_KEPT:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise BadPicture
