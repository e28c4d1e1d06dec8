"""What has been said to whom, and what is still to be printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from renda.kernel.notices.hearing import outside_name, titles
from renda.kernel.notices.models import Addressed, Choice, Notice
from renda.kernel.permits.actor import Actor

BRIEF = 16  # characters of a title in a text message


@dataclass(frozen=True)
class Line:
    """A notice as it is read: its sentence with the item's title, and where the item opens;
    `brief` as a text message or a chat group says it."""

    notice: Any
    text: str
    url: str
    brief: str = ""


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """The notices of this person in this congress."""
    return Notice.objects.filter(user_id=actor.user_id, congress_id=actor.congress_id)


def unread_count(actor: Actor) -> int:
    """How many notices wait to be read."""
    return visible_to(actor).filter(read_at=None).count()


def to_print(congress_id: int) -> QuerySet[Notice]:
    """Notices of people without an account that the office has not passed on yet."""
    return Notice.objects.filter(congress_id=congress_id, user_id=None, printed_at=None)


def lines(notices: Iterable[Addressed]) -> list[Line]:
    """Notices with their titles: one query per type of item."""
    return [
        Line(
            row,
            _(row.sentence) % {"item": title},
            url,
            _(row.sentence) % {"item": outside_name(row.subject_type) or _brief(title)},
        )
        for row, title, url in _titled(notices)
    ]


def shortened(notices: Iterable[Addressed]) -> list[str]:
    """Notices as a text message says them: the item by its number, else by its first words; by
    its kind alone where its title names a person."""
    return [line.brief for line in lines(notices)]


def _brief(title: str) -> str:
    number, space, _rest = title.partition(" ")
    if space and number[-1:].isdigit():
        return number
    return title if len(title) <= BRIEF else f"{title[:BRIEF]}…"


def _titled(notices: Iterable[Addressed]) -> Iterator[tuple[Any, str, str]]:
    rows = list(notices)
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.subject_type].add(row.subject_id)
    known = {kind: titles(kind, ids) for kind, ids in wanted.items()}
    gone = (_("an item that is no longer here"), "")
    for row in rows:
        yield row, *known[row.subject_type].get(row.subject_id, gone)


def choices_of(actor: Actor) -> dict[str, Choice]:
    """How this person is told outside in this congress, by channel."""
    rows = Choice.objects.filter(user_id=actor.user_id or 0, congress_id=actor.congress_id)
    return {row.channel: row for row in rows}


def by_reader(notices: Iterable[Notice]) -> list[tuple[str, list[Line]]]:
    """The printed list: each reader's name with the lines for them."""
    rows = sorted(notices, key=lambda n: (n.reader_name, n.reader_kind, n.reader_id, n.pk))
    told = lines(rows)
    by = groupby(told, lambda line: (line.notice.reader_kind, line.notice.reader_id))
    return [(here[0].notice.reader_name, here) for _who, group in by if (here := list(group))]
