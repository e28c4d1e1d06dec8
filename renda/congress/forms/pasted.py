"""A list pasted from a spreadsheet: one person a line, the name first, the rest in any order."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from renda.accounts import phones
from renda.accounts.queries import find_all, normal_name
from renda.congress.belonging import people_of
from renda.congress.models import Body, Congress
from renda.congress.roles import Role
from renda.kernel.moment import today

MOST, MOST_TOLD = 300, 20
Fault = tuple[int, str]  # the line (0: the list as a whole), and what is wrong with it
_BETWEEN = re.compile(r"\t|[,，;；]|\s{2,}")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_SPACED = re.compile(rf"^\s*({_HAN})\s+({_HAN})(?=\s|[,，;；]|$)")  # a name of two, set wide
_USER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9@.+_-]*")  # digits alone are a number mistyped
_HEADERS = {"姓名", "名字", "name"}


@dataclass
class Line:
    """One person of the list. `group` is what is neither number, user name, body nor role."""

    n: int
    name: str
    username: str = ""
    phone: str = ""
    body: Body | None = None
    role: str = ""
    group: str = ""
    user: Any = field(default=None)  # the account that there is already


def read(text: str, congress: Congress) -> tuple[list[Line], list[Fault]]:
    """The people of a list, and what is wrong with it, line by line."""
    known = _Known(congress)
    lines: list[Line] = []
    faults: list[Fault] = []
    for n, written in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _BETWEEN.split(_closed(written)) if cell.strip()]
        if not cells or cells[0].lower() in _HEADERS:
            continue
        line = Line(n, cells[0])
        for cell in cells[1:]:
            if not known.take(line, cell):
                faults.append((n, _("“%(cell)s” stands there twice.") % {"cell": cell}))
        lines.append(line)
    if not lines:
        faults.append((0, _("There is nobody on the list.")))
    if len(lines) > MOST:
        faults.append((0, _("At most %(most)s people at a time.") % {"most": MOST}))
    return lines, faults + _twice(lines)


def _closed(written: str) -> str:
    """The line without the space that sets a name of two characters wide. A tab parts cells."""
    first, tab, rest = written.strip().partition("\t")
    return _SPACED.sub(r"\1\2", first) + tab + rest


class _Known:
    """What a cell may be: bodies and roles of this congress."""

    def __init__(self, congress: Congress) -> None:
        self.bodies: dict[str, Body] = {}
        rows = Body.objects.there_on(today()).filter(congress=congress).select_related("parent")
        for body in rows:
            for called in (body.name, body.short_name, body.code):
                if called:
                    self.bodies.setdefault(called, body)
        self.roles: dict[str, str] = {}
        for language in ("en", "zh-hans"):
            with translation.override(language):
                self.roles |= {str(role.label): role.value for role in Role}

    def take(self, line: Line, cell: str) -> bool:
        """Put a cell where it belongs; False when that place is taken."""
        if phones.is_phone(cell):
            place, value = "phone", cell
        elif cell in self.bodies:
            place, value = "body", self.bodies[cell]  # type: ignore[assignment]
        elif cell in self.roles:
            place, value = "role", self.roles[cell]
        elif _USER_NAME.fullmatch(cell):
            place, value = "username", normal_name(cell)
        else:
            place, value = "group", cell
        if getattr(line, place):
            return False
        setattr(line, place, value)
        return True


def _twice(lines: Iterable[Line]) -> list[Fault]:
    """The same person on two lines: whether it is one or two nobody knows but the clerk."""
    faults: list[Fault] = []
    for what in ("username", "phone"):
        many = Counter(value for line in lines if (value := getattr(line, what)))
        faults += [
            (0, _("“%(cell)s” stands on several lines.") % {"cell": value})
            for value, count in many.items()
            if count > 1
        ]
    alike = Counter(line.name for line in lines if not line.username)
    return faults + [
        (
            0,
            _("%(name)s stands on several lines. If they are two people, write user names.")
            % {"name": name},
        )
        for name, count in alike.items()
        if count > 1
    ]


def find_known(lines: Sequence[Line], congress: Congress) -> list[Fault]:
    """Whoever has an account already gets it; what only a clerk can tell is said."""
    faults: list[Fault] = []
    alike: dict[str, list[str]] = {}
    names = [line.name for line in lines if not line.username]
    for user in people_of(congress.pk).filter(name__in=names):
        alike.setdefault(user.name, []).append(user.username)
    there = find_all(typed for line in lines for typed in (line.username, line.phone) if typed)
    for line in lines:
        line.user = there.get(line.username)
        if (other := there.get(line.phone)) is not None:
            if line.user not in (None, other):
                faults.append((line.n, _("The number and the user name are two people's.")))
            line.user = line.user or other
        if line.user is not None and line.user.name != line.name:
            faults.append((line.n, _("The account of that user name or number has another name.")))
        if line.user is None and not line.username and line.name in alike:
            faults.append((line.n, _same_name(alike[line.name])))
    return faults


def _same_name(names: list[str]) -> str:
    return _(
        "There is an account of this name here: %(names)s. Write that user name if it is the same "
        "person, another one if it is not."
    ) % {"names": " ".join(names)}


def of_known(lines: Iterable[Line]) -> list[Fault]:
    """What to say of people who have an account where new ones are to be made."""
    why = _("%(name)s has an account already. Give that account a post instead.")
    return [(line.n, why % {"name": line.name}) for line in lines if line.user is not None]


def unread(lines: Iterable[Line], *, with_groups: bool = False) -> list[Fault]:
    """Cells that are nothing known; where groups are asked for, any words are the name of one."""
    why = _("“%(cell)s” is no mobile number, user name, body or post here.")
    return [
        (line.n, why % {"cell": line.group})
        for line in lines
        if line.group and not (with_groups and not line.group.isascii())
    ]


def told(faults: Iterable[Fault]) -> list[str]:
    """The first faults in the order of the list, each with its line."""
    said = _("Line %(n)s: %(why)s")
    ordered = sorted(faults, key=lambda fault: fault[0])[:MOST_TOLD]
    return [said % {"n": n, "why": why} if n else why for n, why in ordered]
