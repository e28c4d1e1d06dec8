"""Sessions of the congress, as an office lists them: term, number, first and last day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.forms.sheets import SessionsSheetForm
from renda.congress.models import Session, Term
from renda.congress.naming import session_name
from renda.congress.permits import keeps_bodies
from renda.congress.powers import lacking
from renda.congress.roles import Power
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
from renda.kernel.registers.values import said_as

SAME, NEW = "same", "new"
DAYS = ("opens_on", "closes_on")

TERM = Column("term", gettext_lazy("Term"), ("届", "届次", "第几届"), Kind.INTEGER)
NUMBER = Column(
    "number",
    gettext_lazy("Number of the session"),
    ("次", "次数", "会次", "第几次", "会议"),
    Kind.INTEGER,
    is_required=True,
)
OPENS = Column(
    "opens_on",
    gettext_lazy("Opens on"),
    ("开幕时间", "召开时间", "会期/开幕", "会期/起", "开始日期"),
    Kind.DAY,
    is_required=True,
)
CLOSES = Column(
    "closes_on",
    gettext_lazy("Closes on"),
    ("闭幕时间", "结束时间", "会期/闭幕", "会期/止", "结束日期"),
    Kind.DAY,
    is_required=True,
)


class _Known:
    """The terms and sessions of the congress, and what the file adds to them."""

    def __init__(self, congress: Any) -> None:
        self.congress = congress
        self.terms = {term.number: term for term in Term.objects.filter(congress=congress)}
        rows = Session.objects.filter(congress=congress).select_related("term", "congress")
        self.sessions = {(row.term.number, row.number): row for row in rows}
        self.by_day = {row.opens_on: row for row in rows}
        self.lines: dict[tuple[int, int], int] = {}


def plan(
    congress: Any, records: Sequence[Record], answers: Answers, asked: Mapping[str, Any]
) -> list[Verdict]:
    """A session is known by its term and number; one of the same first day with another number is
    asked about."""
    if why := lacking(congress, Power.SESSIONS):
        return [Verdict(r, faults=[Fault(r.row, "", "", why)]) for r in records]
    known = _Known(congress)
    usual = asked.get("term")
    return [_judged(record, known, answers, usual) for record in records]


def _judged(record: Record, known: _Known, answers: Answers, usual: Term | None) -> Verdict:
    verdict, values = Verdict(record), record.values
    told = values.get("term")
    term = known.terms.get(told) if told is not None else usual
    verdict.faults = list(_faults(record, known, term))
    if verdict.faults or term is None:
        return verdict
    key = (term.number, values["number"])
    row = known.sessions.get(key)
    twin = known.by_day.get(values["opens_on"]) if row is None else None
    if twin is not None:
        question = f"{key[0]}/{key[1]}"
        if answers.get(question) not in (SAME, NEW):
            verdict.doubts.append(_asks(record, question, twin))
            return verdict
        row = twin if answers[question] == SAME else None
    verdict.entries.append(_entry(known, term, row, values))
    return verdict


def _faults(record: Record, known: _Known, term: Term | None) -> list[Fault]:
    values = record.values
    opens: date = values["opens_on"]
    if term is None:
        told = values.get("term")
        why = _("There is no such term. Enter it in the register of terms first.")
        return [Fault(record.row, str(TERM.label), "" if told is None else str(told), why)]
    line = known.lines.setdefault((term.number, values["number"]), record.row)
    if line != record.row:
        why = _("Row %(row)d of this file is the same session. Keep one of them.") % {"row": line}
        return [Fault(record.row, str(NUMBER.label), str(values["number"]), why)]
    if values["closes_on"] < opens:
        why = _("A session cannot close before it opens.")
        return [Fault(record.row, str(CLOSES.label), f"{values['closes_on']}", why)]
    if opens < term.from_on or (term.until_on is not None and opens > term.until_on):
        return [Fault(record.row, str(OPENS.label), f"{opens}", _("This day is not in the term."))]
    return []


def _asks(record: Record, question: str, twin: Session) -> Doubt:
    says = _("%(session)s opens on the same day. Is this the same session with another number?")
    answers = ((SAME, _("the same: its number changes")), (NEW, _("another session")))
    return Doubt(question, record.row, says % {"session": session_name(twin)}, answers)


def _entry(known: _Known, term: Term, row: Session | None, values: Mapping[str, Any]) -> Entry:
    said = {"number": values["number"], **{name: values[name] for name in DAYS}}
    if row is None:
        new = Session(congress=known.congress, term=term, **said)
        return Entry(new, is_new=True)
    changed = {}
    for name, value in said.items():
        field: Any = Session._meta.get_field(name)
        before = said_as(row, field)
        setattr(row, name, value)
        if said_as(row, field) != before:
            changed[name] = [before, said_as(row, field)]
    return Entry(row, is_new=False, changed=changed)


SESSIONS = Table(
    key="sessions",
    label=gettext_lazy("Sessions"),
    about=gettext_lazy("The sessions of past and present terms, each with its first and last day."),
    icon="hall",
    columns=(TERM, NUMBER, OPENS, CLOSES),
    to=keeps_bodies,
    plan=plan,
    form=SessionsSheetForm,
    register="sessions",
)


def declare() -> None:
    """Tell the exchange of it."""
    add(SESSIONS)
