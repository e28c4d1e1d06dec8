"""Whether two names may mean the same organ, 住建局 and 市住建局: it only raises doubts."""

import re
import unicodedata
from difflib import SequenceMatcher

_PLACE = re.compile(r"^(.{0,4}?[省市州盟县旗区])(.{3,})$")
_LEAST = 0.75


def normal(name: str) -> str:
    """A name without what typists vary: widths, spaces, brackets."""
    plain = unicodedata.normalize("NFKC", name)
    return re.sub(r"[\s·.,。()〔〕\[\]]", "", plain).lower()


def is_alike(one: str, other: str) -> bool:
    """Whether somebody could write the one for the other."""
    (place, a), (another_place, b) = _parted(one), _parted(other)
    if not (place.endswith(another_place) or another_place.endswith(place)):
        return False  # 临湾区人民政府, 五泉县人民政府
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and short[-1] == long[-1] and _is_within(short, long):
        return True
    return SequenceMatcher(None, a, b).ratio() >= _LEAST


def _parted(name: str) -> tuple[str, str]:
    """The place before a name, and the rest with 委员会 as 委, as people say it."""
    plain = normal(name).replace("委员会", "委")
    found = _PLACE.match(plain)
    return (found.group(1), found.group(2)) if found else ("", plain)


def _is_within(short: str, long: str) -> bool:
    """Whether the signs of the short name stand in the long one in this order."""
    waiting = iter(long)
    return all(sign in waiting for sign in short)
