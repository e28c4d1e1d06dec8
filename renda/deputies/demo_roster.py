"""The register of the demo: who the deputies are, where they sit, and what happened to mandates.

`build` asks it for the fields of people and seats as it enters them, so that the stage stays fast;
`tell` plays what happened during the term, with the steps an office takes.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from renda.congress.actions import add_body, give_post
from renda.congress.models import Body, Congress
from renda.congress.roles import BodyKind, Role
from renda.deputies import lifecycle
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.actions.assistants import name_assistant
from renda.deputies.actions.cards import save_card
from renda.deputies.actions.cases import report_case
from renda.deputies.actions.certificates import Pattern, issue_certificates
from renda.deputies.actions.changes import change_person
from renda.deputies.actions.entering import elect
from renda.deputies.cast import BANNER, CITY, TOWN, told_of
from renda.deputies.models import Certificate, ElectoralUnit, Mandate
from renda.deputies.roles import Beginning, CaseKind, Extra, Ground, UnitKind
from renda.kernel import moment
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.keeping import change, enter

CLERK, EXAMINER, HELPER = "白玥琪", "其其格玛", "安雅文"
FROM = date(2021, 12, 20)
# Strokes of the first character, as the office counts them for its lists.
_BY_STROKES = {
    2: "丁",
    3: "万",
    4: "乌云尹巴",
    5: "田石包",
    6: "任乔刘吕汤那",
    7: "苏邵阿",
    8: "呼宝易武",
    9: "段",
    10: "夏秦贾郭钱席",
    11: "常康萨龚",
    12: "斯温覃",
    15: "黎额",
    17: "魏",
}
STROKES = {c: strokes for strokes, chars in _BY_STROKES.items() for c in chars}
# (sex, born, ethnic group, work, expertise)
KNOWN = {
    "乌仁托娅": ("female", "1979-03", "蒙古族", "前川旗草原牧民专业合作社理事长", "草原畜牧"),
    "秦二柱": ("male", "1965-07", "汉族", "五泉县双渠乡种粮大户", "粮食生产"),
    "那仁格日勒图": ("male", "1983-11-02", "蒙古族", "中川旗第二中学副校长", "教育"),
    "刘麦霞": ("female", "1977-05", "汉族", "临湾区狼湾镇人大主席", "基层治理"),
}
WORK = (
    "河湾市第一人民医院主治医师",
    "河湾市实验小学教师",
    "双渠乡新渠村党支部书记",
    "河湾灌区管理所工程师",
    "后川旗农牧业技术推广站站长",
    "河湾市公共交通公司驾驶员",
    "五泉县面粉加工有限公司董事长",
    "杭河旗公安局民警",
)
CATEGORIES = (
    "专业技术人员",
    "专业技术人员",
    "农牧民",
    "专业技术人员",
    "干部",
    "工人",
    "企业负责人",
    "干部",
)
EDUCATION = ("大学本科", "大专", "高中", "研究生", "在职本科")
PARTIES = ("中共党员", "群众", "中共党员", "民盟", "中共党员", "无党派")


def about(name: str, n: int = 0) -> dict[str, Any]:
    """What is kept of a person, as far as a roster says it."""
    if name in KNOWN:
        sex, born, nationality, work, expertise = KNOWN[name]
        more = told_of(name) | {"education": "大专", "party": "中共党员"}
        return more | {
            "sex": sex,
            "born": born,
            "nationality": nationality,
            "work": work,
            "expertise": expertise,
        }
    return told_of(name, n) | {
        "born": f"{1962 + n * 7 % 34}-{n * 5 % 12 + 1:02d}",
        "native_place": "内蒙古自治区",
        "party": PARTIES[n % len(PARTIES)],
        "education": EDUCATION[n % len(EDUCATION)],
        "work": WORK[n % len(WORK)],
    }


def seat(
    units: dict[tuple[str, str], ElectoralUnit], slug: str, name: str, unit: str, n: int
) -> dict[str, Any]:
    """What is kept of a mandate: where elected, as what, trained when; lists go by strokes."""
    is_new = n % 5 == 2
    return {
        "unit": units.get((slug, unit)),
        "order": STROKES.get(name[0], 20) * 100 + n,
        "category": CATEGORIES[n % len(CATEGORIES)],
        "beginning": Beginning.NEW if is_new else Beginning.AGAIN,
        "trained_on": None if is_new and n % 10 == 2 else date(2022, 4, 18),
    }


def units_of(
    congresses: dict[str, Congress], terms: dict[str, Any]
) -> dict[tuple[str, str], ElectoralUnit]:
    """The city's electoral units are its counties; voters elect in the constituencies of a town."""
    below = [c for c in congresses.values() if c.parent_id == congresses[CITY].pk]
    found: dict[tuple[str, str], ElectoralUnit] = {}
    for number, congress in enumerate(below, 1):
        unit = {"number": number, "name": congress.place, "electing": congress}
        found[CITY, congress.place] = _unit(terms[CITY], UnitKind.ELECTORAL_UNIT, unit)
    for number, name in enumerate(("第一选区", "第二选区", "第三选区"), 1):
        unit = {"number": number, "name": name, "seats": 2, "extent": f"狼湾镇{name}各村组"}
        found[TOWN, name] = _unit(terms[TOWN], UnitKind.CONSTITUENCY, unit)
    unit = {"number": 1, "name": "呼勒河苏木", "seats": 3, "extent": "呼勒河苏木各嘎查"}
    found[BANNER, "呼勒河苏木"] = _unit(terms[BANNER], UnitKind.CONSTITUENCY, unit)
    return found


