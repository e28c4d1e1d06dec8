"""What would become of every record: judged without writing anything, counted, and hashed so that
a second look can tell whether it is still the same."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from renda.kernel.exchange.records import Mapped, Records, missing
from renda.kernel.exchange.table import Answers, Doubt, Entry, Fault, Table, Verdict

OUTCOMES = ("created", "updated", "unchanged", "rejected", "doubtful")


@dataclass
class Plan:
    """Every record's verdict, in the order of the file, and what is wrong with the file itself."""

    verdicts: list[Verdict] = field(default_factory=list)
    amiss: list[Fault] = field(default_factory=list)
    read: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many of which outcome."""
        found = Counter(verdict.outcome for verdict in self.verdicts)
        return {"read": self.read, **{name: found[name] for name in OUTCOMES}}

    @property
    def faults(self) -> list[Fault]:
        """All that is wrong, in the order of the file."""
        return self.amiss + [fault for verdict in self.verdicts for fault in verdict.faults]

    @property
    def doubts(self) -> list[Doubt]:
        """All that a person must decide; one question once."""
        asked = {d.key: d for v in self.verdicts if not v.faults for d in v.doubts}
        return list(asked.values())

    @property
    def entries(self) -> list[Entry]:
        """What is to be written, in order; rows that stay as they are among them."""
        return [entry for verdict in self.verdicts for entry in verdict.entries]

    @property
    def is_clean(self) -> bool:
        """Whether nothing keeps it from being taken in."""
        return not self.faults and not self.doubts

    @property
    def changes(self) -> int:
        """How many records say something new."""
        return sum(verdict.outcome in ("created", "updated") for verdict in self.verdicts)

    def digest(self) -> str:
        """What would be done, as a hash: the take-in does what was shown, or asks again."""
        told = hashlib.sha256()
        for verdict in self.verdicts:
            said = [
                [e.row._meta.label_lower, None if e.is_new else e.row.pk, dict(e.changed)]
                for e in verdict.entries
            ]
            line = json.dumps([verdict.record.row, verdict.outcome, said], default=str)
            told.update(line.encode())
        return told.hexdigest()


def planned(
    table: Table,
    congress: Any,
    records: Records,
    mapping: Mapped,
    header_row: int,
    answers: Answers,
    asked: Mapping[str, Any],
) -> Plan:
    """Judge every record."""
    read = len(records.good) + len(records.bad)
    if lacking := missing(table, mapping):
        why = _("There is no such column. Choose below which one it is, or add it to the file.")
        return Plan(amiss=[Fault(header_row, str(c.label), "", why) for c in lacking], read=read)
    verdicts = list(table.plan(congress, records.good, answers, asked))
    assert len(verdicts) == len(records.good), "a plan judges every record"
    for verdict in verdicts:
        verdict.faults += _of_fields(table, verdict)
    _twice(verdicts)
    verdicts += [Verdict(record, faults=faults) for record, faults in records.bad]
    return Plan(sorted(verdicts, key=lambda v: v.record.row), read=read)


def _twice(verdicts: list[Verdict]) -> None:
    """Two rows of the file that would change the same entry differently: the later one is told."""
    first: dict[Any, tuple[int, Any]] = {}
    for verdict in verdicts:
        for entry in verdict.entries:
            if entry.is_new or not entry.changed:
                continue
            key = (entry.row._meta.label_lower, entry.row.pk)
            row, same = first.setdefault(key, (verdict.record.row, entry.row))
            if same is not entry.row:
                why = _("Row %(row)s of this file changes the same entry. Keep one of them.")
                said = Fault(verdict.record.row, "", str(entry.row)[:60], why % {"row": row})
                verdict.faults.append(said)


def _of_fields(table: Table, verdict: Verdict) -> list[Fault]:
    """What a form would refuse: too long, out of bounds, none of the choices."""
    if verdict.faults or verdict.doubts:
        return []
    return [
        Fault(verdict.record.row, _label(table, entry, name), _written(entry, name), why)
        for entry in verdict.entries
        if entry.is_new or entry.changed
        for name, whys in _refused(entry).items()
        for why in whys
    ]


def _refused(entry: Entry) -> dict[str, list[str]]:
    refused: dict[str, list[str]] = {}
    for known in _checked(type(entry.row)):
        value = getattr(entry.row, known.attname)
        if not entry.is_new and known.name not in entry.changed:
            continue
        if isinstance(value, str) and _is_short_text(known, value):
            continue  # nearly all of them, and a whole province has hundreds of thousands
        if known.blank and value in known.empty_values:
            continue
        if known.has_default() and value == known.default:
            continue
        try:
            known.clean(value, entry.row)
        except ValidationError as wrong:
            refused[known.name] = wrong.messages
    return refused


@cache
def _checked(model: Any) -> list[Any]:
    return [f for f in model._meta.concrete_fields if not f.is_relation and not f.primary_key]


def _is_short_text(field: Any, value: str) -> bool:
    is_plain = not field.choices and len(field.validators) <= 1
    return bool(value) and is_plain and len(value) <= (field.max_length or 0)


def _label(table: Table, entry: Entry, name: str) -> str:
    known = {column.name: column.label for column in table.columns}
    if name in known:
        return str(known[name])
    found: Any = entry.row._meta.get_field(name)
    return str(found.verbose_name)


def _written(entry: Entry, name: str) -> str:
    if name in entry.row.SEALED:
        return ""
    return str(getattr(entry.row, name, ""))[:60]
