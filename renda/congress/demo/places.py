"""The invented places of the demo and what their congresses keep: codes from 99 on are nobody's."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from renda.congress.actions.regions import add_region, move_region, rename_region
from renda.congress.actions.sittings import hold_sitting
from renda.congress.models import Body, Congress, GlossaryWord, Guidance, Region
from renda.kernel.registers.keeping import change, enter

ABOVE = (("99", "塞原自治区"), ("9901", "河湾市"), ("9902", "青垣市"))
COUNTIES = (
    ("990102", "临湾区"),
    ("990121", "五泉县"),
    ("990122", "磴岭县"),
    ("990123", "前川旗"),
    ("990124", "中川旗"),
    ("990125", "后川旗"),
    ("990126", "杭河旗"),
)
BELOW = (
    ("990102001", "槐荫街道"),
    ("990102002", "北桥街道"),
    ("990102101", "狼湾镇"),
    ("990102400", "河湾经济开发区"),
    ("990102401", "临湾农场"),
    ("990102101200", "柳滩村"),
    ("990102101201", "河东村"),
    ("990121100", "隆泉镇"),
    ("990121101", "白杨乡"),
    ("990123100", "乌拉河镇"),
    ("990123201", "沙日苏木"),
    ("990124200", "呼勒河苏木"),
    ("990124400", "乌兰口岸"),
    ("990126400", "杭河盐化有限公司"),
)
# By the place's code. The demo tells a few of the deputies that the law counts by it: their number is
# not fixed, or every page would say that hundreds of seats are vacant.
PEOPLE = {
    "9901": 1_640_000,
    "990102": 320_000,
    "990121": 218_000,
    "990122": 96_000,
    "990123": 264_000,
    "990124": 118_000,
    "990125": 52_000,
    "990126": 135_000,
    "990102101": 50_000,
}
COMMITTEES = {"9901": 43}  # whose members are all told
# By name of the body: number, first and last day.
SITTINGS = {
    "常委会": (
        (33, date(2026, 8, 25), date(2026, 8, 26)),
        (34, date(2026, 9, 28), None),
        (35, date(2026, 10, 29), date(2026, 10, 30)),
    ),
    "主任会议": ((59, date(2026, 10, 16), None), (60, date(2026, 11, 13), None)),
    "常委会党组": ((4, date(2026, 9, 18), None), (5, date(2026, 11, 6), None)),
}
PRESIDIUM = ((2, date(2026, 4, 8), None), (3, date(2026, 8, 12), None))
WORDS = {"county_level": "旗县区", "township_level": "苏木乡镇", "village_level": "嘎查村"}
NAMES = (
    "柳湾 石桥 红柳 沙梁 永丰 东渠 白塔 青松 长胜 双泉 新华滩 大树湾 三道桥 榆树林 黑土梁".split()
)


def lay_out(congress_id: int) -> dict[str, Region]:
    """The tree, by its codes; one place was renamed since and one moved."""
    found: dict[str, Region] = {}
    for code, name in (*ABOVE, *COUNTIES, *BELOW):
        parent = found.get(_superior(code, found))
        found[code] = add_region(congress_id=congress_id, code=code, name=name, parent=parent)
    renamed = found["990121101"]
    rename_region(
        renamed,
        name="白杨镇",
        on=date(2024, 6, 1),
        reason="撤乡设镇",
        congress_id=congress_id,
    )
    move_region(
        found["990123201"],
        parent=found["990124"],
        code="990124201",
        on=date(2025, 3, 1),
        reason="划归中川旗",
        congress_id=congress_id,
    )
    return found


def fill(found: Mapping[str, Region], congress_id: int) -> None:
    """Towns enough for a real city: seventy places below its counties."""
    for first, (county, _name) in enumerate(COUNTIES):
        for n in range(7 + int(county[-1]) % 3):
            ending = "镇" if n < 6 else "苏木" if county >= "990123" else "乡"
            add_region(
                congress_id=congress_id,
                code=f"{county}{102 + n if n < 6 else 204 + n}",
                name=f"{NAMES[(first * 4 + n) % len(NAMES)]}{ending}",
                parent=found[county],
            )


def settle(congress: Congress, region: Region) -> None:
    """A congress takes its place in the tree, with its population."""
    values = {
        "region": region,
        "population": PEOPLE[region.code],
        "fixed_committee": COMMITTEES.get(region.code),
    }
    change(congress, "congress.change_congress", by=None, values=values, congress_id=congress.pk)


def meet(city: Mapping[str, Body], presidium: Body) -> None:
    """The latest meetings of the city's bodies and of a township's presidium."""
    told = [(city[name], held) for name, held in SITTINGS.items()] + [(presidium, PRESIDIUM)]
    for body, held in told:
        for number, opens_on, closes_on in held:
            hold_sitting(body=body, number=number, opens_on=opens_on, closes_on=closes_on)


def speak(congress: Congress) -> None:
    """The city's own words for its levels."""
    for key, word in WORDS.items():
        enter(GlossaryWord(congress=congress, key=key, word=word), "congress.add_word", by=None)


def guide(city: Congress, district: Congress, town: Congress) -> None:
    """Visits to lower congresses: one followed up, one open, one overdue."""
    told: tuple[dict[str, Any], ...] = (
        {
            "congress": city,
            "lower": district,
            "on": date(2026, 9, 10),
            "people": "代表工委调研组",
            "finding": "代表小组活动计划已落实，街道联络站值班记录不全。",
            "follow_up": "补齐三季度值班记录，建立月报制度。",
            "due_on": date(2027, 3, 31),
        },
        {
            "congress": district,
            "lower": town,
            "on": date(2026, 5, 20),
            "people": "区人大代表工委",
            "finding": "主席团每季度一次会议未能坚持。",
            "follow_up": "制定主席团全年会议计划并报区人大常委会。",
            "due_on": date(2026, 6, 30),
        },
        {
            "congress": district,
            "lower": town,
            "on": date(2026, 3, 12),
            "people": "区人大办公室",
            "finding": "代表建议办理台账清楚。",
            "follow_up": "公开办理结果。",
            "due_on": date(2026, 4, 30),
            "done_on": date(2026, 4, 22),
        },
    )
    for said in told:
        enter(Guidance(**said), "congress.add_guidance", by=None)


def _superior(code: str, found: Mapping[str, Region]) -> str:
    above = (code[:length] for length in (9, 6, 4, 2) if length < len(code))
    return next((c for c in above if c in found), "")
