"""Who hears of a qualification case, of a change of term, and of what offices and deputies ask."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_noop

from renda.congress import posts
from renda.congress.roles import Role
from renda.deputies import queries
from renda.deputies.actions.changes import At
from renda.deputies.models import Mandate, PersonChange, QualificationCase, TermChange
from renda.deputies.naming import change_name
from renda.deputies.permits import SITS_IN_COMMITTEE
from renda.kernel.notices.hearing import Hears, Reader

KEEPERS = (Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)


def the_office(case: QualificationCase) -> Iterable[Reader]:
    """Everyone in the deputies' affairs office."""
    return _office(case.congress_id)


def the_committee(case: QualificationCase) -> Iterable[Reader]:
    """Who sits in the qualification committee and has an account."""
    bodies = [case.committee_id] if case.committee_id else []
    return posts.readers(case.congress_id, *SITS_IN_COMMITTEE, bodies=bodies)


def the_deputy(case: QualificationCase) -> Iterable[Reader]:
    """The deputy, by account or on the printed list; nobody writes to the dead."""
    return [] if case.is_death else queries.readers([case.mandate_id])


def the_elected(case: QualificationCase) -> Iterable[Reader]:
    """Whoever waits for a confirmation that will not come."""
    return the_deputy(case) if case.kind == "confirm" else []


def office_of_deputy(mandate: Mandate) -> Iterable[Reader]:
    """The office of the deputy's congress."""
    return _office(mandate.congress_id)


def office_at(told: At) -> Iterable[Reader]:
    """The office of the congress in whose trail it stands."""
    return _office(told.congress_id)


def _office(congress_id: int) -> list[Reader]:
    return posts.readers(congress_id, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)


def the_keepers(change: TermChange) -> Iterable[Reader]:
    """The administrator and the deputies' affairs office."""
    return posts.readers(change.congress_id, *KEEPERS)


HEARS: dict[str, Hears] = {
    "begin": {
        the_committee: gettext_noop("%(item)s was reported and waits for your examination."),
        the_office: gettext_noop("%(item)s was reported."),
    },
    "examine": {
        the_office: gettext_noop("The qualification committee has reported on %(item)s."),
    },
    "announce": {
        the_deputy: gettext_noop("%(item)s: it was announced."),
        the_office: gettext_noop("%(item)s: it was announced."),
        the_committee: gettext_noop("%(item)s: it was announced."),
    },
    "drop": {
        the_committee: gettext_noop("%(item)s was dropped."),
        the_office: gettext_noop("%(item)s was dropped."),
        the_elected: gettext_noop("%(item)s was dropped."),
    },
}

ASKED: dict[str, Hears] = {
    "ask_for_assistant": {
        office_of_deputy: gettext_noop("%(item)s asks for an account for an assistant."),
    },
    "ask_change": {
        office_at: gettext_noop("Another congress proposes to change the data of %(item)s."),
    },
    "hear_answer": {
        office_at: gettext_noop("The change you proposed for %(item)s was answered."),
    },
}

TURNOVERS: dict[str, Hears] = {
    "settle": {the_keepers: gettext_noop("%(item)s is settled and takes effect on its day.")},
    "reopen": {the_keepers: gettext_noop("%(item)s was taken back to change something.")},
    "give_up": {the_keepers: gettext_noop("%(item)s was given up.")},
    "carry_out": {the_keepers: gettext_noop("%(item)s was carried out.")},
}


def deputy_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What deputies are called in notices, and where the register has them."""
    rows = Mandate.objects.filter(pk__in=list(ids)).select_related("person", "congress")
    return {
        row.pk: (
            row.person.name,
            reverse("registers:row", args=[row.congress.slug, "deputies", row.pk]),
        )
        for row in rows
    }


def change_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """A proposed change is called after the person; each office has its own list of them."""
    rows = PersonChange.objects.filter(pk__in=list(ids)).select_related("person")
    return {row.pk: (row.person.name, "") for row in rows}


def turnover_titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What changes of term are called in notices, and where they open."""
    rows = TermChange.objects.filter(pk__in=list(ids))
    return {
        row.pk: (
            change_name(row),
            reverse("deputies:turnover_change", args=[row.congress.slug, row.pk]),
        )
        for row in rows.select_related("congress", "old__congress", "new__congress")
    }
