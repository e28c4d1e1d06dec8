"""What a deputy was and did: mandates, seats, certificates, cases, assistance. It stays; as long as
something of it lasts, the person cannot be erased."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from renda.congress.naming import term_name
from renda.deputies.models import (
    Assistant,
    Certificate,
    GroupException,
    Mandate,
    Membership,
    QualificationCase,
)
from renda.deputies.personal.people import MANDATE, PERSON
from renda.kernel.moment import today
from renda.kernel.personal.holding import Holding, Record, Stays, Whom, bars, holds, lives


def _mandates(whom: Whom) -> QuerySet[Mandate]:
    rows = Mandate.objects.filter(pk__in=whom.ids(MANDATE)).order_by("from_on", "pk")
    return rows.select_related("term__congress", "delegation", "person")


def _seats(whom: Whom) -> QuerySet[Membership]:
    rows = Membership.objects.filter(person_id__in=whom.ids(PERSON)).order_by("from_on", "pk")
    return rows.select_related("body__congress")


def _tell_mandates(whom: Whom) -> list[Record]:
    return [
        Record(
            f"{mandate.term.congress.short_name} {term_name(mandate.term)}",
            [
                (_("electoral unit"), mandate.electoral_unit),
                (_("delegation"), str(mandate.delegation or "")),
                (_("category"), mandate.category),
                (_("elected"), mandate.get_beginning_display()),
                (_("from"), mandate.from_on),
                (_("until"), mandate.until_on),
                (_("ended because"), mandate.get_end_ground_display()),
                (_("first trained on"), mandate.trained_on),
                (_("remark"), mandate.note),
            ],
        )
        for mandate in _mandates(whom)
    ]


def _tell_seats(whom: Whom) -> list[Record]:
    told = [
        Record(
            f"{seat.body.congress.short_name} {seat.body.name}",
            [
                (_("office"), seat.get_office_display()),
                (_("from"), seat.from_on),
                (_("until"), seat.until_on),
                (_("reason of leaving"), seat.reason),
            ],
        )
        for seat in _seats(whom)
    ]
    cards = Certificate.objects.filter(mandate__in=whom.ids(MANDATE))
    apart = GroupException.objects.filter(mandate__in=whom.ids(MANDATE))
    told += [
        Record(
            _("exception from the field groups"), [(_("from"), e.from_on), (_("until"), e.until_on)]
        )
        for e in apart
    ]
    return told + [
        Record(
            _("deputy's certificate"),
            [
                (_("number"), card.number),
                (_("issued on"), card.issued_on),
                (_("reported lost on"), card.lost_on),
                (_("returned on"), card.returned_on),
            ],
        )
        for card in cards
    ]


def _stay_mandates(whom: Whom) -> list[Stays]:
    many = _mandates(whom).count()
    what = _("Mandates as a deputy: %(n)d") % {"n": many}
    why = _("The congress must show who its deputies are and were.")
    return [Stays(what, why, "代表法58")] if many else []


def _stay_seats(whom: Whom) -> list[Stays]:
    many = _seats(whom).count()
    what = _("Seats in committees and groups: %(n)d") % {"n": many}
    why = _("Who held which office when is part of the congress's archive.")
    return [Stays(what, why, _("Archives Law"))] if many else []


def _cases(whom: Whom) -> QuerySet[QualificationCase]:
    rows = QualificationCase.objects.filter(mandate__in=whom.ids(MANDATE)).order_by("pk")
    return rows.select_related("mandate__person")


def _tell_cases(whom: Whom) -> list[Record]:
    return [
        Record(
            case.get_kind_display(),
            [
                (_("state"), case.get_state_display()),
                (_("because"), case.get_ground_display()),
                (_("happened on"), case.happened_on),
                (_("facts"), case.note),
                (_("what the committee found"), case.report),
                (_("announced on"), case.announced_on),
            ],
        )
        for case in _cases(whom)
    ]


def _stay_cases(whom: Whom) -> list[Stays]:
    many = _cases(whom).count()
    what = _("Cases of the qualification committee: %(n)d") % {"n": many}
    why = _("How a mandate began, was suspended or ended must stay known.")
    return [Stays(what, why, "代表法63")] if many else []


def _assists(whom: Whom) -> QuerySet[Assistant]:
    rows = Assistant.objects.filter(user_id=whom.user_id or 0).order_by("from_on", "pk")
    return rows.select_related("mandate__person")


def _tell_assists(whom: Whom) -> list[Record]:
    return [
        Record(row.mandate.person.name, [(_("from"), row.from_on), (_("until"), row.until_on)])
        for row in _assists(whom)
    ]


def _in_office(whom: Whom) -> str:
    """A deputy's data serve the mandate as long as it is held or still to begin."""
    lasts = Q(until_on=None) | Q(until_on__gte=today())
    held = [
        (_mandates(whom), _("a mandate")),
        (_seats(whom), _("a seat in a body")),
        (_assists(whom), _("assisting a deputy")),
    ]
    left = [what for rows, what in held if rows.filter(lasts).exists()]
    if not left:
        return ""
    said = pgettext("between names in a list", ", ").join(left)
    told = _("Not over yet: %(what)s. It must end before the data can be erased.")
    return told % {"what": said}


def _homes(whom: Whom) -> Iterable[int]:
    yield from _mandates(whom).values_list("congress_id", flat=True)
    yield from _seats(whom).values_list("congress_id", flat=True)
    yield from _assists(whom).values_list("mandate__congress_id", flat=True)


def declare() -> None:
    """Tell the registry of them."""
    bars(_in_office)
    lives(_homes)
    for key, name, place, tells, stays in (
        ("mandates", gettext_lazy("Mandates"), 32, _tell_mandates, _stay_mandates),
        ("seats", gettext_lazy("Seats and certificates"), 34, _tell_seats, _stay_seats),
        (
            "cases",
            gettext_lazy("Cases of the qualification committee"),
            36,
            _tell_cases,
            _stay_cases,
        ),
    ):
        holds(Holding(key=key, name=name, place=place, tells=tells, stays=stays))
    holds(
        Holding(
            key="assists",
            name=gettext_lazy("Assistant of"),
            place=38,
            tells=_tell_assists,
        )
    )
