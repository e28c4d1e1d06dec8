"""The cast: the invented people and places of the demo, shared with the tests.

Surnames with two readings, rare characters, names without a surname and a very short name are in
it on purpose. Names were made up; likeness to anyone is not meant.
"""

from dataclasses import dataclass
from typing import Any

from renda.congress.roles import BodyKind, Level, Role
from renda.deputies.roles import Office, Sex

CITY, DISTRICT, BANNER, TOWN = "hewan", "linwan", "zhongchuan", "langwan"


@dataclass(frozen=True)
class Place:
    """A congress of the demo."""

    slug: str
    place: str
    level: Level
    above: str = ""
    phone: str = ""

    @property
    def short_name(self) -> str:
        """河湾市人大."""
        return f"{self.place}人大"


@dataclass(frozen=True)
class Member:
    """Somebody of the cast; without `login` they have no account and are told on paper."""

    name: str
    login: str = ""
    shown_as: str = ""
    phone: str = ""
    posts: tuple[tuple[str, str, Role], ...] = ()  # (congress, body, role)
    seats: tuple[tuple[str, str, Office], ...] = ()  # (congress, body, office), in precedence
    mandates: tuple[tuple[str, str], ...] = ()  # (congress, electoral unit)


PLACES = (
    Place(CITY, "河湾市", Level.PREFECTURE, phone="0470-000 0100"),
    Place(DISTRICT, "临湾区", Level.COUNTY, CITY, "0470-000 0200"),
    Place("wuquan", "五泉县", Level.COUNTY, CITY),
    Place("dengling", "磴岭县", Level.COUNTY, CITY),
    Place("qianchuan", "前川旗", Level.COUNTY, CITY),
    Place(BANNER, "中川旗", Level.COUNTY, CITY),
    Place("houchuan", "后川旗", Level.COUNTY, CITY),
    Place("hanghe", "杭河旗", Level.COUNTY, CITY),
    Place(TOWN, "狼湾镇", Level.TOWNSHIP, DISTRICT, "0470-000 0300"),
)

STANDING, DEPUTIES, MEETINGS, CENTRE = "常委会", "代表工作委员会", "办公室秘书科", "信息中心"
BUILDING = "城乡建设环境资源委员会"
PARTY_GROUP, QUALIFICATION = "常委会党组", "代表资格审查委员会"
CONGRESS_BODIES = (
    (STANDING, BodyKind.STANDING_COMMITTEE),
    (DEPUTIES, BodyKind.WORKING_COMMITTEE),
    (MEETINGS, BodyKind.OFFICE),
    (BUILDING, BodyKind.COMMITTEE),
    (CENTRE, BodyKind.OFFICE),
)
PRESIDIUM = "主席团"
# Bodies of the city only: nobody of the lower congresses is in the story with them.
CITY_BODIES = (
    ("主任会议", BodyKind.COUNCIL),
    (PARTY_GROUP, BodyKind.PARTY_GROUP),
    (QUALIFICATION, BodyKind.QUALIFICATION),
    ("驻市人大机关纪检监察组", BodyKind.DISCIPLINE),
)

# Organs in their official order; in brackets what the office calls them is not needed: one name.
ORGANS = (
    "市政府办公室",
    "市发展和改革委员会",
    "市教育局",
    "市公安局",
    "市民政局",
    "市财政局",
    "市生态环境局",
    "市住房和城乡建设局",
    "市交通运输局",
    "市水利局",
    "市农牧局",
    "市商务局",
    "市文化和旅游局",
    "市卫生健康委员会",
    "市市场监督管理局",
    "市城市管理局",
    "市林业和草原局",
    "市邮政管理局",
    "市消防救援支队",
    "市供电公司",
    "临湾区人民政府",
    "五泉县人民政府",
)
HOUSING = "市住房和城乡建设局"

