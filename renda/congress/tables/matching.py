"""Which organ a line of a list speaks of: found by its number or its full name, asked where a
person must say, never decided by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from renda.congress.models import Body, BodyPast, Contact
from renda.congress.roles import BodyKind
from renda.congress.tables import comparing
from renda.congress.tables.asking import (
    ask_about_ended,
    ask_about_number,
    ask_about_parent,
    ask_about_twin,
    ask_who_it_is,
)
from renda.congress.tables.likeness import is_alike, normal
from renda.congress.tables.lines import Line
from renda.kernel.exchange.table import Answers, Record, Verdict
from renda.kernel.moment import today

ANOTHER, SKIP = "another", "skip"


class Matching:
    """The register as it stands, and the lines judged so far: three queries for any file."""

    def __init__(self, congress: Any, records: Sequence[Record], answers: Answers) -> None:
        self.congress, self.answers = congress, answers
        self.lines = [Line(record) for record in records]
        rows = Body.objects.filter(congress=congress, kind=BodyKind.ORGAN).select_related("parent")
        every, day = list(rows.order_by("order", "pk")), today()
        self.there = [b for b in every if b.until_on is None or b.until_on >= day]
        self.ended = [b for b in every if b not in self.there]
        self.by_code = {b.code: b for b in every if b.code}
        self.old_names: dict[int, set[str]] = defaultdict(set)
        for past in BodyPast.objects.filter(body__in=self.there):
            self.old_names[past.body_id].add(normal(past.name))
        self.contacts: dict[int, list[Contact]] = defaultdict(list)
        lasts = Q(until_on=None) | Q(until_on__gte=day)
        for contact in Contact.objects.filter(lasts, body__in=self.there).order_by("pk"):
            self.contacts[contact.body_id].append(contact)
        self.last_order = max((b.order for b in every), default=0)

    def verdicts(self) -> list[Verdict]:
        """Every line judged, in the file's order."""
        for line in self.lines:
            _look_at(line)
        self._twins()
        for find in (self._by_number, self._by_name, self._by_likeness, self._as_new):
            for line in self.lines:
                if line.is_open:
                    find(line)
        for line in self.lines:
            self._enter(line)
        return [line.verdict for line in self.lines]

    def _twins(self) -> None:
        """Lines with the same key: kept apart, and asked which is which, unless each says just what
        the register has already."""
        groups: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            if line.name:
                groups[line.key].append(line)
        for group in groups.values():
            if len(group) > 1:
                self._tell_apart(group)

    def _tell_apart(self, group: list[Line]) -> None:
        first = group[0]
        alike = self._keyed_as(first)
        for line in group:
            same = (b for b in alike if comparing.is_as_it_was(line, b, self.contacts[b.pk]))
            if (body := next(same, None)) is not None:
                line.body = body
                alike.remove(body)
        for n, line in enumerate((line for line in group if line.body is None), 1):
            key = f"twin:{line.key}:{n}"
            answer = self.answers.get(key, "")
            if answer == SKIP:
                line.is_skipped = True
            elif answer == ANOTHER:
                line.is_without_code = n > 1 or first.code in self.by_code
                line.body = self._new(line)
            elif not self._is_one_of(line, answer, alike):
                ask_about_twin(line, key, first.record.row, alike)

    def _keyed_as(self, line: Line) -> list[Body]:
        found = [b for b in self.there if line.code and b.code == line.code]
        return found or [b for b in self.there if normal(b.name) == normal(line.name)]

    def _by_number(self, line: Line) -> None:
        body = self.by_code.get(line.code) if line.code else None
        if body is None:
            return
        key = f"code:{line.code}"
        answer = self.answers.get(key, "")
        if body in self.ended:
            self._answered(line, key, answer, body, ask_about_ended)
        elif self._is_called(body, line.name):
            self._is(line, body)
        else:
            self._answered(line, key, answer, body, ask_about_number)

    def _by_name(self, line: Line) -> None:
        said, parent = normal(line.name), normal(line.said("parent"))
        found = [b for b in self.there if normal(b.name) == said]
        if len(found) > 1 and parent:
            found = [b for b in found if b.parent and self._is_called(b.parent, parent)] or found
        found = found or self._by_short_name(said)
        if not found:
            gone = next((b for b in self.ended if normal(b.name) == said), None)
            if gone is not None:
                key = f"again:{line.key}"
                self._answered(line, key, self.answers.get(key, ""), gone, ask_about_ended)
            return
        if len(found) == 1 and not self._is_another(line, found[0]):
            self._is(line, found[0])
        elif len(found) > 1:
            key = f"which:{line.key}"
            if not self._is_one_of(line, self.answers.get(key, ""), found):
                ask_who_it_is(line, key, found)

    def _by_short_name(self, said: str) -> list[Body]:
        """The register itself says what an organ is called for short."""
        found = [b for b in self.there if b.short_name and normal(b.short_name) == said]
        return found if len(found) == 1 else []

    def _is_another(self, line: Line, body: Body) -> bool:
        """Whether the same name stands for another organ: another number, or another superior."""
        if line.code and body.code and line.code != body.code:
            key = f"number:{line.key}"
            answer = self.answers.get(key, "")
            self._answered(line, key, answer, body, ask_about_number)
            return True
        parent = line.said("parent")
        if parent and body.parent and not self._is_called(body.parent, parent):
            key = f"parent:{line.key}"
            answer = self.answers.get(key, "")
            self._answered(line, key, answer, body, ask_about_parent)
            return True
        return False

    def _by_likeness(self, line: Line) -> None:
        taken = {other.body.pk for other in self.lines if other.body is not None}
        rows = [b for b in self.there if b.pk not in taken]
        said = normal(line.name)
        alike = [b for b in rows if said in self.old_names[b.pk] or is_alike(line.name, b.name)]
        if not alike:
            return
        key = f"like:{line.key}"
        if not self._is_one_of(line, self.answers.get(key, ""), alike):
            ask_who_it_is(line, key, alike[:2], may_be_renamed=True)

    def _is_called(self, body: Body, name: str) -> bool:
        said = normal(name)
        return said in {normal(body.name), normal(body.short_name), *self.old_names[body.pk]}

    def _answered(self, line: Line, key: str, answer: str, body: Body, ask: Any) -> None:
        """Do what was answered about this organ, or ask."""
        if answer == SKIP:
            line.is_skipped = True
        elif answer == ANOTHER:
            line.is_without_code = line.code in self.by_code
            line.body = self._new(line)
        elif answer in ("renamed", "correction", "same", "moved"):
            self._is(line, body, answer)
        else:
            ask(line, key, body)

    def _is_one_of(self, line: Line, answer: str, bodies: Iterable[Body]) -> bool:
        """Take an answer such as "renamed:12" or "another"; whether there was one."""
        does, _colon, pk = answer.partition(":")
        if does == ANOTHER:
            line.body = self._new(line)
            return True
        body = next((b for b in bodies if str(b.pk) == pk), None)
        if body is not None:
            self._is(line, body, does)
        return body is not None

    def _is(self, line: Line, body: Body, does: str = "") -> None:
        other = next((o for o in self.lines if o.body is body and o is not line), None)
        if other is not None:
            why = _("Row %(row)d speaks of the same organ. Leave one of them.")
            line.fault("name", line.name, why % {"row": other.record.row})
            return
        line.body, line.does = body, does if does in ("renamed", "correction") else ""
        if does == "same" and not body.short_name and len(line.name) < len(body.name):
            line.record = type(line.record)(
                line.record.row, {**line.record.values, "short_name": line.name}
            )  # learnt: next time it is found by that

    def _as_new(self, line: Line) -> None:
        line.body = self._new(line)

    def _new(self, line: Line) -> Body:
        order = line.record.values.get("order")
        if not isinstance(order, int) or order < 0:
            self.last_order += 10
            order = self.last_order
        words = {name: line.said(name) for name in comparing.WORDS if name != "code"}
        return Body(
            congress=self.congress,
            kind=BodyKind.ORGAN,
            name=line.name,
            code=line.code,
            order=order,
            **words,
        )

    def _enter(self, line: Line) -> None:
        """Find the superior, then say what becomes of the line."""
        if line.is_wrong or line.is_skipped or line.body is None:
            return
        parent = self._parent(line, line.body)
        if line.is_wrong:
            return
        if line.body.pk is None:
            line.body.parent = parent
        found = self.contacts[line.body.pk] if line.body.pk else []
        line.verdict.entries += comparing.entries(line, line.body, found, parent)

    def _parent(self, line: Line, body: Body) -> Body | None:
        said = line.said("parent")
        if not said:
            return None
        others = (other for other in self.lines if other is not line)
        named = next((o for o in others if normal(said) in o.names), None)
        if named is not None and named.is_wrong:
            line.fault("parent", said, _("Its superior is not clear yet: mend that line first."))
            return None
        found = named.body if named is not None else None
        found = found or next((b for b in self.there if self._is_called(b, said)), None)
        if found is None:
            why = _("There is no such organ, neither in the register nor in this list.")
            line.fault("parent", said, why)
        elif found is body or self._is_below(found, body):
            line.fault("parent", said, _("An organ cannot belong to itself or to one below it."))
            return None
        return found

    def _is_below(self, body: Body, above: Body) -> bool:
        seen: list[Body] = []
        here: Body | None = body
        while here is not None and not any(here is other for other in seen):
            if here is above:
                return True
            seen.append(here)
            here = next((b for b in self.there if b.pk and b.pk == here.parent_id), here.parent)
        return False


def _look_at(line: Line) -> None:
    """What is wrong with a line whatever the register says."""
    if not line.name:
        line.fault("name", "", _("The name is missing."))
    if line.said("mobile") and not line.people("contact"):
        why = _("Whose number is it? Name the contact person too.")
        line.fault("mobile", line.said("mobile")[-4:], why)
