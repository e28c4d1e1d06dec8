"""The other suggestions of the session: invented from places, matters and a seeded order."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from renda.suggestions.demo.story import Beat, Story, assign, contact, judge, lead, on, reply

# What it is about, which organ, its category, the problem, the request.
MATTERS = (
    (
        "清淤疏浚{}排水沟",
        "市水利局",
        "agriculture",
        "沟底淤高，秋浇时田里积水。",
        "入冬前清淤一次。",
    ),
    (
        "增设{}公交站点",
        "市交通运输局",
        "transport",
        "最近的站点在两公里外，老人看病不便。",
        "增设一处站点。",
    ),
    (
        "修补{}至国道的村道",
        "市交通运输局",
        "transport",
        "路面坑槽多，运粮车翻过两次。",
        "修补破损路面。",
    ),
    ("在{}设立助餐点", "市民政局", "livelihood", "独居老人做饭难。", "设一处助餐点。"),
    (
        "改善{}卫生院设备",
        "市卫生健康委员会",
        "health",
        "没有心电图机，检查要进城。",
        "配齐基本设备。",
    ),
    (
        "整治{}周边流动摊贩",
        "市城市管理局",
        "governance",
        "占道经营，行人走机动车道。",
        "划定经营区。",
    ),
    ("加固{}中心校围墙", "市教育局", "education", "围墙开裂，下雨时不敢靠近。", "开学前加固。"),
    ("推广{}节水灌溉", "市农牧局", "agriculture", "大水漫灌，地下水位下降。", "扩大滴灌面积。"),
    (
        "保护{}古树名木",
        "市林业和草原局",
        "environment",
        "古树无人看护，被钉了招牌。",
        "挂牌并明确看护人。",
    ),
    (
        "完善{}体育场地",
        "市文化和旅游局",
        "education",
        "场地只有水泥地，孩子摔伤多。",
        "铺设塑胶地面。",
    ),
)
SPOTS = "狼湾镇 隆泉镇 乌拉河镇 呼勒河苏木 槐荫街道 北桥街道 双渠乡 红柳镇".split()
ASSIGNED = on("2026-01-30")


def fillers(sponsors: list[str], taken: set[int], many: int) -> Iterator[Story]:
    """So many more stories for the numbers that are not taken."""
    chance = random.Random(2026)
    free = [n for n in range(1, many + len(taken) + 1) if n not in taken]
    for i, place in enumerate(free[:many]):
        what, organ, category, problem, asked = MATTERS[i % len(MATTERS)]
        spot = SPOTS[(i * 3 + i // len(MATTERS)) % len(SPOTS)]
        yield Story(
            sponsor=sponsors[i % len(sponsors)],
            title=f"关于{what.format(spot)}的建议",
            problem=f"{spot}：{problem}",
            requests=(asked, "办理结果向群众公布。"),
            category=category,
            beats=tuple(_beats(i, organ, chance)),
            place=place,
        )


def _beats(i: int, organ: str, chance: random.Random) -> Iterator[Beat]:
    yield Beat(on("2026-01-20"), "submit")
    yield Beat(on("2026-01-23"), "accept")
    yield assign(ASSIGNED, lead(organ))
    yield Beat(ASSIGNED + timedelta(days=chance.choice((3, 4, 5))), "receive", organ)
    talked = on("2026-03-02") + timedelta(days=chance.randrange(25))
    yield contact(
        talked, organ, chance.choice(("visit", "telephone", "on_site")), "听取代表意见，说明打算。"
    )
    result = chance.choice("AABBBC")
    replied = on("2026-04-01") + timedelta(days=chance.randrange(28))
    number = f"复字〔2026〕{100 + i}号"
    yield reply(
        replied,
        organ,
        result,
        number,
        "一、所提事项已列入今年工作，时限和责任人见附表。\n二、结果将在当地公布。",
    )
    yield from _ending(i, replied, chance)


def _ending(i: int, replied: date, chance: random.Random) -> Iterator[Beat]:
    judged = replied + timedelta(days=chance.randrange(3, 14))
    view = chance.choice(("satisfied", "satisfied", "satisfied", "mostly"))
    yield judge(judged, attitude=view, result=view)
    if i % 3 != 2:
        yield Beat(judged + timedelta(days=20), "publish")
