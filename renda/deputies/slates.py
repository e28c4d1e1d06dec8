"""A slate of names, typed or pasted as offices write them, and whom they mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from renda.congress.models import Body, Congress, Post
from renda.congress.roles import BodyKind
from renda.deputies import offices
from renda.deputies.models import Mandate, Membership, Person
from renda.deputies.roles import GroupKind
from renda.deputies.seats import standing_committee

_BRACKETS = re.compile(r"\s*[（(]([^（）()]*)[）)]")
_APART = re.compile(r"[\n\r\t、，,；;。]+")
_SPACED = re.compile(r"(?<!\S)(\S)[ \u3000]+(\S)(?![^\s\x01])")  # 单　禾 is one name
_HINT = "\x01"


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant: a person, or an account that has no person yet. `hints` tell two
    of one name apart: electoral unit, delegation, number, congress."""

    name: str
    person: Person | None
    mandate: Mandate | None = None
    user: Any = None
    hints: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a form sends for this candidate."""
        if self.mandate is not None:
            return f"m{self.mandate.pk}"
        return f"p{self.person.pk}" if self.person is not None else f"u{self.user.pk}"

    @property
    def label(self) -> str:
        """The name, with what tells two of one name apart."""
        return f"{self.name}（{self.hints[0]}）" if self.hints else self.name


def names_in(text: str) -> list[tuple[str, list[str]]]:
    """The names in a text, each with what stands in brackets behind it.

    Names are apart by lines, commas or spaces; a name of two characters may be spaced out.
    """
    marked = _BRACKETS.sub(lambda m: _HINT + _APART.sub(_HINT, m[1]).replace(" ", _HINT), text)
    found = []
    for part in _APART.split(marked.replace("·", "·")):
        for said in _SPACED.sub(r"\1\2", part.strip()).split():
            name, *hints = said.split(_HINT)
            if name:
                found.append((name, [hint for hint in hints if hint]))
    return found


def meant(name: str, hints: Sequence[str], candidates: Iterable[Candidate]) -> list[Candidate]:
    """Whom a name may mean; hints narrow it down where several are called so."""
    found = [candidate for candidate in candidates if _plain(candidate.name) == _plain(name)]
    if len(found) < 2:
        return found
    nearer = [c for c in found if any(hint in c.hints for hint in hints)]
    return nearer or found


def candidates(body: Body, office: str, day: date) -> list[Candidate]:
    """Who may take this office in this body on this day, in the congress's order."""
    wanted = offices.rests_on(body.kind, office, body.congress)
    if wanted == offices.COMMITTEE:
        seats = standing_committee(body.congress, day)
        return [_deputy(s.membership.mandate) for s in seats if s.membership.mandate is not None]
    if body.kind == BodyKind.GROUP and body.group.kind == GroupKind.MIXED:
        return deputies_of_several(body.congress, day)
    own = deputies(body.congress, day)
    if body.kind == BodyKind.DELEGATION and wanted == offices.DEPUTY:
        return [c for c in own if c.mandate is not None and c.mandate.delegation_id == body.pk]
    return own if wanted == offices.DEPUTY else [*own, *_others(body.congress, own)]


def deputies(congress: Congress, day: date) -> list[Candidate]:
    """The deputies of a congress."""
    return [_deputy(mandate) for mandate in _mandates(day).filter(congress=congress)]


def deputies_of_several(congress: Congress, day: date) -> list[Candidate]:
    """The deputies of this congress, of those below it, and of those above it who were elected
    here or live here: whom a group of several levels may have."""
    line = list(Congress.objects.filter(pk__in=[congress.pk, *congress.above_ids]))
    places = [above.place for above in line if above.place]
    mine = Q(electoral_unit__in=places) | Q(unit__electing__in=line)
    mine |= Q(person__mandates__congress=congress, person__mandates__is_void=False)
    if congress.region is not None:
        mine |= Q(person__home__path__startswith=congress.region.path)
        mine |= Q(unit__region__path__startswith=congress.region.path)
    here = Q(congress__path__startswith=congress.path)
    rows = _mandates(day).filter(here | (Q(congress__in=congress.above_ids) & mine))
    return [_deputy(m, is_of_several=True) for m in rows.distinct()]


def _mandates(day: date) -> Any:
    rows = Mandate.objects.deputies_on(day).order_by("-congress__path", "order", "pk")
    return rows.select_related("person__user", "congress", "delegation", "unit")


def _deputy(mandate: Mandate, *, is_of_several: bool = False) -> Candidate:
    unit = mandate.unit.name if mandate.unit else mandate.electoral_unit
    delegation = mandate.delegation.name if mandate.delegation else ""
    told = (unit, delegation, mandate.code, mandate.person.work)
    of = mandate.congress
    levels = (of.short_name, of.place, str(of.level)) if is_of_several else ()
    hints = tuple(hint for hint in (*levels, *told) if hint)
    return Candidate(mandate.person.name, mandate.person, mandate, None, hints)


def _others(congress: Congress, own: Sequence[Candidate]) -> list[Candidate]:
    """Who is no deputy here: those who have or had a seat, and the staff by their posts."""
    known = {c.person.pk for c in own if c.person is not None}
    seated = Membership.objects.filter(congress=congress).values("person")
    staff = Post.objects.filter(body__congress=congress).values("user")
    people = Person.objects.filter(Q(pk__in=seated) | Q(user__in=staff)).exclude(pk__in=known)
    found = [Candidate(p.name, p, hints=(p.work,) if p.work else ()) for p in people]
    accounts = Post.objects.filter(body__congress=congress, user__person=None)
    rows = accounts.select_related("user", "body").order_by("user_id", "body__order")
    first = {post.user_id: post for post in reversed(rows)}
    return found + [
        Candidate(post.user.name, None, user=post.user, hints=(post.body.name,))
        for post in first.values()
    ]


def _plain(name: str) -> str:
    return re.sub(r"[\s\u3000]+", "", name)
