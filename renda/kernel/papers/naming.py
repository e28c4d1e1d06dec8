"""The name a paper keeps: what the person called it, without what a name must not carry."""

import unicodedata
from pathlib import PurePosixPath

LONGEST = 80  # characters, so that even in Chinese it stays below 255 bytes on a disk


def ending_of(name: str) -> str:
    """The ending in small letters, such as ".pdf"; empty without one."""
    return PurePosixPath(clean(name)).suffix.lower()


def clean(name: str) -> str:
    """No folders, no control or invisible characters (they can turn a name around), not too long.

    The ending survives the shortening. A name of which nothing is left is empty.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    tidy = " ".join(shown.split()).strip(". ")
    if len(tidy) <= LONGEST:
        return tidy
    ending = PurePosixPath(tidy).suffix[:10]
    return tidy[: LONGEST - len(ending)].rstrip() + ending
