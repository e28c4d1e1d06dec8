"""What a file really is: told by its bytes, since its name says what somebody hoped."""

from pathlib import Path

from renda.kernel.exchange.reading import books, markup, packing, plain
from renda.kernel.exchange.reading.grid import Grid
from renda.kernel.exchange.reading.unreadable import Unreadable

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = (
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
)
LOCKED = "EncryptedPackage".encode("utf-16-le")
DOCUMENTS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document"))


def grids(path: Path, most_rows: int) -> list[Grid]:
    """The sheets of whatever this is. Raises Unreadable, with why."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        raise Unreadable("empty")
    if head.startswith(ZIP):
        packing.check(path)
        return books.grids(path, most_rows)
    if head.startswith(OLE):
        return _old_book(path, most_rows)
    if head.startswith(OTHERS):
        raise Unreadable("no_table_file")
    return _text(path.read_bytes(), head, most_rows)


def _old_book(path: Path, most_rows: int) -> list[Grid]:
    data = path.read_bytes()
    if LOCKED in data:
        raise Unreadable("encrypted")
    if any(name in data for name in DOCUMENTS):
        raise Unreadable("no_table_file")
    return books.grids(path, most_rows)


def _text(data: bytes, head: bytes, most_rows: int) -> list[Grid]:
    begins = head.replace(b"\0", b"").lower()
    if begins.lstrip().startswith((b"mime-version:", b"from:", b"content-type:")):
        return markup.grids(markup.unwrapped(data), most_rows)
    if b"schemas-microsoft-com:office:spreadsheet" in begins and b"<workbook" in begins:
        raise Unreadable("xml_sheet")
    if b"<table" in begins or b"<html" in begins or b"<!doctype" in begins:
        return markup.grids(markup.text_of(data), most_rows)
    return plain.grids(plain.decoded(data), most_rows)
