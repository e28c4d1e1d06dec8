"""Legal numbers beside what the law lets them be."""

from django.utils.translation import gettext as _

from renda.congress import legal_numbers as law
from renda.congress.counting import actual
from renda.congress.drawing.shapes import Badge, Number
from renda.congress.models import Congress
from renda.congress.roles import Power
from renda.kernel.moment import today


def numbers_of(congress: Congress) -> list[Number]:
    """Deputies and members of the standing committee: by law, fixed, in office."""
    day, level, people = today(), congress.level, congress.population
    by_law = law.deputies(level, people, is_municipality=congress.is_municipality)
    lines = [
        _number(
            "deputies",
            _("Deputies"),
            by_law,
            congress.fixed_deputies,
            actual("deputies", congress.pk, day),
            "" if by_law else _("Enter the population: the law counts by it."),
        )
    ]
    bounds = law.committee(level, people)
    if bounds is not None and congress.may(Power.COMMITTEE):
        members = actual("committee", congress.pk, day)
        lines.append(
            _number(
                "committee",
                _("Standing committee"),
                bounds,
                congress.fixed_committee,
                members,
                "",
            )
        )
    return lines


def _number(
    key: str,
    label: str,
    bounds: law.Bounds | None,
    fixed: int | None,
    there: int | None,
    missing: str,
) -> Number:
    if bounds is None:
        return Number(key, label, "", fixed, there, Badge(missing, "t-soon", "soon"), "选举法12")
    by_law = str(bounds.usual) if bounds.usual else f"{bounds.least}–{bounds.most}"
    notes = []
    if bounds.may_be_less:
        notes.append(_("Few people live here: the number may be less."))
    if bounds.may_be_more:
        notes.append(
            _("Five per cent may be added by decision: up to %(most)d.") % {"most": bounds.most}
        )
    if fixed is not None and there is not None and there < fixed:
        notes.append(_("Vacant seats: %(many)d") % {"many": fixed - there})
    fit = _fit(bounds, fixed, there)
    return Number(key, label, by_law, fixed, there, fit, bounds.cites, notes)


def _fit(bounds: law.Bounds, fixed: int | None, there: int | None) -> Badge:
    if fixed is None:
        return Badge(_("no number fixed yet"), "t-soon", "soon")
    if not bounds.holds(fixed):
        return Badge(_("does not fit the law"), "t-late", "late")
    if there is not None and there > fixed:
        return Badge(_("more in office than fixed"), "t-late", "late")
    if bounds.usual is not None and fixed > bounds.usual:
        return Badge(_("fits with the five per cent that may be added"), "t-ok", "done")
    if bounds.usual is not None and fixed < bounds.usual:
        return Badge(_("fits: it may be less here"), "t-ok", "done")
    return Badge(_("fits the law"), "t-ok", "done")
