"""The person: found from the account or a mandate, told, erased; and what the public may see since
the deputy agreed."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.deputies.models import Mandate, Person, PersonChange
from renda.deputies.roles import Extra
from renda.kernel.exchange import telling
from renda.kernel.personal.holding import (
    Consent,
    Erasing,
    Holding,
    Record,
    Stays,
    Whom,
    agrees,
    finds,
    holds,
)
from renda.kernel.registers import keeping
from renda.kernel.registers.erasing import erase
from renda.kernel.registers.history import field_label
from renda.kernel.trail.models import Words

PERSON, MANDATE = "deputies.person", "deputies.mandate"
PROPOSED = ("values", "before", "reason", "why", "mobile_sealed", "mobile_hash")
KEPT = ("name", "sex", "nationality")  # as the published roster of the term has them
ERASED = (
    *("born", "native_place", "party", "education", "work", "job", "expertise"),
    *("residence", "home", "introduction", "public_extras", "mobile_sealed", "mobile_hash"),
)


def find(whom: Whom) -> Whom:
    """From the account to the person and back, to the mandates, and to entries that turned out to
    be the same person and were withdrawn."""
    people = list(Person.ever().filter(_asked(whom)))
    ids = {person.pk for person in people} | _twins(people)
    rows = list(Person.ever().filter(pk__in=ids))
    named = next((p for p in rows if not p.is_void), None)
    user_id = whom.user_id or (named.user_id if named is not None else None)
    mandates = Mandate.ever().filter(person_id__in=ids).values_list("pk", flat=True)
    known = Whom(user_id, whom.rows, whom.mobiles, whom.name or (named.name if named else ""))
    return (
        known.known_as(PERSON, ids)
        .known_as(MANDATE, mandates)
        .reached_at(row.mobile_hash for row in rows)
    )


def _asked(whom: Whom) -> Q:
    asked = Q(pk__in=whom.ids(PERSON))
    return asked | Q(user_id=whom.user_id) if whom.user_id is not None else asked


def _twins(people: list[Person]) -> set[int]:
    """Withdrawn entries that a mandate was moved from: one person entered twice."""
    mandates = Mandate.ever().filter(person__in=people).values("pk")
    words = Words.objects.filter(event__subject_type=MANDATE, event__subject_id__in=mandates)
    moved = [row.said.get("changed", {}).get("person", ()) for row in words]
    ids = {pk for pair in moved for pk in pair if isinstance(pk, int)}
    void = Person.ever().filter(pk__in=ids, is_void=True)
    return set(void.values_list("pk", flat=True))


def _people(whom: Whom) -> QuerySet[Any]:
    return Person.ever().filter(pk__in=whom.ids(PERSON)).select_related("home").order_by("pk")


def _tell_person(whom: Whom) -> list[Record]:
    told = [Record(person.name, _lines(person)) for person in _people(whom)]
    return told + [_told_proposal(row) for row in _proposals(whom)]


def _proposals(whom: Whom) -> list[PersonChange]:
    rows = PersonChange.ever().filter(person_id__in=whom.ids(PERSON)).order_by("pk")
    return list(rows.select_related("congress"))


def _told_proposal(row: PersonChange) -> Record:
    lines = [(_("reason"), row.reason), (_("reason of the answer"), row.why)]
    lines += [
        (field_label(Person, name), f"{row.before.get(name, '')} → {value}")
        for name, value in row.values.items()
    ]
    title = _("Change of data proposed by %(congress)s") % {"congress": row.congress.short_name}
    return Record(title, [line for line in lines if line[1]])


def _lines(person: Person) -> list[tuple[str, Any]]:
    names = [*KEPT, *(n for n in ERASED if n not in Person.SEALED)]
    fields = {name: Person._meta.get_field(name) for name in names}
    lines = [
        (str(fields[name].verbose_name), _shown(person, name))  # type: ignore[union-attr]
        for name in names
        if getattr(person, name)
    ]
    return [*lines, (_("mobile number"), person.mobile)] if person.mobile_sealed else lines


def _shown(person: Person, name: str) -> Any:
    if name == "sex":
        return person.get_sex_display()
    value = getattr(person, name)
    return value if isinstance(value, list) else str(value)


def _go_person(whom: Whom) -> list[str]:
    held = {
        str(Person._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for person in _people(whom)
        for name in ERASED
        if name != "mobile_hash" and getattr(person, name)
    }
    return sorted(held)


def _stay_person(whom: Whom) -> list[Stays]:
    if not whom.ids(PERSON):
        return []
    what = _("Name, sex and ethnic group, as the roster of deputies has them")
    why = _("The congress must show who its deputies are and were.")
    return [Stays(what, why, "代表法58")]


def _erase_person(whom: Whom, erasing: Erasing) -> None:
    for person in _people(whom):
        erase(
            person,
            "deputies.erase_person",
            fields=ERASED,
            by=erasing.by,
            congress_id=erasing.congress_id,
        )
    telling.erase(PERSON, whom.ids(PERSON))
    telling.forget_answers(MANDATE, whom.ids(MANDATE))
    proposals = _proposals(whom)
    telling.erase(PersonChange._meta.label_lower, [row.pk for row in proposals])
    for proposal in proposals:
        erase(
            proposal,
            "deputies.erase_change",
            fields=PROPOSED,
            by=erasing.by,
            congress_id=proposal.congress_id,
        )


def _consents(whom: Whom) -> list[Consent]:
    """What a deputy lets the public card show beyond what 代表法58.2 demands."""
    names: dict[str, Any] = dict(Extra.choices)
    return [
        Consent(f"{PERSON}/{person.pk}/{name}", names.get(name, name))
        for person in _people(whom).filter(is_void=False)
        for name in person.public_extras
    ]


def _withdraw(whom: Whom, key: str, erasing: Erasing) -> None:
    _model, pk, name = key.split("/", 2)
    person = Person.objects.get(pk=int(pk))
    keeping.change(
        person,
        "deputies.change_person",
        by=erasing.by,
        values={"public_extras": [extra for extra in person.public_extras if extra != name]},
        congress_id=erasing.congress_id,
    )


def declare() -> None:
    """Tell the registry of the person."""
    finds(find)
    agrees(_consents, _withdraw)
    holds(
        Holding(
            key="person",
            name=gettext_lazy("Person"),
            place=30,
            tells=_tell_person,
            goes=_go_person,
            stays=_stay_person,
            erases=_erase_person,
        )
    )
