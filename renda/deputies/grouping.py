"""Deputies' groups: who is in none, who in several; and proposals for those without one, which
nobody writes down until an operator has confirmed them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Congress
from renda.deputies.matching import common_words, likeness
from renda.deputies.models import Group, GroupException, Mandate, Membership
from renda.deputies.roles import GroupKind, Office
from renda.kernel.options.declaring import Option

ONE_FIELD_GROUP = Option(
    key="deputies.one_field_group",
    usual=True,
    says=gettext_lazy("Every deputy of this congress is in exactly one field group."),
)
SLACK = 1.25  # a group that fits may be so much larger than the average


@dataclass
class Line:
    """A group with its members on a day."""

    group: Group
    members: list[Membership] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many belong to it; a liaison only visits."""
        return len({row.person_id for row in self.belonging})

    @property
    def belonging(self) -> list[Membership]:
        """Its members, without the liaison."""
        return [row for row in self.members if row.office != Office.LIAISON]

    def named(self, office: str) -> str:
        """Who holds an office in it."""
        return "、".join(row.person.name for row in self.members if row.office == office)

    @property
    def leader(self) -> str:
        """组长."""
        return self.named(Office.HEAD)

    @property
    def liaison(self) -> str:
        """联络员."""
        return self.named(Office.LIAISON)

    @property
    def levels(self) -> list[tuple[str, int]]:
        """Its members by the level of the congress whose deputies they are, the highest first."""
        found: dict[tuple[str, str], set[int]] = {}
        for row in self.belonging:
            if row.mandate is not None:
                of = row.mandate.congress
                found.setdefault((of.path, str(of.short_name)), set()).add(row.person_id)
        return [(name, len(people)) for (_path, name), people in sorted(found.items())]

    @property
    def is_mixed(self) -> bool:
        """Whether it has deputies of several congresses."""
        return len(self.levels) > 1


@dataclass(frozen=True)
class Placing:
    """Which deputies are in which groups of a kind on a day."""

    lines: Sequence[Line]
    none: Sequence[Mandate]
    several: Sequence[tuple[Mandate, list[str]]]
    excepted: Sequence[GroupException]


def lines_of(congress: Congress, day: date, kind: str = "") -> list[Line]:
    """The groups of a congress on a day, with their members: two queries."""
    groups = Group.objects.filter(body__congress=congress, body__is_void=False)
    if kind:
        groups = groups.filter(kind=kind)
    there = groups.select_related("body__region").order_by("body__order", "pk")
    lines = {g.body_id: Line(g) for g in there if _is_there(g, day)}
    rows = Membership.objects.held_on(day).filter(body__in=lines)
    for row in rows.select_related("person", "mandate__congress").order_by("order", "pk"):
        lines[row.body_id].members.append(row)
    return list(lines.values())


def placing(congress: Congress, day: date, kind: str = GroupKind.FIELD) -> Placing:
    """Which deputies of the congress are in no group of a kind, and which in several: four
    queries. For exceptions no rule holds."""
    lines = lines_of(congress, day, kind)
    names: dict[int, list[str]] = {}
    for line in lines:
        for person in {row.person_id for row in line.belonging}:
            names.setdefault(person, []).append(line.group.body.name)
    rows = GroupException.objects.held_on(day).filter(congress=congress)
    excepted = list(rows.select_related("mandate__person"))
    free = {exception.mandate_id for exception in excepted} if kind == GroupKind.FIELD else set()
    mandates = Mandate.objects.deputies_on(day).filter(congress=congress).exclude(pk__in=free)
    known = list(mandates.select_related("person__home", "unit", "delegation"))
    return Placing(
        lines,
        [m for m in known if m.person_id not in names],
        [(m, names[m.person_id]) for m in known if len(names.get(m.person_id, [])) > 1],
        excepted,
    )


@dataclass
class Basket:
    """What people can be put into: a group, and later a station."""

    key: int
    name: str
    words: str
    size: int
    region: str = ""  # path of the place in the tree
    is_area: bool = False


