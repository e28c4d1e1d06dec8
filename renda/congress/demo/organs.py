"""The organs of the demo: kinds, heads, leaders in charge, contact persons, duties, one reform.

Every name is invented. Telephone numbers of the demo begin with 000: nobody answers there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from renda.congress.actions import add_body
from renda.congress.contacts import keep_field_of, note_contact
from renda.congress.models import Body, BodyPast, Congress, Contact
from renda.congress.reform import Reform, carry_out
from renda.congress.roles import BodyKind, Duty, OrganKind
from renda.kernel.registers.keeping import enter

FORWARDING, HOUSING, CITY_ADMIN = "市政府办公室", "市住房和城乡建设局", "市城市管理局"
GARDENS = "市园林局"
BUILDING = "城乡建设环境资源委员会"
LEADERS = ("市政府", "常务副市长 温长渠", "副市长 包秀山", "副市长 常润泽", "副市长 魏立夏")
REFORMED_ON, RENAMED_UNTIL = date(2024, 4, 1), date(2022, 6, 30)
TERM_FROM = date(2021, 12, 20)


@dataclass(frozen=True)
class Told:
    """What the demo says of an organ. `leader` is the place in LEADERS, 0 for none."""

    short: str
    kind: OrganKind
    leader: int
    head: str
    contact: str
    duties: str


_ORGANS = {
    FORWARDING: Told("市政府办", OrganKind.GOVERNMENT, 1, "丁守田", "解春渠", "转办、督办市政府系统承办的代表建议"),
    "市发展和改革委员会": Told("市发改委", OrganKind.DEPARTMENT, 1, "邵启明", "云兰英", "规划、项目审批、价格、粮食和物资储备、能源"),
    "市教育局": Told("市教育局", OrganKind.DEPARTMENT, 3, "乔文渊", "郭晓棠", "幼儿园、中小学、职业教育、校车、教师"),
    "市公安局": Told("市公安局", OrganKind.DEPARTMENT, 2, "龚建业", "田玉芬", "治安、户籍、交通秩序、停车、信号灯"),
    "市民政局": Told("市民政局", OrganKind.DEPARTMENT, 3, "石永平", "吕佳禾", "养老、低保、社会组织、地名、殡葬"),
    "市财政局": Told("市财政局", OrganKind.DEPARTMENT, 1, "万思源", "钱海棠", "预算、资金、政府采购、国有资产"),
    "市生态环境局": Told("市生态环境局", OrganKind.DEPARTMENT, 2, "武望川", "段锦云", "空气、水质、噪声、固体废物"),
    HOUSING: Told("市住建局", OrganKind.DEPARTMENT, 2, "孔堃", "郝雁南", "路灯、住房、物业、老旧小区、供热、燃气、工程质量"),
    "市交通运输局": Told("市交通局", OrganKind.DEPARTMENT, 2, "汤清河", "尹小满", "公路、公交、客运、出租汽车"),
    "市水利局": Told("市水利局", OrganKind.DEPARTMENT, 4, "黎长渠", "贾丽华", "灌溉、河道、防汛、饮水"),
    "市农牧局": Told("市农牧局", OrganKind.DEPARTMENT, 4, "巴特尔", "斯琴高娃", "种植、养殖、农机、农牧民合作社"),
    "市商务局": Told("市商务局", OrganKind.DEPARTMENT, 1, "夏志远", "覃一帆", "市场、外贸、加油站、农贸市场"),
    "市文化和旅游局": Told("市文旅局", OrganKind.DEPARTMENT, 3, "任雪舟", "魏秋实", "文化馆、图书馆、文物、旅游"),
    "市卫生健康委员会": Told("市卫健委", OrganKind.DEPARTMENT, 3, "苏春耕", "康凤鸣", "医院、卫生院、疾病预防、托育"),
    "市市场监督管理局": Told("市市场监管局", OrganKind.DEPARTMENT, 1, "邵向阳", "石禾林", "食品、药品、价格、计量、专利"),
    CITY_ADMIN: Told("市城管局", OrganKind.DEPARTMENT, 2, "龚木森", "常璟瑄", "市容、环卫、公园、绿化、摊点"),
    "市林业和草原局": Told("市林草局", OrganKind.DEPARTMENT, 4, "阿拉坦仓", "乌兰其木格", "造林、草原、湿地、防火"),
    "市邮政管理局": Told("市邮管局", OrganKind.CENTRAL, 0, "田旻", "郭淏", "快递、邮政网点"),
    "市消防救援支队": Told("市消防支队", OrganKind.CENTRAL, 0, "吕翀", "丁祎", "消防、应急救援"),
    "市供电公司": Told("市供电公司", OrganKind.CENTRAL, 0, "钱垚", "任昇", "供电、农网改造、充电桩"),
    "临湾区人民政府": Told("临湾区政府", OrganKind.COUNTY, 0, "乔石磊", "云喆", "临湾区的各项事务"),
    "五泉县人民政府": Told("五泉县政府", OrganKind.COUNTY, 0, "邵建业", "武犇", "五泉县的各项事务"),
}  # fmt: skip
LOOKED_AFTER = (HOUSING, CITY_ADMIN, "市生态环境局", "市交通运输局", "市林业和草原局")
SECTIONS = (("代表工作委员会", "联络科"), (HOUSING, "城市照明科"), (HOUSING, "物业科"))
LETTERS = (
    (HOUSING, "郝雁南", "来函商签收单", date(2026, 11, 3)),
    ("市公安局", "田玉芬", "来电问办理时限", date(2026, 10, 20)),
    ("市供电公司", "任昇", "送来协办意见", date(2026, 9, 15)),
    ("市邮政管理局", "郭淏", "送来答复稿", date(2025, 8, 8)),
)


def organ_told(name: str, bodies: Mapping[tuple[str, str], Body], slug: str) -> dict[str, Any]:
    """Further fields of an organ; the departments stand below the office that forwards to them."""
    told = _ORGANS[name]
    is_below = told.kind == OrganKind.DEPARTMENT
    return {
        "short_name": told.short,
        "organ_kind": told.kind,
        "code": f"HW{list(_ORGANS).index(name) + 1:03d}",
        "duties": told.duties,
        "is_forwarding": name == FORWARDING or told.kind == OrganKind.COUNTY,
        "parent": bodies[slug, FORWARDING] if is_below else None,
    }


def tell_organs(city: Congress, bodies: Mapping[str, Body], *, whole: bool) -> None:
    """The people beside the organs, a reform of years ago, what a committee looks after. Tests
    need only the reform; the rest is for people to look at."""
    _reform(city, bodies)
    if not whole:
        return
    for n, (name, told) in enumerate(_ORGANS.items()):
        _people(bodies[name], told, n)
    for above, section in SECTIONS:
        kind, parent = BodyKind.SECTION, bodies[above]
        add_body(congress=city, kind=kind, name=section, parent=parent, order=900)
    keep_field_of(committee=bodies[BUILDING], organs=[bodies[name] for name in LOOKED_AFTER])
    for name, person, why, on in LETTERS:
        note_contact(body=bodies[name], name=person, used_for=why, on=on)


def _reform(city: Congress, bodies: Mapping[str, Body]) -> None:
    """园林局 went into 城市管理局, which itself had another name before."""
    now = bodies[CITY_ADMIN]
    past = BodyPast(body=now, name="市城市管理综合执法局", until_on=RENAMED_UNTIL)
    enter(past, "congress.keep_old_name", by=None, congress_id=city.pk)
    gardens = add_body(
        congress=city,
        kind=BodyKind.ORGAN,
        name=GARDENS,
        order=now.order,
        short_name=GARDENS,
        organ_kind=OrganKind.DEPARTMENT,
        parent=now.parent,
    )
    note = "河湾市机构改革方案"
    carry_out(Reform([gardens], [now], REFORMED_ON, note), by=None)


def _people(organ: Body, told: Told, n: int) -> None:
    rows = [(Duty.HEAD, told.head, ""), (Duty.CONTACT, told.contact, f"139000010{n:02d}")]
    if told.leader:
        office, _space, name = LEADERS[told.leader].partition(" ")
        rows.append((Duty.LEADER, name, ""))
    for duty, name, mobile in rows:
        phone = organ.phone if duty == Duty.CONTACT else ""
        held = office if duty == Duty.LEADER else ""
        row = Contact(body=organ, duty=duty, name=name, office=held, phone=phone, from_on=TERM_FROM)
        row.mobile = mobile
        enter(row, "congress.add_contact", by=None, congress_id=organ.congress_id)
