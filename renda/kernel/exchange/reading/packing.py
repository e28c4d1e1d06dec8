"""Whether a packed workbook is what it says, before anybody unpacks it for good."""

import struct
import zipfile
import zlib
from os import SEEK_CUR
from pathlib import Path
from typing import BinaryIO

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
        with path.open("rb") as file:
            for member in members:
                left -= _unpacked(file, member, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError) as fault:
        raise Unreadable("broken") from fault


def _unpacked(file: BinaryIO, member: zipfile.ZipInfo, left: int) -> int:
    """How long a member really is. `ZipFile.open` would stop where the list says that it ends;
    whoever unpacks it later may not."""
    if member.compress_type == zipfile.ZIP_STORED:
        return member.compress_size
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise Unreadable("broken")
    file.seek(member.header_offset + 26)
    name, more = struct.unpack("<HH", file.read(4))
    file.seek(name + more, SEEK_CUR)
    unpack, size, rest = zlib.decompressobj(-zlib.MAX_WBITS), 0, member.compress_size
    while rest > 0 and not unpack.eof:
        part = file.read(min(PART, rest))
        if not part:
            raise EOFError
        rest -= len(part)
        while part:
            size += len(unpack.decompress(part, PART))
            part = unpack.unconsumed_tail
            if size > left:
                raise Unreadable("bomb")
    return size
