"""What one can be where, and which role it gives: the one table."""

import pytest

from renda.congress.models import Congress
from renda.congress.roles import BodyKind, Level, Role
from renda.deputies import offices
from renda.deputies.roles import Office

CITY, COUNTY = Congress(level=Level.PREFECTURE), Congress(level=Level.COUNTY)
TOWN = Congress(level=Level.TOWNSHIP)
# Every office that gives a role; all others give none.
GIVES = [
    (BodyKind.STANDING_COMMITTEE, Office.CHAIR, Role.CHAIR),
    (BodyKind.STANDING_COMMITTEE, Office.VICE_CHAIR, Role.VICE_CHAIR),
    (BodyKind.STANDING_COMMITTEE, Office.SECRETARY_GENERAL, Role.SECRETARY_GENERAL),
    (BodyKind.STANDING_COMMITTEE, Office.MEMBER, Role.MEMBER),
    (BodyKind.PRESIDIUM, Office.PRESIDENT, Role.PRESIDIUM_CHAIR),
    (BodyKind.PRESIDIUM, Office.VICE_PRESIDENT, Role.PRESIDIUM_MEMBER),
    (BodyKind.PRESIDIUM, Office.MEMBER, Role.PRESIDIUM_MEMBER),
    (BodyKind.COMMITTEE, Office.HEAD, Role.COMMITTEE_HEAD),
    (BodyKind.QUALIFICATION, Office.HEAD, Role.COMMITTEE_HEAD),
    (BodyKind.WORKING_COMMITTEE, Office.HEAD, Role.COMMITTEE_HEAD),
    (BodyKind.DISPATCHED, Office.HEAD, Role.WORKING_COMMITTEE_HEAD),
    (BodyKind.DELEGATION, Office.HEAD, Role.DELEGATION_HEAD),
    (BodyKind.DELEGATION, Office.LIAISON, Role.DELEGATION_LIAISON),
]


def test_each_office_gives_the_role_it_should_and_no_other():
    every = {
        (kind, office): offices.role_of(kind, office, TOWN)
        for kind in BodyKind
        for office in Office
    }
    assert {key: role for key, role in every.items() if role} == {(k, o): r for k, o, r in GIVES}


def test_every_office_of_the_roles_exists_in_its_body():
    for kind, office in offices.ROLES:
        assert office in dict(offices.SEATS[kind].offices), (kind, office)


def test_a_county_has_no_secretary_general():
    kind = BodyKind.STANDING_COMMITTEE
    assert Office.SECRETARY_GENERAL in offices.offices_of(kind, CITY)
    assert Office.SECRETARY_GENERAL not in offices.offices_of(kind, COUNTY)
    assert Office.SECRETARY_GENERAL not in offices.offices_of(BodyKind.COUNCIL, COUNTY)


def test_a_presidium_of_a_session_has_members_only_and_gives_no_role():
    assert offices.offices_of(BodyKind.PRESIDIUM, CITY) == [Office.MEMBER]
    assert offices.role_of(BodyKind.PRESIDIUM, Office.MEMBER, CITY) is None
    assert offices.offices_of(BodyKind.PRESIDIUM, TOWN)[0] == Office.PRESIDENT


@pytest.mark.parametrize(
    ("kind", "office", "congress", "wanted"),
    [
        (BodyKind.STANDING_COMMITTEE, Office.MEMBER, CITY, offices.DEPUTY),
        (BodyKind.COMMITTEE, Office.HEAD, CITY, offices.DEPUTY),
        (BodyKind.PRESIDIUM, Office.MEMBER, TOWN, offices.DEPUTY),
        (BodyKind.QUALIFICATION, Office.MEMBER, CITY, offices.COMMITTEE),
        (BodyKind.QUALIFICATION, Office.MEMBER, TOWN, offices.DEPUTY),
        (BodyKind.PARTY_GROUP, Office.SECRETARY, CITY, offices.NOTHING),
        (BodyKind.DISCIPLINE, Office.HEAD, CITY, offices.NOTHING),
        (BodyKind.CONSULTATIVE, Office.MEMBER, COUNTY, offices.NOTHING),
        (BodyKind.DELEGATION, Office.HEAD, CITY, offices.DEPUTY),
        (BodyKind.DELEGATION, Office.LIAISON, CITY, offices.NOTHING),
        (BodyKind.GROUP, Office.MEMBER, CITY, offices.DEPUTY),
    ],
)
def test_what_a_seat_rests_on(kind, office, congress, wanted):
    assert offices.rests_on(kind, office, congress) == wanted


def test_an_office_is_called_as_in_its_body():
    names = [
        offices.office_name(kind, Office.HEAD)
        for kind in (BodyKind.COMMITTEE, BodyKind.GROUP, BodyKind.DELEGATION, BodyKind.DISPATCHED)
    ]
    assert names == ["主任委员", "组长", "团长", "主任"]
    assert offices.office_name(BodyKind.STANDING_COMMITTEE, Office.MEMBER) == "委员"
    assert offices.office_name(BodyKind.GROUP, Office.MEMBER) == "组员"


def test_every_office_of_every_body_has_a_name_of_its_own():
    for kind, seats in offices.SEATS.items():
        names = [offices.office_name(kind, office) for office, _name in seats.offices]
        assert len(names) == len(set(names)), kind
