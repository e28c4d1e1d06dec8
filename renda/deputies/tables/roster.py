"""代表名册 as offices have it: one row a deputy, taken into the list of one term."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.deputies.actions.changes import ask_others
from renda.deputies.forms.roster import RosterForm
from renda.deputies.models import Mandate, PersonChange
from renda.deputies.permits import keeps_deputies
from renda.deputies.roles import Beginning, Sex
from renda.deputies.tables.entries import is_by_election_without_day, judge_known, judge_new
from renda.deputies.tables.known import Known
from renda.deputies.tables.matching import Matching
from renda.kernel.exchange import saving
from renda.kernel.exchange.table import (
    Answers,
    Column,
    Doubt,
    Entry,
    Fault,
    Kind,
    Record,
    Table,
    Verdict,
    add,
)
from renda.kernel.moment import today

SEXES = {"女": Sex.FEMALE, "女性": Sex.FEMALE, "男": Sex.MALE, "男性": Sex.MALE}
BEGINNINGS = {
    "新任": Beginning.NEW,
    "新当选": Beginning.NEW,
    "新": Beginning.NEW,
    "连任": Beginning.AGAIN,
    "连": Beginning.AGAIN,
    "补选": Beginning.BY_ELECTION,
}
NOTED = "noted"
LISTED = 30  # names in the question about those who are missing

COLUMNS = (
    Column("code", _("Number"), ("代表编号", "代表号", "编号"), Kind.CODE, longest=30),
    Column("name", _("Name"), ("姓名", "代表姓名", "名字"), is_required=True, longest=60),
    Column(
        "unit",
        _("Elected in"),
        (
            "区",
            "选区",
            "选举单位",
            "选区/选举单位",
            "选区或选举单位",
            "所在选区",
            "旗县区",
            "县市区",
        ),
        longest=60,
    ),
    Column("delegation", _("Delegation"), ("代表团", "所属代表团", "编入代表团"), longest=80),
    Column(
        "category",
        _("Category"),
        ("代表类别", "类别", "代表构成", "身份类别", "代表结构"),
        longest=60,
    ),
    Column("sex", _("Sex"), ("性别",), Kind.CHOICE, words=SEXES),
    Column("born", _("Born"), ("出生年月", "出生日期", "出生时间", "生日"), Kind.BORN),
    Column("native_place", _("Native place"), ("籍贯", "祖籍", "出生地"), longest=60),
    Column("nationality", _("Ethnic group"), ("民族",), longest=20),
    Column("party", _("Party"), ("党派", "政治面貌", "所属党派", "党派（政治面貌）"), longest=30),
    Column("education", _("Education"), ("学历", "文化程度", "最高学历", "学历学位"), longest=30),
    Column(
        "work",
        _("Work unit and office"),
        ("工作单位及职务", "工作单位和职务", "单位及职务", "单位职务", "工作单位", "现任职务"),
    ),
    Column("job", _("Occupation"), ("职业", "从事职业"), longest=60),
    Column("expertise", _("Expertise"), ("专长", "特长", "专业特长")),
    Column("residence", _("Residence"), ("住址", "家庭住址", "居住地", "现住址", "常住地址")),
    Column(
        "mobile",
        _("Mobile number"),
        ("手机", "手机号", "手机号码", "联系电话", "电话"),
        Kind.MOBILE,
    ),
    Column(
        "beginning",
        _("Elected as"),
        ("新任/连任", "新任或连任", "当选情况", "是否连任", "产生方式", "任职情况"),
        Kind.CHOICE,
        words=BEGINNINGS,
    ),
    Column("from_on", _("From"), ("任职日期", "任职时间", "当选日期", "确认日期"), Kind.DAY),
    Column(
        "order", _("Order by strokes"), ("姓氏笔画", "笔画顺序", "排序", "名册顺序"), Kind.INTEGER
    ),
    Column("note", _("Remark"), ("备注", "说明"), longest=200),
)


def plan(
    congress: Any, records: Sequence[Record], answers: Answers, asked: Mapping[str, Any]
) -> list[Verdict]:
    """Judge every record against the list of the term, without writing anything."""
    known = Known(congress, records, asked)
    if known.term is None:
        why = _now("Enter the term in the register of terms first.")
        return [Verdict(r, faults=[Fault(r.row, "", "", why)]) for r in records]
    matching = Matching(known, records, answers)
    for row, verdict in matching.verdicts.items():
        _judge(verdict, matching, known, answers, row)
    if asked.get("is_listing_missing") and records:
        _list_missing(matching, answers, matching.verdicts[records[-1].row])
    return [matching.verdicts[record.row] for record in records]


def _judge(verdict: Verdict, matching: Matching, known: Known, answers: Answers, row: int) -> None:
    if verdict.doubts or verdict.faults or row in matching.left_out:
        return
    mandate = matching.found.get(row)
    if mandate is not None:
        judge_known(verdict, known, mandate)
        return
    if is_by_election_without_day(known.values[row]):
        why = _now("Add a column with the day of the announcement: from then on it is held.")
        verdict.faults.append(Fault(row, str(_("Elected as")), _now("by-election"), why))
        return
    judge_new(verdict, known, answers)


def _list_missing(matching: Matching, answers: Answers, last: Verdict) -> None:
    """Who is in the register and not in the file: told, and left as they are."""
    held = [m for m in matching.missing if _is_held(m)]
    key = f"missing/{len(held)}/{sum(m.pk for m in held)}"
    if not held or answers.get(key) == NOTED:
        return
    names = "、".join(m.person.name for m in held[:LISTED])
    says = _now("%(count)d deputies of the register are not in this file: %(names)s.") % {
        "count": len(held),
        "names": names if len(held) <= LISTED else f"{names}…",
    }
    answers_to = ((NOTED, _now("Noted. They stay in office until a case ends their mandate.")),)
    last.doubts.append(Doubt(key, last.record.row, says, answers_to))


def _save(entries: Sequence[Entry], _congress: Any, actor: Any) -> None:
    """Write them; what concerns other congresses too is put before their offices."""
    saving.save(entries)
    for entry in entries:
        if entry.is_new and isinstance(entry.row, PersonChange):
            ask_others(entry.row, actor)


def _is_held(mandate: Mandate) -> bool:
    return mandate.until_on is None or mandate.until_on >= today()


ROSTER = Table(
    key="roster",
    label=_("Register of deputies"),
    about=_("The deputies of one term, from the list that the office keeps."),
    icon="people",
    columns=COLUMNS,
    to=keeps_deputies,
    plan=plan,
    form=RosterForm,
    save=_save,
    register="deputies",
)


def declare() -> None:
    """Tell the exchange of it."""
    add(ROSTER)
