"""What has been said to whom, and what is still to be printed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from renda.kernel.notices.hearing import titles
from renda.kernel.notices.models import Notice
from renda.kernel.permits.actor import Actor


@dataclass(frozen=True)
class Line:
    """A notice as it is read: its sentence with the item's title, and where the item opens."""

    notice: Notice
    text: str
    url: str


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """The notices of this person in this congress."""
    return Notice.objects.filter(user_id=actor.user_id, congress_id=actor.congress_id)


def unread_count(actor: Actor) -> int:
    """How many notices wait to be read."""
    return visible_to(actor).filter(read_at=None).count()


def to_print(congress_id: int) -> QuerySet[Notice]:
    """Notices of people without an account that the office has not passed on yet."""
    return Notice.objects.filter(congress_id=congress_id, user_id=None, printed_at=None)


def lines(notices: Iterable[Notice]) -> list[Line]:
    """Notices with their titles: one query per type of item."""
    rows = list(notices)
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.subject_type].add(row.subject_id)
    known = {kind: titles(kind, ids) for kind, ids in wanted.items()}
    gone = (_("an item that is no longer here"), "")
    out = []
    for row in rows:
        title, url = known[row.subject_type].get(row.subject_id, gone)
        out.append(Line(row, _(row.sentence) % {"item": title}, url))
    return out


def by_reader(notices: Iterable[Notice]) -> list[tuple[str, list[Line]]]:
    """The printed list: each reader's name with the lines for them."""
    rows = sorted(notices, key=lambda n: (n.reader_name, n.reader_kind, n.reader_id, n.pk))
    told = lines(rows)
    by = groupby(told, lambda line: (line.notice.reader_kind, line.notice.reader_id))
    return [(here[0].notice.reader_name, here) for _who, group in by if (here := list(group))]
