"""The register of deputies as lists: saved filters, and what a row says of its state."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from renda.deputies.models import ElectoralUnit, Mandate, QualificationCase
from renda.deputies.queries import assisting_on, valid_certificates
from renda.deputies.roles import Beginning
from renda.deputies.states import OPEN
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers.register import Mark


def register_of(actor: Actor) -> QuerySet[Any]:
    """Every mandate of this congress, of all its terms, with what a row shows: one query."""
    acting = Mandate.objects.acting_on(today()).filter(pk=OuterRef("pk"))
    number = valid_certificates().filter(mandate=OuterRef("pk")).values("number")[:1]
    cases = QualificationCase.objects.filter(mandate=OuterRef("pk"), state__in=OPEN)
    rows = Mandate.objects.filter(congress_id=actor.congress_id).annotate(
        is_acting=Exists(acting),
        certificate_number=Subquery(number),
        open_case=Subquery(cases.values("kind")[:1]),
        has_assistant=Exists(assisting_on(today()).filter(mandate=OuterRef("pk"))),
    )
    return rows.select_related("person", "term", "unit", "delegation", "congress")


def state_of(mandate: Any) -> Mark:
    """In office, suspended, awaiting confirmation or ended; a row of `register_of`."""
    if mandate.from_on is None:
        return Mark(_("awaiting confirmation"), "t-soon", "soon")
    if mandate.until_on is not None and mandate.until_on < today():
        ground = mandate.get_end_ground_display()
        return Mark(_("ended: %(ground)s") % {"ground": ground} if ground else _("ended"))
    if mandate.from_on > today():
        return Mark(_("not yet begun"))
    if not mandate.is_acting:
        return Mark(_("suspended"), "t-late", "pause")
    return Mark(_("in office"), "t-ok", "done")


def _held(rows: Any) -> Any:
    return rows.deputies_on(today())


def in_office(rows: Any, _actor: Actor) -> Any:
    """Who may exercise the mandate today."""
    return _held(rows).filter(is_acting=True)


def suspended(rows: Any, _actor: Actor) -> Any:
    """代表法61."""
    return _held(rows).filter(is_acting=False)


def awaiting(rows: Any, _actor: Actor) -> Any:
    """Elected in a by-election, not yet announced."""
    return rows.filter(from_on=None)


def ended(rows: Any, _actor: Actor) -> Any:
    """代表法62, or with the term."""
    return rows.filter(until_on__lt=today())


def untrained(rows: Any, _actor: Actor) -> Any:
    """新任 without a first training (office.md 1.23)."""
    new = (Beginning.NEW, Beginning.BY_ELECTION)
    return _held(rows).filter(beginning__in=new, trained_on=None)


def by_elected(rows: Any, _actor: Actor) -> Any:
    """补选."""
    return rows.filter(beginning=Beginning.BY_ELECTION)


def without_account(rows: Any, _actor: Actor) -> Any:
    """Who is told on paper."""
    return _held(rows).filter(person__user=None)


def without_mobile(rows: Any, _actor: Actor) -> Any:
    """Whom no message reaches."""
    return _held(rows).filter(person__mobile_hash="")


def lacking_certificate(rows: Any, _actor: Actor) -> Any:
    """Who cannot show a 代表证."""
    return _held(rows).filter(certificate_number=None)


def without_delegation(rows: Any, _actor: Actor) -> Any:
    """Who sits in no delegation yet."""
    return _held(rows).filter(delegation=None)


def with_seats(actor: Actor) -> QuerySet[Any]:
    """The electoral units of this congress with how many of their seats are taken: two counts."""
    units = ElectoralUnit.objects.filter(congress_id=actor.congress_id)
    return units.select_related("term", "region", "electing", "congress").prefetch_related(
        "mandates__person"
    )


def taken_seats(unit: ElectoralUnit) -> list[Mandate]:
    """Who sits for a unit today or waits for confirmation; of a row of `with_seats`."""
    return [m for m in unit.mandates.all() if m.until_on is None or m.until_on >= today()]


def vacant_seats(unit: ElectoralUnit) -> int | None:
    """How many seats are empty; None when it is not known how many there are."""
    return None if unit.seats is None else max(unit.seats - len(taken_seats(unit)), 0)


def elected_here(congress: Any) -> QuerySet[Mandate]:
    """Deputies of higher congresses who may attend here without a vote: those this congress
    elected, and those elected in a constituency around it (代表法34)."""
    asked = Q(unit__electing=congress)
    if congress.region is not None:
        asked |= Q(unit__region__path__startswith=congress.region.path, congress=congress.parent)
    rows = Mandate.objects.held_on(today()).filter(asked).exclude(congress=congress)
    return rows.select_related("person", "congress", "unit").order_by("congress__path", "order")