@dataclass(frozen=True)
class Proposal:
    """Whom, where to, and why."""

    mandate: Mandate
    basket: Basket
    why: list[str]


def baskets_of(lines: Iterable[Line]) -> list[Basket]:
    """The groups as baskets. Field and profession ask for job and expertise, area and mixed ones
    for where people live and were elected."""
    return [
        Basket(
            line.group.body_id,
            line.group.body.name,
            f"{line.group.field} {line.group.body.name}",
            line.size,
            line.group.body.region.path if line.group.body.region else "",
            line.group.kind in (GroupKind.AREA, GroupKind.MIXED),
        )
        for line in lines
    ]


def propose(mandates: Sequence[Mandate], baskets: Sequence[Basket]) -> list[Proposal]:
    """A basket for each: the one with most in common that is not too full, else the smallest.

    Whoever has most in common with any chooses first. Sizes count on as proposals are made; the
    same people and baskets always give the same answer.
    """
    if not baskets:
        return []
    most = ceil((sum(b.size for b in baskets) + len(mandates)) / len(baskets) * SLACK)
    sizes = {basket.key: basket.size for basket in baskets}
    found: dict[int, Proposal] = {}
    fits = {m.pk: _fits(m, baskets) for m in mandates}
    for mandate in sorted(mandates, key=lambda m: (-_best(fits[m.pk]), m.order, m.pk)):
        basket, why = _chosen(fits[mandate.pk], baskets, sizes, most)
        sizes[basket.key] += 1
        found[mandate.pk] = Proposal(mandate, basket, why)
    return [found[mandate.pk] for mandate in mandates]


Fit = tuple[int, Basket, list[str]]


def _fits(mandate: Mandate, baskets: Sequence[Basket]) -> list[Fit]:
    """The baskets with something in common, the best first, each with the reasons."""
    fits = []
    for basket in baskets:
        score, why = _compared(mandate, basket)
        if score:
            fits.append((score, basket, why))
    return sorted(fits, key=lambda fit: -fit[0])


def _compared(mandate: Mandate, basket: Basket) -> tuple[int, list[str]]:
    person: Any = mandate.person
    score, why = 0, []
    home = person.home.path if person.home is not None else ""
    if basket.is_area and basket.region and home.startswith(basket.region):
        score, why = 100, [_("lives in %(place)s") % {"place": person.home.name}]
    for label, text in _texts(mandate, basket.is_area):
        words = common_words(basket.words, text) if text else []
        if words:
            score += likeness(words)
            said = {"words": "、".join(words), "what": label, "text": text}
            why.append(_("“%(words)s” in %(what)s: %(text)s") % said)
    return score, why


def _texts(mandate: Mandate, is_area: bool) -> list[tuple[str, str]]:
    """What of a deputy is compared, with what it is called."""
    person = mandate.person
    if is_area:
        unit = mandate.unit.name if mandate.unit else mandate.electoral_unit
        return [(_label(person, "residence"), person.residence), (_("electoral unit"), unit)]
    own = [(_label(person, name), getattr(person, name)) for name in ("expertise", "job", "work")]
    return [*own, (_label(mandate, "category"), mandate.category)]


def _label(row: Any, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name)


def _best(fits: Sequence[Fit]) -> int:
    return fits[0][0] if fits else 0


def _chosen(
    fits: Sequence[Fit], baskets: Sequence[Basket], sizes: dict[int, int], most: int
) -> tuple[Basket, list[str]]:
    full: list[str] = []
    for _score, basket, why in fits:
        if sizes[basket.key] < most:
            return basket, [*why, *full]
        full.append(_("%(group)s is full") % {"group": basket.name})
    smallest = min(baskets, key=lambda b: sizes[b.key])
    size = {"size": sizes[smallest.key]}
    return smallest, [*full, _("nothing in common; the smallest group (%(size)s)") % size]


def _is_there(group: Group, day: date) -> bool:
    body = group.body
    began = body.from_on is None or body.from_on <= day
    return began and (body.until_on is None or body.until_on >= day)
