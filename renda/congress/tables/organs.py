"""承办单位 come in from the list an office has: keyed by the number of an organ, else by its full
name and whom it belongs to. Heads and contact persons come along, from today."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from renda.congress.permits import keeps_bodies
from renda.congress.roles import OrganKind
from renda.congress.tables.matching import Matching
from renda.kernel.exchange.table import Answers, Column, Kind, Record, Table, Verdict

KINDS: dict[str, str] = {
    **{str(kind.value): kind.value for kind in OrganKind},
    "党委部门": OrganKind.PARTY,
    "党群部门": OrganKind.PARTY,
    "党委": OrganKind.PARTY,
    "政府": OrganKind.GOVERNMENT,
    "人民政府": OrganKind.GOVERNMENT,
    "政府部门": OrganKind.DEPARTMENT,
    "政府工作部门": OrganKind.DEPARTMENT,
    "旗县区政府": OrganKind.COUNTY,
    "旗县区": OrganKind.COUNTY,
    "县市区政府": OrganKind.COUNTY,
    "县区政府": OrganKind.COUNTY,
    "乡镇政府": OrganKind.COUNTY,
    "下级政府": OrganKind.COUNTY,
    "监委": OrganKind.SUPERVISION,
    "监察委员会": OrganKind.SUPERVISION,
    "法院": OrganKind.COURT,
    "人民法院": OrganKind.COURT,
    "检察院": OrganKind.PROCURATORATE,
    "人民检察院": OrganKind.PROCURATORATE,
    "中央和自治区驻市单位": OrganKind.CENTRAL,
    "中省直单位": OrganKind.CENTRAL,
    "驻市单位": OrganKind.CENTRAL,
    "垂管单位": OrganKind.CENTRAL,
    "垂直管理单位": OrganKind.CENTRAL,
    "国有企业": OrganKind.ENTERPRISE,
    "国企": OrganKind.ENTERPRISE,
    "企业": OrganKind.ENTERPRISE,
    "人大机关": OrganKind.OWN,
    "人大自身机构": OrganKind.OWN,
    "其他": OrganKind.OTHER,
    "其他单位": OrganKind.OTHER,
}


def plan(
    congress: Any, records: Sequence[Record], answers: Answers, _asked: Mapping[str, Any]
) -> list[Verdict]:
    """Judge every line; those that others belong to first, verdicts in the file's order."""
    return Matching(congress, records, answers).verdicts()


TABLE = Table(
    key="organs",
    label=_("Handling organs"),
    about=_("The list of organs with heads, leaders in charge and contact persons."),
    icon="people",
    columns=(
        Column(
            "name",
            _("Name of the organ"),
            (
                "单位名称",
                "承办单位",
                "承办单位名称",
                "单位全称",
                "全称",
                "机构名称",
                "单位",
                "部门",
            ),
            is_required=True,
            longest=80,
        ),
        Column("short_name", _("Short name"), ("简称", "单位简称"), longest=40),
        Column(
            "code",
            _("Number of the organ"),
            ("单位编码", "统一社会信用代码", "单位代码", "机构代码", "编码", "代码"),
            Kind.CODE,
            longest=40,
        ),
        Column(
            "organ_kind",
            _("Kind of organ"),
            ("类别", "单位类别", "单位性质", "性质", "类型"),
            Kind.CHOICE,
            words=KINDS,
        ),
        Column(
            "parent",
            _("Forwarded to by"),
            ("上级单位", "转办单位", "上级/转办单位", "上级", "归口单位", "主管单位"),
            longest=80,
        ),
        Column(
            "head",
            _("Head"),
            ("负责人", "主要负责人", "单位负责人", "主要领导", "一把手"),
            longest=60,
        ),
        Column(
            "leader",
            _("Leader in charge"),
            ("分管领导", "政府分管领导", "分管市领导", "分管副市长"),
            longest=60,
        ),
        Column("contact", _("Contact person"), ("联系人", "联络员", "经办人"), longest=60),
        Column("phone", _("Telephone"), ("联系电话", "办公电话", "电话", "座机"), longest=40),
        Column(
            "mobile", _("Mobile number"), ("手机", "手机号", "手机号码", "移动电话"), Kind.MOBILE
        ),
        Column("duties", _("Duties"), ("职责", "主要职责", "职能", "业务范围"), longest=2000),
        Column("order", _("Official order"), ("排序", "排序号", "顺序号"), Kind.INTEGER),
    ),
    to=keeps_bodies,
    plan=plan,
    most_rows=2_000,
    register="organs",
)
