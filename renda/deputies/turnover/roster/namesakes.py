"""People called alike: the same person, or two."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.deputies.models import Mandate, Person, TermChange
from renda.deputies.turnover.roster.recognising import NEWER, again_by_person, before
from renda.kernel.lifecycle import registering
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.permits.refusal import Refused

NAMESAKES = "namesakes"


_OTHER = "other"


@dataclass(frozen=True)
class Namesake:
    """Somebody of the new roster who is called like a deputy of the old term: one or two people?"""

    new: Mandate
    old: Mandate

    @property
    def sides(self) -> list[tuple[str, str]]:
        """What is known of either."""
        return [(_("New roster"), _known(self.new)), (_("Old term"), _known(self.old))]


def namesakes(change: TermChange) -> list[Namesake]:
    """Pairs that nobody has told apart yet; people born in different months are two."""
    olds: dict[str, list[Mandate]] = {}
    for mandate in before(change):
        olds.setdefault(_plain(mandate.person.name), []).append(mandate)
    told = change.answers.get(NAMESAKES, {})
    again = again_by_person(change)
    held = {m.person_id for rows in olds.values() for m in rows}
    return [
        Namesake(new, old)
        for new in again.values()
        if new.person_id not in held
        for old in olds.get(_plain(new.person.name), [])
        if old.person_id not in again and _may_be_one(new.person, old.person)
        if told.get(f"{new.pk}/{old.pk}") != _OTHER
    ]


def tell_apart(change: TermChange, pair: str) -> dict[str, Any]:
    """The answers of the change with this pair ("new/old") told to be two people."""
    known = {f"{n.new.pk}/{n.old.pk}" for n in namesakes(change)}
    if pair not in known:
        raise Refused(_no_pair())
    return {**change.answers, NAMESAKES: {**change.answers.get(NAMESAKES, {}), pair: _OTHER}}


def are_one(change: TermChange, pair: str, *, occasion: Occasion) -> Mandate:
    """The two are one person: the seat goes to the person of the old term, with what the new
    roster knows of them; the second entry is withdrawn when nothing else stands on it."""
    found = next((n for n in namesakes(change) if f"{n.new.pk}/{n.old.pk}" == pair), None)
    if found is None:
        raise Refused(_no_pair())
    twin, person = found.new.person, found.old.person
    moved = {"person": person}
    registering.change(found.new, "deputies.change_mandate", occasion=occasion, values=moved)
    newer = {name: value for name in NEWER if (value := getattr(twin, name))}
    newer = {name: value for name, value in newer.items() if value != getattr(person, name)}
    if newer:
        registering.change(person, "deputies.change_person", occasion=occasion, values=newer)
    try:
        registering.withdraw(twin, "deputies.withdraw_person", occasion=occasion)
    except Refused:
        pass  # it sits in a body, too: the register shows both, and somebody must look
    return found.new


def _known(mandate: Mandate) -> str:
    person = mandate.person
    words = [word for word in (person.born, mandate.electoral_unit, person.work) if word]
    return pgettext("between names in a list", ", ").join(words) or _("nothing more is known")


def _plain(name: str) -> str:
    """A name without the spaces that lists put into short ones."""
    return "".join(name.split())


def _may_be_one(one: Person, other: Person) -> bool:
    born, as_well = sorted((one.born, other.born), key=len)
    return as_well.startswith(born)


def _no_pair() -> str:
    return _("These two were told apart already. Look at the page again.")
