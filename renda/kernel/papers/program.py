"""Whether a PDF may run something when it is opened. Such a file is kept as it came, since it may
be the signed original, but it is only downloaded, never opened beside our pages."""

import mmap
import re
import zlib
from pathlib import Path

# A name may be written with #hh, so /J#61vaScript is meant too.
_RUNS = re.compile(
    rb"/(?:J|#4[aA])(?:S|#53|(?:a|#61)(?:v|#76))|/(?:Launch|XFA|RichMedia|EmbeddedFile)"
)
_LOCKED = re.compile(rb"/Encrypt\b")
_PACKED = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
UNPACKED_MOST = 4 * 1024 * 1024


def runs_something(path: Path) -> bool:
    """True as well for what cannot be looked into: encrypted files, parts we cannot unpack."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if _RUNS.search(data) or _LOCKED.search(data):
            return True
        return any(_hides(data, found.end()) for found in _PACKED.finditer(data))


def _hides(data: mmap.mmap, at: int) -> bool:
    unpack = zlib.decompressobj()
    try:
        plain = unpack.decompress(data[at : at + UNPACKED_MOST], UNPACKED_MOST)
    except zlib.error:
        return True
    return not unpack.eof or _RUNS.search(plain) is not None
