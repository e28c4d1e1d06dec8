"""What an administrative code and a name say by themselves: level, superior, kind.

Codes have 2 digits for a province, 4 for a prefecture, 6 for a county, 9 for a township, 12 for a
village. The guesses are for files that say nothing more; a person can correct every one of them.
"""

import re

from renda.congress.roles import RegionKind

LENGTHS = (2, 4, 6, 9, 12)
_MUNICIPALITIES = ("11", "12", "31", "50")
# Lines that only group what hangs directly below a province: no place, no congress.
_GROUPS = re.compile(r"^(市辖区|县|.+直辖县级行政区划)$")
_PREFECTURES_WITHOUT = re.compile(r"(盟|地区)$")  # 组织法59.2: an organ may be dispatched there
_COUNTY_ZONES = re.compile(r"(开发区|管理区|示范区|管委会|行政委员会)$")
# By the end of its name, the first that fits; what fits none goes by the code.
_TOWNSHIP_KINDS = (
    (re.compile(r"街道(办事处)?$"), RegionKind.STREET),
    (re.compile(r"(镇|乡|苏木)$"), RegionKind.TOWNSHIP),
    (re.compile(r"(公司|集团|矿|矿区|厂)$"), RegionKind.COMPANY),
    (re.compile(r"(场|畜繁育中心)$"), RegionKind.FARM),
    (re.compile(r"(区|园|口岸)[）)]?$"), RegionKind.ZONE),
)
_BY_GROUP = {
    "0": RegionKind.STREET,
    "1": RegionKind.TOWNSHIP,
    "2": RegionKind.TOWNSHIP,
}
_WITH_CONGRESS = {
    RegionKind.PROVINCE,
    RegionKind.PREFECTURE,
    RegionKind.COUNTY,
    RegionKind.TOWNSHIP,
}


def is_code(text: str) -> bool:
    """Whether this could be a code: digits, of one of the five lengths."""
    return text.isascii() and text.isdecimal() and len(text) in LENGTHS


def without_filling(code: str, superiors: tuple[str, ...] = ()) -> str:
    """150102000000 is 150102: some lists fill every code with noughts. A code whose own superior
    is what would be left keeps them: 441900 lies in 4419."""
    if not is_code(code):
        return code
    for length in LENGTHS:
        rest = code[length:]
        if rest and not rest.strip("0") and code[:length] not in superiors:
            return code[:length]
    return code


def superiors_of(code: str) -> list[str]:
    """The codes among which its superior is, the nearest first. Only where the nearest may be no
    place of its own (市辖区, 省直辖县级行政区划, 441900) there is a second."""
    found: list[str] = []
    for length in reversed(LENGTHS):
        if length < len(code):
            found.append(code[:length])
            if not _groups_only(code[:length]):
                break
    return found


def _groups_only(code: str) -> bool:
    if len(code) == 4:
        return code.endswith("90") or code[:2] in _MUNICIPALITIES
    return len(code) == 6 and code.endswith("00")


def kind_of(code: str, name: str) -> RegionKind:
    """What kind of place this seems to be."""
    if len(code) == 9:
        return _township_kind(code, name)
    if len(code) == 4 and _GROUPS.match(name):
        return RegionKind.OTHER
    if len(code) == 6:
        return _county_kind(code, name)
    return {2: RegionKind.PROVINCE, 4: RegionKind.PREFECTURE}.get(len(code), RegionKind.VILLAGE)


def is_without_congress(kind: str, name: str) -> bool:
    """Whether a place of this kind seems to have no congress of its own (组织法7)."""
    if kind == RegionKind.PREFECTURE:
        return bool(_PREFECTURES_WITHOUT.search(name))
    return kind not in _WITH_CONGRESS


def _county_kind(code: str, name: str) -> RegionKind:
    if code.endswith("00"):  # the city itself, once more, where it has no counties
        return RegionKind.OTHER
    # 71 to 80 are the statisticians' codes of development zones; 下花园区 (06) is a district.
    is_zone = 71 <= int(code[4:]) <= 80 or _COUNTY_ZONES.search(name)
    return RegionKind.ZONE if is_zone else RegionKind.COUNTY


def _township_kind(code: str, name: str) -> RegionKind:
    for ends, kind in _TOWNSHIP_KINDS:
        if ends.search(name):
            return kind
    return _BY_GROUP.get(code[6], RegionKind.OTHER)
