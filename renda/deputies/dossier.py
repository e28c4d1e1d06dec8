"""Everything about one deputy that the page of the register shows beside the columns."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from renda.congress.permits import deputies_office
from renda.deputies.models import (
    Assistant,
    Certificate,
    Mandate,
    Person,
    PersonChange,
    QualificationCase,
)
from renda.deputies.naming import born_words
from renda.deputies.queries import assisting_on, cases_visible_to, elsewhere, photos_of
from renda.kernel.moment import today
from renda.kernel.papers.models import Paper
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.history import Entry, field_label, history_of

FACTS = (
    "sex",
    "born",
    "nationality",
    "native_place",
    "party",
    "education",
    "work",
    "job",
    "expertise",
    "residence",
)


@dataclass(frozen=True)
class Dossier:
    """What the page draws from, read in a fixed number of queries."""

    mandate: Mandate
    photo: Paper | None
    facts: list[tuple[str, str]]
    elsewhere: list[Mandate]
    cases: list[QualificationCase]
    certificates: list[Certificate]
    assistant: Assistant | None
    proposal: PersonChange | None
    history: list[Entry]
    is_public: bool


def dossier(actor: Actor, mandate: Mandate) -> Dossier:
    """Of one row of the register."""
    person = mandate.person
    return Dossier(
        mandate=mandate,
        photo=photos_of([mandate.pk]).get(mandate.pk),
        facts=_facts(mandate),
        elsewhere=list(elsewhere(person, mandate.congress_id)),
        cases=list(cases_visible_to(actor).filter(mandate=mandate)),
        certificates=list(mandate.certificates.filter(is_void=False)),
        assistant=assisting_on(today()).filter(mandate=mandate).select_related("user").first(),
        proposal=_proposal(actor, mandate),
        history=history_of(person),
        is_public=Mandate.objects.held_on(today()).filter(pk=mandate.pk).exists(),
    )


def _facts(mandate: Mandate) -> list[tuple[str, str]]:
    person = mandate.person
    shown: dict[str, Any] = {name: getattr(person, name) for name in FACTS}
    shown |= {"sex": person.get_sex_display(), "born": born_words(person.born)}
    facts = [(field_label(Person, name), str(value)) for name, value in shown.items() if value]
    if tail := person.mobile_tail:
        facts.append((_("Mobile number"), _("ends in %(tail)s") % {"tail": tail}))
    facts.append((_("Account"), person.user.username if person.user else _("none")))
    own = [("category", mandate.category), ("note", mandate.note)]
    facts += [(field_label(Mandate, n), v) for n, v in own if v]
    return facts


def _proposal(actor: Actor, mandate: Mandate) -> PersonChange | None:
    if not deputies_office(actor):
        return None
    return PersonChange.objects.filter(person=mandate.person, answer="").first()
