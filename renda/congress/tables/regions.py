"""Places come in from lists of administrative divisions: keyed by their codes, never by names.

Lists differ in how they name a superior: a column for each level (areaCode, cityCode,
provinceCode), one column, or nothing but the code's own beginning. A known code with another name
or another superior is a question: renamed, or a mistake in the register, or an old list.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.congress.actions.regions import put_paths_back, put_regions
from renda.congress.permits import administrator
from renda.congress.roles import RegionKind
from renda.congress.tables.judging import Judge
from renda.kernel.exchange.table import Answers, Column, Kind, Record, Table, Verdict
from renda.kernel.moment import today

ASK = ""
KINDS: dict[str, str] = {
    **{kind.value: kind.value for kind in RegionKind},
    "省": RegionKind.PROVINCE,
    "自治区": RegionKind.PROVINCE,
    "直辖市": RegionKind.PROVINCE,
    "地级市": RegionKind.PREFECTURE,
    "盟": RegionKind.PREFECTURE,
    "自治州": RegionKind.PREFECTURE,
    "县": RegionKind.COUNTY,
    "旗": RegionKind.COUNTY,
    "市辖区": RegionKind.COUNTY,
    "县级市": RegionKind.COUNTY,
    "乡": RegionKind.TOWNSHIP,
    "镇": RegionKind.TOWNSHIP,
    "苏木": RegionKind.TOWNSHIP,
    "民族乡": RegionKind.TOWNSHIP,
    "街道": RegionKind.STREET,
    "农场": RegionKind.FARM,
    "牧场": RegionKind.FARM,
    "林场": RegionKind.FARM,
    "渔场": RegionKind.FARM,
    "农牧场": RegionKind.FARM,
    "开发区": RegionKind.ZONE,
    "园区": RegionKind.ZONE,
    "口岸": RegionKind.ZONE,
    "公司": RegionKind.COMPANY,
    "矿区": RegionKind.COMPANY,
    "村": RegionKind.VILLAGE,
    "嘎查": RegionKind.VILLAGE,
    "社区": RegionKind.VILLAGE,
    "其他": RegionKind.OTHER,
}


class FileForm(forms.Form):
    """What is asked for the whole file."""

    on = forms.DateField(
        label=_("Renamed and moved from"),
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The day from which what changed in this list holds."),
    )
    names = forms.ChoiceField(
        label=_("Where a name differs"),
        required=False,
        choices=[
            (ASK, _("ask for each")),
            ("renamed", _("all were renamed")),
            ("mistake", _("the register was wrong")),
            ("keep", _("leave the register as it is")),
        ],
    )


def plan(
    congress: Any, records: Sequence[Record], answers: Answers, asked: Mapping[str, Any]
) -> list[Verdict]:
    """Judge every line, superiors before those below them; verdicts come in the file's order."""
    judge = Judge(congress, answers, asked)
    found = {record.row: judge.read(record) for record in records}
    for line in sorted(found.values(), key=lambda line: len(line.code)):
        judge.judge(line)
    return [found[record.row].verdict for record in records]


TABLE = Table(
    key="regions",
    label=_("Places"),
    about=_("Lists of administrative divisions with codes of 2, 4, 6, 9 or 12 digits."),
    icon="place",
    columns=(
        Column(
            "code",
            _("Code"),
            ("code", "代码", "区划代码", "行政区划代码", "统计用区划代码", "编码"),
            Kind.CODE,
            is_required=True,
            longest=12,
        ),
        Column(
            "name",
            _("Name of the place"),
            ("name", "名称", "区划名称", "单位名称"),
            is_required=True,
            longest=60,
        ),
        Column("parent", _("Superior's code"), ("parentCode", "上级代码"), Kind.CODE),
        Column("area", _("County's code"), ("areaCode", "县级代码"), Kind.CODE),
        Column("city", _("City's code"), ("cityCode", "地级代码"), Kind.CODE),
        Column("province", _("Province's code"), ("provinceCode", "省级代码"), Kind.CODE),
        Column("kind", _("Kind"), ("kind", "类别", "类型"), Kind.CHOICE, words=KINDS),
        Column("without", _("Without a congress"), ("不设人大", "无人大"), Kind.YES),
    ),
    to=administrator,
    plan=plan,
    form=FileForm,
    save=put_regions,
    register="regions",
    undone=put_paths_back,
)