def _unit(term: Any, kind: str, fields: dict[str, Any]) -> ElectoralUnit:
    unit = ElectoralUnit(congress_id=term.congress_id, term=term, kind=kind, **fields)
    return enter(unit, "deputies.add_unit", by=None)


def helped(cast: Any) -> None:
    """A deputy who herds all summer lets somebody draft for her."""
    deputy = cast.actor("乌仁托娅")
    mandate = cast.mandates[CITY, "乌仁托娅"]
    name_assistant(mandate=mandate, username=cast.users[HELPER].username, by=deputy)


class Telling:
    """What happened during the term, on days before today."""

    def __init__(self, cast: Any) -> None:
        self.cast, self.announced = cast, 0
        self.term, self.city = cast.terms[CITY], cast.congresses[CITY]

    def tell(self) -> None:
        """Each on its days; the steps are those of the pages."""
        self._committee()
        moved = self._deputy("包文渊", "五泉县", 900)
        detained = self._deputy("康伯年", "磴岭县", 800)
        died = self._deputy("龚怀远", "后川旗", 700)
        self._seats()
        self._certificates()
        self._through(moved, CaseKind.END, Ground.MOVED, 460, "已迁往外省。")
        self._by_election("丁兆丰", "五泉县", 340)
        self._through(detained, CaseKind.SUSPEND, Ground.DETAINED, 260, "因刑事案件被羁押。")
        self._died(died, 200)
        self._dropped("斯琴高娃", 150)
        self._waiting(detained)
        self._cards()

    def _on(self, days: int, hour: int = 10) -> Any:
        day = moment.today() - timedelta(days=days)
        return moment.at(datetime.combine(day, time(hour), tzinfo=moment.now().tzinfo))

    @property
    def clerk(self) -> Actor:
        """The office."""
        actor: Actor = self.cast.actor(CLERK)
        return actor

    def _committee(self) -> None:
        kind = BodyKind.QUALIFICATION
        body = Body.objects.filter(congress=self.city, kind=kind).first() or add_body(
            congress=self.city, kind=kind, name="代表资格审查委员会", order=7
        )
        examiner = self.cast.users[EXAMINER]
        give_post(user=examiner, body=body, role=Role.COMMITTEE_HEAD, from_on=FROM)

    def _seats(self) -> None:
        """As many as there are deputies; in 杭河旗 one has been vacant since the election."""
        held = Mandate.objects.filter(term=self.term)
        for (slug, name), unit in self.cast.units.items():
            if slug == CITY:
                seats = held.filter(unit=unit).count() + (name == "杭河旗")
                change(unit, "deputies.change_unit", by=self.clerk, values={"seats": seats})

    def _announce(self, case: Any, days: int) -> None:
        with self._on(days):
            self.announced += 1
            number = f"公告第{self.announced}号"
            lifecycle.announce(case, by=self.clerk, announcement=number)

    def _deputy(self, name: str, unit: str, n: int) -> Mandate:
        person = add_person(name=name, congress_id=self.city.pk, **about(name, n))
        more = seat(self.cast.units, CITY, name, unit, n)
        delegation = self.cast.bodies[CITY, f"{unit}代表团"]
        return add_deputy(
            person=person, term=self.term, from_on=FROM, delegation=delegation, **more
        )

    def _certificates(self) -> None:
        with self._on(500):
            pattern = Pattern("河人代证第", 3, 1, "号")
            issue_certificates(pattern=pattern, on=moment.today(), by=self.clerk)
        with self._on(90):
            lost = Certificate.objects.filter(congress=self.city).order_by("pk")[2]
            values = {"lost_on": moment.today()}
            change(lost, "deputies.change_certificate", by=self.clerk, values=values)

    def _through(self, mandate: Mandate, kind: str, ground: str, days: int, note: str) -> None:
        with self._on(days):
            case = report_case(
                mandate=mandate,
                kind=kind,
                ground=ground,
                happened_on=moment.today() if ground else None,
                note=note,
                by=self.clerk,
            )
        self._examine(case, days - 5)
        self._announce(case, days - 8)

    def _examine(self, case: Any, days: int) -> None:
        with self._on(days):
            examiner = self.cast.actor(EXAMINER)
            lifecycle.examine(case, by=examiner, report="经审查，情况属实，符合法律规定。")

    def _elected(self, name: str, unit: str) -> Mandate:
        person = add_person(name=name, congress_id=self.city.pk, **about(name, len(name) + 3))
        fields = {
            "term": self.term,
            "unit": self.cast.units[CITY, unit],
            "delegation": self.cast.bodies[CITY, f"{unit}代表团"],
            "beginning": Beginning.BY_ELECTION,
            "order": STROKES[name[0]] * 100,
            "from_on": None,
        }
        return elect(person, fields, self.clerk)

    def _by_election(self, name: str, unit: str, days: int) -> None:
        with self._on(days):
            case = self._elected(name, unit).cases.get()
        self._examine(case, days - 5)
        self._announce(case, days - 8)

    def _died(self, mandate: Mandate, days: int) -> None:
        with self._on(days):
            on = moment.today() - timedelta(days=2)
            ground = Ground.DIED
            case = report_case(
                mandate=mandate, kind=CaseKind.END, ground=ground, happened_on=on, by=self.clerk
            )
        self._announce(case, days - 20)

    def _dropped(self, name: str, days: int) -> None:
        mandate = self.cast.mandates[CITY, name]
        with self._on(days):
            case = report_case(
                mandate=mandate, kind=CaseKind.END, ground=Ground.MOVED, by=self.clerk
            )
        with self._on(days - 2):
            lifecycle.drop(case, by=self.clerk, reason="核实后未迁出本市。")

    def _waiting(self, suspended: Mandate) -> None:
        """What the office finds on the desk today."""
        with self._on(9):
            case = report_case(mandate=suspended, kind=CaseKind.RESTORE, by=self.clerk)
        self._examine(case, 3)
        with self._on(6):
            self._elected("席海棠", "后川旗")

    def _cards(self) -> None:
        deputy, mandate = self.cast.actor("乌仁托娅"), self.cast.mandates[CITY, "乌仁托娅"]
        with self._on(120):
            save_card(
                mandate=mandate,
                extras=[Extra.SEX, Extra.NATIONALITY, Extra.WORK, Extra.INTRODUCTION],
                introduction="长年在草原上走动，关心饮水、草场和牧区孩子上学。",
                expertise="草原畜牧",
                by=deputy,
            )
        teacher = self.cast.mandates[CITY, "那仁格日勒图"].person
        with self._on(4):
            values = {"work": "中川旗第二中学校长"}
            change_person(person=teacher, values=values, reason="职务变动", by=self.clerk)