CAST = (
    Member(
        "贺川平",
        "hechuanping",
        "主任",
        seats=((CITY, STANDING, Office.CHAIR), (CITY, PARTY_GROUP, Office.SECRETARY)),
        mandates=((CITY, "临湾区"),),
    ),
    Member(
        "其其格玛",
        "qiqigema",
        "副主任",
        seats=(
            (CITY, STANDING, Office.VICE_CHAIR),
            (CITY, PARTY_GROUP, Office.DEPUTY_SECRETARY),
            (CITY, QUALIFICATION, Office.HEAD),
        ),
        mandates=((CITY, "中川旗"),),
    ),
    Member(
        "仇满仓",
        "qiumancang",
        "秘书长",
        seats=((CITY, STANDING, Office.SECRETARY_GENERAL), (CITY, PARTY_GROUP, Office.MEMBER)),
        mandates=((CITY, "磴岭县"),),
    ),
    Member("韩赟", "hanyun", "代表工委主任", posts=((CITY, DEPUTIES, Role.DEPUTIES_OFFICE),)),
    Member(
        "白玥琪",
        "baiyueqi",
        "代表工委联络科科长",
        phone="13900000001",
        posts=((CITY, DEPUTIES, Role.DEPUTIES_OFFICE),),
    ),
    Member("单禾", "shanhe", "秘书科科长", posts=((CITY, MEETINGS, Role.MEETINGS_OFFICE),)),
    Member(
        "敖日其楞",
        "aoriqileng",
        "城建环资委主任委员",
        seats=((CITY, STANDING, Office.MEMBER), (CITY, BUILDING, Office.HEAD)),
        mandates=((CITY, "后川旗"),),
    ),
    Member(
        "解春渠", "xiechunqu", "督查室主任", posts=((CITY, "市政府办公室", Role.FORWARDING_CLERK),)
    ),
    Member("孔堃", "kongkun", "市住建局局长", posts=((CITY, HOUSING, Role.HANDLER_HEAD),)),
    Member("郝雁南", "haoyannan", "市住建局经办人", posts=((CITY, HOUSING, Role.HANDLER),)),
    Member(
        "乌仁托娅",
        "wurentuoya",
        "市人大代表",
        phone="13900000002",
        mandates=((CITY, "前川旗"),),
    ),
    Member("秦二柱", mandates=((CITY, "五泉县"),)),
    Member(
        "那仁格日勒图",
        "narengeriletu",
        "市、旗两级人大代表",
        mandates=((CITY, "中川旗"), (BANNER, "呼勒河苏木")),
    ),
    Member(
        "刘麦霞",
        "liumaixia",
        "狼湾镇人大主席、市人大代表",
        seats=((TOWN, PRESIDIUM, Office.PRESIDENT),),
        mandates=((CITY, "临湾区"), (TOWN, "第三选区")),
    ),
    Member(
        "段五宝", "duanwubao", "狼湾镇镇长", posts=((TOWN, "狼湾镇人民政府", Role.HANDLER_HEAD),)
    ),
    Member("高珺", "gaojun", "管理员", posts=((CITY, CENTRE, Role.ADMINISTRATOR),)),
    Member("安雅文", "anyawen", "代表助手"),
    Member(
        "苗青禾",
        "miaoqinghe",
        "临湾区代表工委",
        posts=((DISTRICT, DEPUTIES, Role.DEPUTIES_OFFICE),),
    ),
)

SURNAMES = "魏任温苏乔丁康邵云郭田吕石龚常武段万钱汤尹黎易贾夏覃"
GIVEN = (
    "长渠 雪舟 晓棠 禾林 木森 启明 一帆 秋实 兰英 守田 润泽 春耕 望川 锦云 小满 石磊 玉芬 建业 清河 秀山 "
    "永平 佳禾 立夏 海棠 思源 文渊 向阳 凤鸣 志远 丽华 喆 垚 昇 翀 旻 淏 璟瑄 祎 犇"
).split()
MONGOLIAN = (
    "巴特尔 斯琴高娃 阿拉坦仓 呼和巴日 萨仁图雅 乌兰其木格 额尔敦巴特尔 宝音德力格尔".split()
)


def invented_names(many: int) -> list[str]:
    """So many further names, always the same ones."""
    made = list(MONGOLIAN)
    for i, given in enumerate(GIVEN * 20):
        made.append(SURNAMES[(i * 7 + i // len(GIVEN)) % len(SURNAMES)] + given)
    seen = dict.fromkeys(made)
    return list(seen)[:many]


# Fields of the city's fourteen deputies' groups; every third word is somebody's work in the cast.
FIELDS = (
    ("农业水利", "种植、农业、水利、合作社"),
    ("牧业", "牧业、畜牧、草原、养殖"),
    ("教育", "教育、学校、教师"),
    ("医疗卫生", "医疗、卫生、医师、护理"),
    ("城乡建设", "建设、建筑、规划、物业"),
    ("交通运输", "交通、运输、公路、驾驶"),
    ("工业能源", "工业、电力、能源、车间"),
    ("商贸流通", "商贸、商业、超市、物流"),
    ("财政金融", "财政、金融、银行、会计"),
    ("科技信息", "科技、信息、软件、工程师"),
    ("文化旅游", "文化、旅游、非遗、艺术"),
    ("生态环境", "生态、环境、林业、治沙"),
    ("法治社会", "法律、律师、调解、社区"),
    ("乡村振兴", "嘎查村、村委会、乡村"),
)
_WORK = (
    "种植大户 畜牧师 中学教师 医师 建筑公司项目经理 公路养护工 电力车间主任 超市经理 银行会计 软件工程师 非遗传承人"
    " 治沙站职工 律师 村委会主任 社区书记 护理师 养殖户 物流驾驶员"
).split()
_PEOPLE: dict[str, dict[str, str]] = {
    "其其格玛": {"sex": Sex.FEMALE, "nationality": "蒙古族"},
    "敖日其楞": {"sex": Sex.MALE, "nationality": "蒙古族"},
    "乌仁托娅": {"sex": Sex.FEMALE, "nationality": "蒙古族", "job": "牧民合作社理事长"},
    "秦二柱": {"sex": Sex.MALE, "nationality": "汉族", "job": "种粮大户"},
    "那仁格日勒图": {"sex": Sex.MALE, "nationality": "蒙古族", "job": "中学副校长"},
    "刘麦霞": {"sex": Sex.FEMALE, "nationality": "汉族"},
}


def told_of(name: str, n: int = 0) -> dict[str, Any]:
    """What is known of an invented person: sex, ethnic group, work. Always the same."""
    if name in _PEOPLE or name in {member.name for member in CAST}:
        return {"sex": Sex.MALE, "nationality": "汉族", **_PEOPLE.get(name, {})}
    return {
        "sex": Sex.FEMALE if n % 3 == 1 else Sex.MALE,
        "nationality": "蒙古族" if name in MONGOLIAN else ("回族" if n % 13 == 9 else "汉族"),
        "job": _WORK[n % len(_WORK)],
    }
