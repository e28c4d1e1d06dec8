"""Who sits where in the demo: committees, delegations, groups. It works with four further deputies
(every test) and with sixty (the demo), and grows with them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from renda.congress.actions import add_body
from renda.congress.models import Body
from renda.congress.roles import BodyKind
from renda.deputies import actions
from renda.deputies.cast import (
    BUILDING,
    CAST,
    CITY,
    DISTRICT,
    FIELDS,
    PARTY_GROUP,
    PRESIDIUM,
    QUALIFICATION,
    STANDING,
    TOWN,
    invented_names,
    told_of,
)
from renda.deputies.grouping import baskets_of, lines_of, propose
from renda.deputies.models import GroupException, Mandate
from renda.deputies.roles import GroupKind, Office
from renda.kernel.registers.keeping import enter

SINCE, CHANGED, LEFT = date(2021, 12, 20), date(2025, 3, 1), date(2025, 6, 30)
COMMITTEE = 43  # with the four of the cast who sit in it
UNGROUPED = 3
FEW = 20  # with fewer deputies only what tests ask for is told


def settle(cast: Any) -> None:
    """Seat everyone, once people and bodies are there."""
    names = {member.name for member in CAST}
    city = {name: m for (slug, name), m in cast.mandates.items() if slug == CITY}
    further = [mandate for name, mandate in city.items() if name not in names]
    _cast_seats(cast)
    _committees(cast, further)
    _delegations(cast, list(city.values()))
    _town(cast, len(further))
    _groups(cast, list(city.values()))
    if len(city) > FEW:
        _consultative(cast)


def _sit(body: Body, mandates: Sequence[Mandate], office: str = Office.MEMBER) -> Any:
    people: list[actions.Named] = [(m.person, None) for m in mandates]
    return actions.seat_slate(body=body, people=people, office=office, from_on=SINCE)


def _cast_seats(cast: Any) -> None:
    """The cast in the order in which they are named: the chairperson first."""
    for member in CAST:
        for slug, body, office in member.seats:
            mandate = cast.mandates[slug, member.name]
            _sit(cast.bodies[slug, body], [mandate], office)


def _committees(cast: Any, further: Sequence[Mandate]) -> None:
    here = {name: cast.bodies[CITY, name] for name in (STANDING, BUILDING, QUALIFICATION)}
    *sitting, gone = further[: max(min(COMMITTEE - 3, len(further) * 2 // 3), 2)]
    deputies = sitting[:3] if len(sitting) > 9 else []
    _sit(here[STANDING], deputies, Office.VICE_CHAIR)
    _sit(here[STANDING], sitting[len(deputies) :])
    (left,) = _sit(here[STANDING], [gone])
    actions.leave(membership=left, until_on=LEFT, reason="转任政府职务，辞去常委会委员职务")
    _sit(here[BUILDING], sitting[-1:], Office.DEPUTY_HEAD)
    _sit(here[BUILDING], sitting[-8:-1])
    _sit(here[QUALIFICATION], sitting[:6])
    _sit(cast.bodies[CITY, PARTY_GROUP], deputies)


def _delegations(cast: Any, mandates: Sequence[Mandate]) -> None:
    bodies = [b for b in cast.bodies.values() if b.kind == BodyKind.DELEGATION]
    is_told = len(mandates) > FEW
    for body in bodies if is_told else bodies[:2]:
        mine = [m for m in mandates if m.delegation_id == body.pk]
        _sit(body, mine[-1:], Office.HEAD)
        _sit(body, mine[-2:-1] if is_told else [], Office.LIAISON)


def _town(cast: Any, further: int) -> None:
    """The town's own deputies, its presidium, and a group of three levels' deputies."""
    town, term = cast.congresses[TOWN], cast.terms[TOWN]
    own = [cast.mandates[TOWN, "刘麦霞"]]
    for n, name in enumerate(invented_names(170)[150 : 150 + max(1, further // 8)]):
        person = actions.add_person(name=name, congress_id=town.pk, **told_of(name, n))
        mandate = actions.add_deputy(
            person=person,
            term=term,
            from_on=SINCE,
            electoral_unit=f"第{'一二三四五六七八'[n]}选区",
            order=n + 2,
        )
        own.append(mandate)
        cast.mandates[TOWN, name] = mandate
    _sit(cast.bodies[TOWN, PRESIDIUM], own[1:7])
    group = actions.found_group(
        congress=town,
        kind=GroupKind.MIXED,
        name="狼湾镇第一代表活动小组",
        field="狼湾镇、第一选区、第二选区",
        from_on=SINCE,
    )
    body = cast.bodies[TOWN, group.body.name] = group.body
    _sit(body, own[:1], Office.HEAD)
    _sit(body, own[1:4])
    above = [
        m
        for (slug, _n), m in cast.mandates.items()
        if slug == CITY and m.electoral_unit == "临湾区" and m.person_id != own[0].person_id
    ]
    people: list[actions.Named] = [(m.person, m) for m in above[:2]]
    actions.seat_slate(body=body, people=people, from_on=SINCE)


def _groups(cast: Any, mandates: Sequence[Mandate]) -> None:
    """So many field groups that each has some four deputies, by the same proposals that the office
    gets; the chairperson is in none, three new ones are still to be placed, one has moved."""
    city = cast.congresses[CITY]
    for order, (name, field) in enumerate(FIELDS[: max(2, len(mandates) // 4)], 200):
        _found(cast, f"{name}代表小组", GroupKind.FIELD, field, order)
    _found(cast, "教育专业代表小组", GroupKind.PROFESSION, "教育、学校、师资", 300)
    chair = cast.mandates[CITY, "贺川平"]
    exempt = GroupException(
        congress=city, mandate=chair, reason="常委会主任不编入领域小组", from_on=SINCE
    )
    enter(exempt, "deputies.add_group_exception", by=None)
    rest = [m for m in mandates if m is not chair]
    placed = rest[: -UNGROUPED if len(rest) > FEW else None]
    lines = lines_of(city, SINCE, GroupKind.FIELD)
    bodies = {line.group.body_id: line.group.body for line in lines}
    for key, (first, *others) in _by_basket(propose(placed, baskets_of(lines))):
        _sit(bodies[key], [first], Office.HEAD)
        _sit(bodies[key], others)
        if placed[-1] not in (first, *others):
            other = bodies[key]
    actions.move_to_group(group=other, people=[(placed[-1].person, None)], from_on=CHANGED)
    if len(rest) > FEW:  # a member of the standing committee keeps contact with each
        for n, body in enumerate(bodies.values()):
            _sit(body, [placed[(n * 3 + 11) % 40]], Office.LIAISON)
    school = cast.bodies[CITY, "教育专业代表小组"]
    _sit(school, [cast.mandates[CITY, "那仁格日勒图"]], Office.HEAD)
    _sit(school, [m for m in placed if m.person.job == "中学教师"][:4])


def _by_basket(proposals: Sequence[Any]) -> list[tuple[int, list[Mandate]]]:
    found: dict[int, list[Mandate]] = {}
    for proposal in proposals:
        found.setdefault(proposal.basket.key, []).append(proposal.mandate)
    return sorted(found.items())


def _found(cast: Any, name: str, kind: str, field: str, order: int) -> None:
    group = actions.found_group(
        congress=cast.congresses[CITY],
        kind=kind,
        name=name,
        field=field,
        order=order,
        from_on=SINCE,
        plan="全年集中活动四次：视察一次，调研两次，集中走访联系选民一次。",
    )
    cast.bodies[CITY, name] = group.body


def _consultative(cast: Any) -> None:
    """街道议政会: its members need not be deputies."""
    district = cast.congresses[DISTRICT]
    body = add_body(
        congress=district,
        kind=BodyKind.CONSULTATIVE,
        name="槐荫街道议政会",
        order=50,
        duties="议街道大事，提意见建议，不作决定。",
    )
    cast.bodies[DISTRICT, body.name] = body
    names = invented_names(180)[175:178]
    people = [(actions.add_person(name=n, congress_id=district.pk), None) for n in names]
    actions.seat_slate(body=body, people=people[:1], office=Office.HEAD, from_on=SINCE)
    actions.seat_slate(body=body, people=people[1:], from_on=SINCE)
