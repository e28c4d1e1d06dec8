"""Files to hand in: small, of every kind, honest and not."""

from django.core.files.uploadedfile import SimpleUploadedFile

from renda.kernel.permits.actor import Actor

CLERK = Actor(None, 1)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 40
WEBP = b"RIFF\x20\0\0\0WEBPVP8 " + b"\0" * 40
TIFF = b"II*\0\x08\0\0\0\0\0\0\0" + b"\0" * 40
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 40
EXE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + b"\0" * 200
ZIP = b"PK\x03\x04" + b"\0" * 60
HTML = b"<!doctype html><script>alert(1)</script>"
PLACE = b"40.8151N 107.3877E"


def segment(marker: int, body: bytes) -> bytes:
    """A part of a JPEG with its length."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def exif(orientation: int, order: str = "big") -> bytes:
    """What a telephone writes: which way up, and where."""

    def number(value: int, size: int) -> bytes:
        return value.to_bytes(size, order)  # type: ignore[arg-type]

    entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + b"\0\0"
    head = (b"MM" if order == "big" else b"II") + number(42, 2) + number(8, 4) + number(1, 2)
    return segment(0xE1, b"Exif\0\0" + head + entry + b"\0\0\0\0" + PLACE)


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
TABLE = segment(0xDB, b"\0" * 65)
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"picture\xff\0more\xff\xd0and more"
END = b"\xff\xd9"
JPEG = b"\xff\xd8" + JFIF + TABLE + SCAN + END


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """As the form gets it; the media type the browser claims is of no account."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")
