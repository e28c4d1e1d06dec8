"""A deputy's card as citizens read it (代表法58.2): what the law demands always, the rest as the
deputy chose, a telephone number never."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from renda.deputies.models import Mandate, MandateQuerySet
from renda.deputies.naming import unit_name
from renda.deputies.queries import deputies_of, photos_of
from renda.deputies.roles import Extra
from renda.kernel.papers.models import Paper


@dataclass(frozen=True)
class Performed:
    """Something of a deputy's work that is public: what, how often, and where it opens."""

    label: Any
    value: int
    url: str = ""


Performs = Callable[[Mandate], Iterable[Performed]]
_performs: list[Performs] = []


def performs(source: Performs) -> Performs:
    """Register what of a deputy's work is public; domains call it when they are ready."""
    if source not in _performs:
        _performs.append(source)
    return source


@dataclass(frozen=True)
class Card:
    """What everyone may read of one deputy."""

    mandate: Mandate
    name: str
    unit: str
    delegation: str
    facts: list[tuple[str, str]]
    introduction: str
    photo: Paper | None
    performed: list[Performed]

    @property
    def initial(self) -> str:
        """Where there is no photograph: the first character, for nobody's surname is assumed."""
        return self.name[:1]


def card(mandate: Mandate) -> Card:
    """Of one deputy in office."""
    person = mandate.person
    chosen = set(person.public_extras)
    shown = {
        Extra.SEX: person.get_sex_display(),
        Extra.NATIONALITY: person.nationality,
        Extra.WORK: person.work,
        Extra.EXPERTISE: person.expertise,
    }
    facts = [(str(e.label), str(v)) for e, v in shown.items() if e in chosen and v]
    photo = photos_of([mandate.pk]).get(mandate.pk) if Extra.PHOTO in chosen else None
    return Card(
        mandate=mandate,
        name=person.name,
        unit=unit_name(mandate),
        delegation=str(mandate.delegation or ""),
        facts=facts,
        introduction=person.introduction if Extra.INTRODUCTION in chosen else "",
        photo=photo,
        performed=[done for source in _performs for done in source(mandate)],
    )


def public(congress_id: int, word: str = "") -> MandateQuerySet:
    """The deputies in office that everyone may know, by name or place, unit by unit."""
    rows = deputies_of(congress_id).select_related("person", "unit", "delegation", "congress")
    word = word.strip().replace("\x00", "")[:60]
    if word:
        asked = Q(person__name__icontains=word) | Q(unit__name__icontains=word)
        asked |= Q(unit__extent__icontains=word) | Q(electoral_unit__icontains=word)
        rows = rows.filter(asked | Q(delegation__name__icontains=word))
    return rows.order_by("unit__number", "unit__name", "electoral_unit", "order", "pk")
