"""Who in the file is who in the register: by number, by key, or asked; never decided by name.

The identity of a row is the office's own number if there is one, else name, month of birth and
unit inside the same term's list (build-notes B1-13).
"""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from renda.deputies.models import Mandate
from renda.deputies.naming import born_words, unit_name
from renda.deputies.tables.known import Key, Known, key_of_mandate
from renda.deputies.tables.spelling import is_more
from renda.kernel.exchange.table import Answers, Doubt, Fault, Record, Verdict

NEW, TWICE, OTHER, SAME = "new", "twice", "other", "same"
COMPARED = ("sex", "work", "native_place", "party", "education", "nationality", "category", "job")


class Matching:
    """The mandate of each record, or None for a new one; what is asked stands in the verdicts."""

    def __init__(self, known: Known, records: Sequence[Record], answers: Answers) -> None:
        self.known, self.answers = known, answers
        self.verdicts = {record.row: Verdict(record) for record in records}
        self.found: dict[int, Mandate] = {}
        self.left_out: set[int] = set()
        self.taken: set[int] = set()
        self.numbers: dict[str, int] = {}
        open_rows = [r.row for r in records if not self._by_code(r.row)]
        groups: dict[Key, list[int]] = defaultdict(list)
        for row in open_rows:
            groups[known.key(row)].append(row)
        for key, rows in groups.items():
            self._by_key(key, rows)
        for row in open_rows:
            if row not in self.found and row not in self.left_out:
                self._moved(row)

    @property
    def missing(self) -> list[Mandate]:
        """Who is in the register of the term and not in the file."""
        return [m for pk, m in self.known.mandates.items() if pk not in self.taken]

    def _take(self, row: int, mandate: Mandate) -> None:
        self.found[row] = mandate
        self.taken.add(mandate.pk)

    def _by_code(self, row: int) -> bool:
        """Found by the office's own number; a number under another name is asked about."""
        values = self.known.values[row]
        if self._has_number_of_another(row, values.get("code") or ""):
            return True
        mandate = self.known.by_code.get(values.get("code") or "")
        if mandate is None:
            return False
        if mandate.person.name != values["name"]:
            key = f"code/{values['code']}/{values['name']}"
            says = _(
                "Number %(code)s is %(name)s in the register. Is this the same person renamed?"
            )
            answers = (
                (SAME, _("the same person, renamed")),
                (OTHER, _("somebody else: the number is wrong")),
            )
            said = {"code": values["code"], "name": mandate.person.name}
            told = self._asked(row, key, says % said, answers)
            if told == OTHER:
                why = _("This number belongs to %(name)s. Correct the number in the file.")
                label = _("number of the deputy")
                fault = Fault(row, label, values["code"], why % {"name": mandate.person.name})
                self.verdicts[row].faults.append(fault)
            if told != SAME:
                self.left_out.add(row)
                self.taken.add(mandate.pk)
                return True
        self._take(row, mandate)
        return True

    def _has_number_of_another(self, row: int, code: str) -> bool:
        """One number, one deputy: the later row of a file cannot bear it too."""
        first = self.numbers.setdefault(code, row) if code else row
        if first != row:
            why = _("Row %(row)d has the same number. Correct it, or keep one of the two rows.")
            label = _("number of the deputy")
            self.verdicts[row].faults.append(Fault(row, label, code, why % {"row": first}))
        return first != row

    def _by_key(self, key: Key, rows: list[int]) -> None:
        """Rows with one key against the mandates with this key: one to one, equal ones first."""
        there = [m for m in self.known.by_key.get(key, []) if m.pk not in self.taken]
        if len(rows) == len(there) == 1:
            self._take(rows[0], there[0])
            return
        left = []
        for row in rows:
            equal = next((m for m in there if self._says_nothing_new(row, m)), None)
            if equal is not None:
                there.remove(equal)
                self._take(row, equal)
            else:
                left.append(row)
        for n, row in enumerate(left):
            if there:
                self._which(row, there)
            elif n or len(left) < len(rows):
                self._twin(row, rows[0])

    def _which(self, row: int, there: list[Mandate]) -> None:
        """Several with one key: which of them is this row?"""
        says = _("Several deputies have this name, month of birth and unit. Which one is this?")
        answers = [(str(m.pk), described(m)) for m in there]
        told = self._asked(row, f"which/{row}", says, (*answers, (NEW, _("a further deputy"))))
        mandate = next((m for m in there if str(m.pk) == told), None)
        if mandate is not None:
            there.remove(mandate)
            self._take(row, mandate)

    def _twin(self, row: int, first: int) -> None:
        """Two rows with one key: two people, or one that stands there twice?"""
        says = _("Row %(row)d has the same name, month of birth and unit. Are they two people?")
        answers = (
            (NEW, _("two people: keep both")),
            (TWICE, _("the same person: leave this row out")),
        )
        told = self._asked(row, f"twin/{row}", says % {"row": first}, answers)
        if told == TWICE:
            self.left_out.add(row)

    def _moved(self, row: int) -> None:
        """A key that is not in the register, while somebody much like it is missing in the file:
        a new deputy, or one who was renamed or moved?"""
        if self.verdicts[row].doubts:
            return
        key = self.known.key(row)
        much_like = [
            m for m in self.missing if sum(a == b for a, b in _pairs(key, key_of_mandate(m))) == 2
        ][:5]
        if not much_like:
            return
        says = _("This is not in the register, but somebody much like it is. Who is this?")
        answers = [
            (str(m.pk), _("%(who)s, renamed or moved") % {"who": described(m)}) for m in much_like
        ]
        asked = f"moved/{'/'.join(key)}"
        told = self._asked(row, asked, says, (*answers, (NEW, _("a new deputy"))))
        mandate = next((m for m in much_like if str(m.pk) == told), None)
        if mandate is not None:
            self._take(row, mandate)

    def _asked(
        self, row: int, key: str, says: str, answers: Sequence[tuple[str, str]]
    ) -> str | None:
        """The answer given, or None and the question."""
        told = self.answers.get(key)
        if told in {value for value, _label in answers}:
            return told
        self.verdicts[row].doubts.append(Doubt(key, row, says, tuple(answers)))
        return None

    def _says_nothing_new(self, row: int, mandate: Mandate) -> bool:
        values, person = self.known.values[row], mandate.person
        return not any(
            is_more(name, getattr(mandate if name == "category" else person, name), values[name])
            for name in COMPARED
            if name in values
        )


def described(mandate: Mandate) -> str:
    """A deputy of the register in as few words as tell two apart."""
    person = mandate.person
    known = [person.name, born_words(person.born), unit_name(mandate), person.work, mandate.code]
    return "，".join(filter(None, known))


def _pairs(one: Key, other: Key) -> list[tuple[str, str]]:
    """Part by part; an empty part is like nothing."""
    return [(a, b) for a, b in zip(one, other, strict=True) if a and b]
