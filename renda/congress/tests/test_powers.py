"""What a congress may do: as usual for its level, set by the place, inside the law's bounds."""

from datetime import date

import pytest

from renda.congress.actions import add_body, hold_session, open_term
from renda.congress.models import Congress
from renda.congress.powers import FORBIDDEN, REQUIRED, dispatched_body_lacking, lacking
from renda.congress.roles import USUAL_POWERS, BodyKind, Level, Power
from renda.congress.tables.sessions import SESSIONS
from renda.congress.tests.pages import browser, read, send
from renda.kernel.exchange.table import Record
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db
ADMIN = "高珺"


@pytest.mark.parametrize("level", Level)
def test_the_usual_powers_of_a_level_keep_to_the_law(level):
    assert not set(USUAL_POWERS[level]) & set(FORBIDDEN[level])
    assert set(REQUIRED[level]) <= set(USUAL_POWERS[level])


def test_a_township_has_no_standing_committee(city):
    with pytest.raises(Refused, match="组织法46"):
        add_body(
            congress=city.congresses["langwan"], kind=BodyKind.STANDING_COMMITTEE, name="常委会"
        )
    with pytest.raises(Refused, match="组织法33"):
        add_body(congress=city.congresses["langwan"], kind=BodyKind.COMMITTEE, name="财经委")


def test_a_dispatched_committee_has_neither_terms_nor_sessions_nor_votes(dispatched, city):
    with pytest.raises(Refused, match="组织法59"):
        open_term(congress=dispatched, number=1, from_on=date(2021, 12, 20))
    assert all(lacking(dispatched, power) for power in Power)
    for kind in (BodyKind.STANDING_COMMITTEE, BodyKind.PRESIDIUM, BodyKind.DELEGATION):
        with pytest.raises(Refused, match="组织法59"):
            add_body(congress=dispatched, kind=kind, name="不设的机构")
    assert add_body(congress=dispatched, kind=BodyKind.OFFICE, name="工委办公室").pk
    assert "组织法59" in dispatched_body_lacking(BodyKind.DISPATCHED)
    assert dispatched_body_lacking(BodyKind.OFFICE) == ""


def test_below_a_body_dispatched_to_a_street_nothing_votes(city):
    district = city.congresses["linwan"]
    street = add_body(congress=district, kind=BodyKind.DISPATCHED, name="槐荫街道人大工委")
    with pytest.raises(Refused, match="组织法59"):
        add_body(congress=district, kind=BodyKind.COMMITTEE, name="街道委员会", parent=street)
    assert add_body(congress=district, kind=BodyKind.GROUP, name="代表小组", parent=street).pk
    with pytest.raises(Refused, match="组织法46"):
        add_body(congress=city.congresses["langwan"], kind=BodyKind.DISPATCHED, name="工委")


def test_a_session_is_not_held_once_the_power_is_gone(city):
    town = city.congresses["langwan"]
    Congress.objects.filter(pk=town.pk).update(is_dispatched=True)
    term = city.terms["langwan"]
    term.congress.refresh_from_db()
    day = date(2026, 12, 1)
    with pytest.raises(Refused, match="组织法59"):
        hold_session(term=term, number=9, opens_on=day, closes_on=day)


def test_nor_does_one_come_in_from_a_file(city):
    town = city.congresses["langwan"]
    town.is_dispatched = True
    day = {"opens_on": date(2026, 12, 1), "closes_on": date(2026, 12, 2)}
    (verdict,) = SESSIONS.plan(town, [Record(2, {"term": 5, "number": 9, **day})], {}, {})
    assert verdict.outcome == "rejected" and "组织法59" in verdict.faults[0].why


def test_the_registers_say_so_too(city):
    Congress.objects.filter(slug="hewan").update(is_dispatched=True)
    admin = browser(city, ADMIN)
    page = send(admin, "/hewan/registers/terms/enter/", number=6, from_on="2026-12-28")
    assert page.status_code == 422 and "组织法59" in page.content.decode()
    typed = {"term": city.terms["hewan"].pk, "number": 9}
    typed |= {"opens_on": "2026-03-01", "closes_on": "2026-03-02"}
    page = send(admin, "/hewan/registers/sessions/enter/", **typed)
    assert page.status_code == 422 and "组织法59" in page.content.decode()


def test_a_power_that_was_switched_off_is_named(city):
    district = city.congresses["linwan"]
    district.powers = [p for p in USUAL_POWERS["county"] if p != Power.SPECIAL_COMMITTEES]
    assert "专门委员会" in lacking(district, Power.SPECIAL_COMMITTEES)


def form_of(congress, **typed):
    powers = congress.powers or USUAL_POWERS[congress.level]
    said = {"name": congress.name, "short_name": congress.short_name, "place": congress.place}
    said |= {"level": congress.level, "powers": powers, "version": congress.version}
    said |= {"region": congress.region.code if congress.region else ""}
    said |= {"population": congress.population or "", "phone": congress.phone}
    return said | typed


def test_the_administrator_sets_powers_inside_the_law(city):
    admin, town = browser(city, ADMIN), city.congresses["langwan"]
    url = f"/hewan/registers/congresses/{town.pk}/"
    assert "组织法46" in read(admin, f"{url}edit/"), "the law's bound stands beside the box"
    wrong = [*USUAL_POWERS["township"], Power.COMMITTEE]
    page = send(admin, f"{url}change/", **form_of(town, powers=wrong))
    assert page.status_code == 422 and "组织法46" in page.content.decode()
    page = send(admin, f"{url}change/", **form_of(town, powers=[Power.SESSIONS]))
    assert page.status_code == 422 and "组织法25" in page.content.decode()
    district = city.congresses["linwan"]
    fewer = [p for p in USUAL_POWERS["county"] if p != Power.SPECIAL_COMMITTEES]
    url = f"/hewan/registers/congresses/{district.pk}/"
    assert send(admin, f"{url}change/", **form_of(district, powers=fewer)).status_code == 302
    district.refresh_from_db()
    assert not district.may(Power.SPECIAL_COMMITTEES) and district.may(Power.COMMITTEE)
    shown = read(admin, url)
    assert "举行代表大会会议" in shown and "special_committees" not in shown


def test_what_has_terms_does_not_become_a_dispatched_committee(city):
    admin, town = browser(city, ADMIN), city.congresses["langwan"]
    url = f"/hewan/registers/congresses/{town.pk}/change/"
    page = send(admin, url, **form_of(town, is_dispatched="on"))
    assert page.status_code == 422 and "组织法59" in page.content.decode()
