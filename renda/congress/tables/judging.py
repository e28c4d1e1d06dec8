"""Judging the lines of a list of places against the register, without writing anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from renda.congress.codes import (
    is_code,
    is_without_congress,
    kind_of,
    superiors_of,
    without_filling,
)
from renda.congress.models import Congress, Region, RegionPast
from renda.kernel.exchange.table import Answers, Doubt, Entry, Fault, Record, Verdict
from renda.kernel.moment import today

EVERYWHERE = "/"
LEVELS = ("parent", "area", "city", "province")


@dataclass
class Line:
    """A line as it was read: its code without filling, the superiors that it names itself."""

    record: Record
    verdict: Verdict
    code: str = ""
    named: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The place's name."""
        return str(self.record.values.get("name") or "").strip()

    def fault(self, column: str, value: str, why: str) -> None:
        """This line cannot be taken."""
        label = _("Name of the place") if column == "name" else _("Code")
        self.verdict.faults.append(Fault(self.record.row, label, value, why))

    def doubt(self, about: str, question: str, *answers: tuple[str, str]) -> None:
        """A person has to say."""
        key = f"{self.code}:{about}"
        self.verdict.doubts.append(Doubt(key, self.record.row, question, answers))


@dataclass
class Judge:
    """The register as it stands, and the lines judged so far. Three queries for any file."""

    congress: Congress
    answers: Answers
    asked: Mapping[str, Any]
    known: dict[str, Region] = field(init=False)
    gone: dict[str, tuple[str, date]] = field(init=False)
    lines: dict[str, int] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = {region.code: region for region in Region.objects.filter(until_on=None)}
        ended = Region.objects.exclude(until_on=None).values_list("code", "name", "until_on")
        pasts = RegionPast.objects.values_list("code", "name", "until_on")
        self.gone = {
            code: (name, until) for code, name, until in [*ended, *pasts] if code not in self.known
        }
        self.inside = EVERYWHERE if self.congress.parent_id is None else _own(self.congress)
        self.on: date = self.asked.get("on") or today()

    def read(self, record: Record) -> Line:
        """Take a line's code and the superiors that it names."""
        values = record.values
        named = [str(values.get(name) or "").strip() for name in LEVELS]
        line = Line(record, Verdict(record), named=tuple(code for code in named if code))
        typed = str(values.get("code") or "").strip()
        line.code = without_filling(typed, line.named)
        if not is_code(line.code):
            why = _("A code has 2, 4, 6, 9 or 12 digits. Look at the cell in the list.")
            line.fault("code", typed, why)
        elif not line.name:
            line.fault("name", "", _("The name is missing."))
        elif line.code in self.lines:
            why = _("This code is in line %(row)d too. Leave one of them.")
            line.fault("code", typed, why % {"row": self.lines[line.code]})
        else:
            self.lines[line.code] = record.row
        return line

    def judge(self, line: Line) -> None:
        """Say what becomes of it; its superior was judged before it."""
        if not line.verdict.faults:
            region, parent = self.known.get(line.code), self._superior(line)
            if self._is_outside(line, region or parent):
                self._outside(line, region)
            elif region is not None:
                self._compare(line, region, parent)
            elif not line.verdict.faults and self._is_wanted(line):
                self._new(line, parent)
        if line.verdict.faults:
            self.refused.add(line.code)

    def _superior(self, line: Line) -> Region | None:
        """The nearest one that the line names or its code tells; a fault when it is nowhere."""
        named = [c if c in self.known else without_filling(c) for c in line.named if c != line.code]
        nearest = max((c for c in named if len(c) < len(line.code)), key=len, default="")
        wanted = [nearest] if nearest else superiors_of(line.code)
        found = next((self.known[code] for code in wanted if code in self.known), None)
        if found is None and wanted:
            line.fault("code", line.code, _missing(wanted[0] in self.refused, wanted[0]))
        return found

    def _is_outside(self, line: Line, place: Region | None) -> bool:
        """Whether the line's place, or its superior if it is new, does not lie in the region of the
        congress that takes the list in; what has no superior lies in the country's alone."""
        if place is not None:
            return not self._is_inside(place)
        return self.inside != EVERYWHERE and not line.verdict.faults

    def _is_inside(self, place: Region) -> bool:
        return self.inside is not None and place.path.startswith(self.inside)

    def _outside(self, line: Line, region: Region | None) -> None:
        """A line about others says nothing here, unless it would enter a place."""
        line.verdict.faults.clear()
        if region is None:
            why = _("This place does not lie in your congress's region: leave the line out.")
            line.fault("code", line.code, why)

    def _is_wanted(self, line: Line) -> bool:
        """A code that once was another place's is taken for a new one only when somebody says so:
        an old list must not bring back what has ended."""
        if line.code not in self.gone:
            return True
        answer = self.answers.get(f"{line.code}:again")
        if answer is None:
            name, until = self.gone[line.code]
            question = _("Until %(day)s this was the code of %(name)s. Is this list an old one?")
            line.doubt(
                "again",
                question % {"day": until.isoformat(), "name": name},
                ("keep", _("An old list: leave this line out")),
                ("new", _("A new place has this code now")),
            )
        return answer == "new"

    def _new(self, line: Line, parent: Region | None) -> None:
        values = line.record.values
        kind = values.get("kind") or kind_of(line.code, line.name)
        without = values.get("without")
        region = Region(
            code=line.code,
            name=line.name,
            kind=kind,
            parent=parent,
            path=f"{parent.path if parent else '/'}{line.code}/",
            is_without_congress=(
                is_without_congress(kind, line.name) if without in (None, "") else bool(without)
            ),
        )
        self.known[line.code] = region
        line.verdict.entries.append(Entry(region, is_new=True))

    def _compare(self, line: Line, region: Region, parent: Region | None) -> None:
        """A known code: what the list says more, and what it says otherwise."""
        changed: dict[str, list[Any]] = {}
        was = (region.code, region.name, region.parent_id)
        becomes = [
            self._other_name(line, region, changed),
            self._other_superior(line, region, parent, changed),
        ]
        if line.verdict.doubts or line.verdict.faults:
            return
        for name, column in (("kind", "kind"), ("is_without_congress", "without")):
            said, held = line.record.values.get(column), getattr(region, name)
            if said not in (None, "", held):
                changed[name] = [held, said]
                setattr(region, name, said)
        if any(becomes):
            line.verdict.entries.append(Entry(self._past(region, *was), is_new=True))
        if changed:
            line.verdict.entries.append(Entry(region, is_new=False, changed=changed))

    def _other_name(self, line: Line, region: Region, changed: dict[str, list[Any]]) -> bool:
        """Whether it was renamed."""
        if line.name == region.name:
            return False
        answer = self.answers.get(f"{line.code}:name") or self.asked.get("names")
        if not answer:
            question = _(
                "%(code)s is %(old)s in the register and %(new)s in this list. What holds?"
            )
            words = {"code": line.code, "old": region.name, "new": line.name}
            line.doubt(
                "name",
                question % words,
                ("renamed", _("The place was renamed")),
                ("mistake", _("The register was wrong")),
                ("keep", _("Leave the register as it is")),
            )
        elif answer != "keep":
            changed["name"] = [region.name, line.name]
            region.name = line.name
        return answer == "renamed"

    def _other_superior(
        self, line: Line, region: Region, parent: Region | None, changed: dict[str, list[Any]]
    ) -> bool:
        """Whether it was moved."""
        if parent is None or (parent.pk is not None and parent.pk == region.parent_id):
            return False
        if why := self._why_not_there(region, parent):
            line.fault("code", line.code, why)
            return False
        answer = self.answers.get(f"{line.code}:parent")
        if not answer:
            question = _(
                "In this list %(name)s belongs to %(parent)s, in the register it does not."
            )
            line.doubt(
                "parent",
                question % {"name": region.name, "parent": f"{parent.name} {parent.code}"},
                ("moved", _("The place was moved")),
                ("mistake", _("The register was wrong")),
                ("keep", _("Leave the register as it is")),
            )
        elif answer != "keep":
            changed["parent"] = [region.parent_id, parent.pk]
            region.parent = parent
            region.path = f"{parent.path}{region.code}/"
        return answer == "moved"

    def _why_not_there(self, region: Region, parent: Region) -> str:
        if not self._is_inside(parent):
            return _("It would leave your congress's region: the congress above enters that.")
        if parent.path.startswith(region.path):
            return _("A place cannot belong to itself or to a place below it.")
        return ""

    def _past(self, region: Region, code: str, name: str, parent_id: int | None) -> RegionPast:
        """What it was until the day before it was renamed or moved."""
        until_on = self.on - timedelta(days=1)
        return RegionPast(
            region=region, code=code, name=name, parent_id=parent_id, until_on=until_on
        )


def _own(congress: Congress) -> str | None:
    return congress.region.path if congress.region is not None else None


def _missing(is_refused: bool, code: str) -> str:
    if is_refused:
        return _("Its superior %(code)s is refused above: mend that line first.") % {"code": code}
    return _(
        "Its superior %(code)s is not in the register. Put it into this list, or take in the list"
        " of superiors first."
    ) % {"code": code}
