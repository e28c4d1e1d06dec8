"""The questions that a list of organs raises, each with its answers."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from renda.congress.models import Body
from renda.congress.tables.lines import Line

ANOTHER, SKIP = "another", "skip"


def ask_about_number(line: Line, key: str, body: Body) -> None:
    """The number is known under another name, or the name under another number."""
    question = _("“%(new)s” in the list and “%(old)s” of the register: which is so?")
    said = {"new": _told(line.name, line.code), "old": _told(body.name, body.code)}
    line.doubt(
        key,
        question % said,
        ("renamed", _("It was renamed")),
        ("correction", _("The register was wrong: the list is right")),
        ("same", _("It is the same organ; the register's name stays")),
        (ANOTHER, _("It is another organ")),
    )


def ask_about_parent(line: Line, key: str, body: Body) -> None:
    """The same name below another organ."""
    question = _("“%(name)s” belongs to %(old)s in the register and to %(new)s in the list.")
    said = {"name": line.name, "old": body.parent, "new": line.said("parent")}
    line.doubt(
        key,
        question % said,
        ("moved", _("It belongs there now")),
        (ANOTHER, _("It is another organ of the same name")),
        (SKIP, _("Leave this line out")),
    )


def ask_about_ended(line: Line, key: str, body: Body) -> None:
    """An organ that is there no more."""
    question = _("“%(name)s” was there until %(day)s. Is this list an old one?")
    day = body.until_on.isoformat() if body.until_on else ""
    line.doubt(
        key,
        question % {"name": _told(body.name, body.code), "day": day},
        (SKIP, _("Leave this line out")),
        (ANOTHER, _("A new organ is called so now")),
    )


def ask_about_twin(line: Line, key: str, first: int, bodies: Iterable[Body]) -> None:
    """Two lines with equal keys: which is which?"""
    question = _(
        "“%(name)s” stands in row %(first)d and elsewhere in this list. Which is this one?"
    )
    known = [
        (f"is:{body.pk}", _("“%(name)s” of the register") % {"name": _whereabouts(body)})
        for body in bodies
    ]
    line.doubt(
        key,
        question % {"name": _told(line.name, line.code), "first": first},
        *known,
        (ANOTHER, _("An organ of its own")),
        (SKIP, _("The same once more: leave this line out")),
    )


def ask_who_it_is(
    line: Line, key: str, bodies: Iterable[Body], *, may_be_renamed: bool = False
) -> None:
    """Names that may mean the same organ."""
    answers: list[tuple[str, str]] = []
    for body in bodies:
        name = {"name": _whereabouts(body)}
        answers.append((f"same:{body.pk}", _("It is “%(name)s”; the register's name stays") % name))
        if may_be_renamed:
            answers += [
                (f"renamed:{body.pk}", _("“%(name)s” was renamed so") % name),
                (f"correction:{body.pk}", _("“%(name)s” was misspelt in the register") % name),
            ]
    question = _("Is “%(name)s” an organ of the register?")
    line.doubt(key, question % {"name": line.name}, *answers, (ANOTHER, _("It is another organ")))


def _told(name: str, code: str) -> str:
    return f"{name} {code}".strip()


def _whereabouts(body: Body) -> str:
    above = body.parent.name if body.parent else ""
    return " ".join(part for part in (body.name, body.code, above) if part)
