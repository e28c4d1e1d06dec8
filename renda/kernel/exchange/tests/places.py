"""A table of places for the tests: a tree of invented codes, simpler than the product's own."""

from renda.congress.models import Region
from renda.congress.permits import keeps_bodies
from renda.congress.roles import RegionKind
from renda.kernel.exchange.table import Column, Entry, Fault, Kind, Table, Verdict
from renda.kernel.registers.values import said_as

COLUMNS = (
    Column("code", "代码", ("区划代码",), Kind.CODE, is_required=True),
    Column("name", "名称", (), is_required=True, longest=60),
    Column("parent", "上级代码", (), Kind.CODE),
)
KINDS = {2: "province", 4: "prefecture", 6: "county", 9: "township", 12: "village"}


def plan(congress, records, answers, asked):
    """By code; a parent may stand in the same file."""
    known = {row.code: row for row in Region.objects.all()}
    return [_judged(record, known) for record in records]


def _judged(record, known):
    values, verdict = record.values, Verdict(record)
    code, over = values["code"], values.get("parent", "")
    parent = known.get(over)
    if over and parent is None:
        verdict.faults.append(Fault(record.row, "上级代码", over, "没有这个代码。"))
        return verdict
    row = known.get(code)
    path = f"{parent.path if parent else '/'}{code}/"
    if row is None:
        kind = RegionKind(KINDS.get(len(code), "village"))
        row = known[code] = Region(
            code=code, name=values["name"], kind=kind, parent=parent, path=path
        )
        verdict.entries.append(Entry(row, is_new=True))
        return verdict
    before = said_as(row, Region._meta.get_field("name"))
    row.name = values["name"]
    changed = {"name": [before, row.name]} if before != row.name else {}
    verdict.entries.append(Entry(row, is_new=False, changed=changed))
    return verdict


PLACES = Table(
    key="places-of-tests",
    label="地方",
    about="测试用的地方",
    icon="place",
    columns=COLUMNS,
    to=keeps_bodies,
    plan=plan,
)


def invented(many: int, *, mark: str = ""):
    """A tree of so many invented places, the highest last, as no office would send it but some do
    not sort at all; here it is sorted, and the tests shuffle what they need."""
    rows = [["区划代码", "名称", "上级代码"], ["97", f"河东省{mark}", ""]]
    for n in range(many - 1):
        digits = f"{n:07d}"
        if n % 100 == 0:
            over = f"97{digits[:5]}"[:4] + f"{n // 100:05d}"
            rows.append([over, f"第{n}县{mark}", "97"])
        else:
            rows.append([f"{over}{n % 100:03d}", f"第{n}乡{mark}", over])
    return rows
