"""The places and people of the demo, set up with the same actions an administrator uses."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model

from renda.accounts.actions import create_user
from renda.congress import actions
from renda.congress.demo import places as demo
from renda.congress.demo.organs import organ_told, tell_organs
from renda.congress.models import Body, Congress, Post, Session, Term
from renda.congress.roles import BodyKind, Level, Role
from renda.congress.second_factors import DEMANDED
from renda.deputies import demo_seats
from renda.deputies.actions import add_deputy, add_person
from renda.deputies.cast import (
    CAST,
    CITY,
    CITY_BODIES,
    CONGRESS_BODIES,
    DISTRICT,
    ORGANS,
    PLACES,
    PRESIDIUM,
    TOWN,
    Member,
    invented_names,
)
from renda.deputies.demo_roster import about, helped, seat, units_of
from renda.deputies.models import ElectoralUnit, Mandate
from renda.kernel.options.declaring import set_option
from renda.kernel.permits.actor import Actor, load

TERM_FROM = date(2021, 12, 20)
DELEGATIONS = ("临湾区", "五泉县", "磴岭县", "前川旗", "中川旗", "后川旗", "杭河旗")
SESSIONS = (
    (4, date(2025, 1, 13), date(2025, 1, 17)),
    (5, date(2026, 1, 19), date(2026, 1, 23)),
)


@dataclass
class Cast:
    """Everyone on the stage, by the names the story uses."""

    congresses: dict[str, Congress] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    sessions: dict[tuple[str, int], Session] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    users: dict[str, Any] = field(default_factory=dict)
    units: dict[tuple[str, str], ElectoralUnit] = field(default_factory=dict)
    mandates: dict[tuple[str, str], Mandate] = field(default_factory=dict)
    handlers: dict[tuple[str, str], str] = field(default_factory=dict)

    def actor(self, name: str, congress: str = CITY) -> Actor:
        """A member as who they are in a congress."""
        return load(self.users[name], self.congresses[congress])

    def organ(self, name: str, congress: str = CITY) -> Body:
        """An organ by its name."""
        return self.bodies[congress, name]

    def handler(self, organ: str, congress: str = CITY) -> Actor:
        """Whoever handles for an organ."""
        return self.actor(self.handlers[congress, organ], congress)


def build(*, password_hash: str, deputies: int = 60) -> Cast:
    """Set up the places, bodies and people. Accounts share one password hash: each argon2 hash
    costs a tenth of a second, and three hundred of them a minute (build-notes A2)."""
    cast = Cast()
    for place in PLACES:
        _congress(cast, place)
    _bodies(cast)
    _places(cast, is_full=deputies > 20)
    cast.units = units_of(cast.congresses, cast.terms)
    for member in CAST:
        _member(cast, member, password_hash)
    _organ_handlers(cast, password_hash)
    _more_deputies(cast, password_hash, deputies)
    demo_seats.settle(cast)
    city = {name: body for (slug, name), body in cast.bodies.items() if slug == CITY}
    tell_organs(cast.congresses[CITY], city, whole=deputies > 4)
    helped(cast)
    return cast


def recall() -> Cast:
    """The stage as it stands in the database, for whoever comes after `build`."""
    cast = Cast()
    cast.congresses = {c.slug: c for c in Congress.objects.all()}
    slugs = {c.pk: slug for slug, c in cast.congresses.items()}
    cast.terms = {slugs[t.congress_id]: t for t in Term.objects.all()}
    cast.sessions = {(slugs[s.congress_id], s.number): s for s in Session.objects.all()}
    cast.bodies = {(slugs[b.congress_id], b.name): b for b in Body.objects.all()}
    cast.users = {user.name: user for user in get_user_model()._default_manager.all()}
    cast.units = {(slugs[u.congress_id], u.name): u for u in ElectoralUnit.objects.all()}
    for mandate in Mandate.objects.select_related("person"):
        cast.mandates[slugs[mandate.congress_id], mandate.person.name] = mandate
    handles = (Role.HANDLER, Role.HANDLER_HEAD)
    for post in Post.objects.filter(role__in=handles).select_related("body", "user"):
        cast.handlers[slugs[post.body.congress_id], post.body.name] = post.user.name
    return cast


def _congress(cast: Cast, place: Any) -> None:
    congress = actions.set_up_congress(
        slug=place.slug,
        name=f"{place.place}人民代表大会",
        short_name=place.short_name,
        place=place.place,
        level=place.level,
        phone=place.phone,
        parent=cast.congresses.get(place.above),
    )
    cast.congresses[place.slug] = congress
    # Nobody fetches a telephone to look at a demonstration; in a real congress the rule holds.
    set_option(congress_id=congress.pk, key=DEMANDED.key, value=())
    number = 19 if place.level == Level.TOWNSHIP else 5
    term = actions.open_term(congress=congress, number=number, from_on=TERM_FROM)
    cast.terms[place.slug] = term
    for session, opens_on, closes_on in SESSIONS:
        cast.sessions[place.slug, session] = actions.hold_session(
            term=term, number=session, opens_on=opens_on, closes_on=closes_on
        )


def _places(cast: Cast, *, is_full: bool) -> None:
    """The tree of places, and what the congresses in it keep."""
    city, district, town = (cast.congresses[slug] for slug in (CITY, DISTRICT, TOWN))
    found = demo.lay_out(city.pk)
    if is_full:
        demo.fill(found, city.pk)
    by_name = {region.name: region for region in found.values()}
    for place in PLACES:
        demo.settle(cast.congresses[place.slug], by_name[place.place])
    mine = {name: body for (slug, name), body in cast.bodies.items() if slug == CITY}
    demo.meet(mine, cast.bodies[TOWN, PRESIDIUM])
    demo.speak(city)
    demo.guide(city, district, town)


def _bodies(cast: Cast) -> None:
    for slug in cast.congresses:
        if slug != TOWN:
            for order, (name, kind) in enumerate(CONGRESS_BODIES):
                _body(cast, slug, name, kind, order)
    for order, (name, kind) in enumerate(CITY_BODIES, len(CONGRESS_BODIES)):
        _body(cast, CITY, name, kind, order)
    _body(cast, TOWN, PRESIDIUM, BodyKind.PRESIDIUM, 0)
    _body(cast, TOWN, "狼湾镇人民政府", BodyKind.ORGAN, 1)
    for order, name in enumerate(ORGANS, 10):
        more = organ_told(name, cast.bodies, CITY)
        _body(cast, CITY, name, BodyKind.ORGAN, order, **more)
    for order, name in enumerate(DELEGATIONS, 100):
        _body(cast, CITY, f"{name}代表团", BodyKind.DELEGATION, order)


def _body(cast: Cast, slug: str, name: str, kind: BodyKind, order: int, **more: Any) -> None:
    congress = cast.congresses[slug]
    # Telephone numbers of the demo begin with 000: nobody answers there.
    phone = f"0470-000 {1000 + order:04d}" if kind == BodyKind.ORGAN else congress.phone
    cast.bodies[slug, name] = actions.add_body(
        congress=congress, kind=kind, name=name, order=order, phone=phone, **more
    )


def _member(cast: Cast, member: Member, password_hash: str) -> None:
    user = None
    if member.login:
        user = create_user(
            username=member.login,
            name=member.name,
            password_hash=password_hash,
            phone=member.phone or None,
            is_demo=True,
        )
        cast.users[member.name] = user
    for slug, body, role in member.posts:
        actions.give_post(user=user, body=cast.bodies[slug, body], role=role, from_on=TERM_FROM)
        if role in (Role.HANDLER, Role.HANDLER_HEAD):
            cast.handlers[slug, body] = member.name
    if member.mandates:
        here = cast.congresses[member.mandates[0][0]]
        more = about(member.name)
        person = add_person(name=member.name, congress_id=here.pk, user=user, **more)
        for slug, unit in member.mandates:
            _mandate(cast, person, slug, unit)


def _mandate(cast: Cast, person: Any, slug: str, unit: str) -> None:
    cast.mandates[slug, person.name] = add_deputy(
        person=person,
        term=cast.terms[slug],
        from_on=TERM_FROM,
        electoral_unit=unit,
        delegation=cast.bodies.get((slug, f"{unit}代表团")),
        **seat(cast.units, slug, person.name, unit, len(cast.mandates)),
    )


def _organ_handlers(cast: Cast, password_hash: str) -> None:
    """Every organ of the city has somebody who handles; most are not in the story."""
    free = [o for o in ORGANS if (CITY, o) not in cast.handlers]
    for n, (organ, name) in enumerate(zip(free, invented_names(200)[-len(free) :], strict=True), 1):
        member = Member(name, f"organ{n:02d}", posts=((CITY, organ, Role.HANDLER),))
        _member(cast, member, password_hash)


def _more_deputies(cast: Cast, password_hash: str, many: int) -> None:
    """The city's other deputies. One in four never signs in: the office enters their papers."""
    for n, name in enumerate(invented_names(many)):
        user = None
        if n % 4 != 3:
            user = create_user(
                username=f"deputy{n:02d}", name=name, password_hash=password_hash, is_demo=True
            )
            cast.users[name] = user
        here = cast.congresses[CITY].pk
        person = add_person(name=name, congress_id=here, user=user, **about(name, n))
        _mandate(cast, person, CITY, DELEGATIONS[n % len(DELEGATIONS)])
