"""Whether a packed workbook is what it says, before anybody unpacks it for good."""

import zipfile
import zlib
from pathlib import Path

from renda.kernel.exchange.reading.unreadable import Unreadable

UNPACKED, MEMBERS = 400 * 1024 * 1024, 4000
PART = 1024 * 1024
WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


def check(path: Path) -> None:
    """Refuse what would become too large: by its own list first, then by unpacking and counting,
    since a list can lie."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
            if not {m.filename.lower() for m in members} & set(WORKBOOKS):
                raise Unreadable("no_table_file")
            if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED:
                raise Unreadable("bomb")
            if any(m.flag_bits & 1 for m in members):
                raise Unreadable("encrypted")
            left = UNPACKED
            for member in members:
                left -= _unpacked(packed, member, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        raise Unreadable("broken") from fault


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    size = 0
    with packed.open(member) as file:
        while part := file.read(PART):
            size += len(part)
            if size > left:
                raise Unreadable("bomb")
    return size
