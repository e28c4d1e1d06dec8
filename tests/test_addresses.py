"""Every address, and what each person gets there. A new address fails until it is listed here."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from renda.congress.models import Body, Contact, Region
from renda.deputies.cast import CITY, DISTRICT, HOUSING, TOWN
from renda.kernel.exchange.runs import begin
from renda.kernel.exchange.table import TABLES
from renda.kernel.pages.keys import new_key
from renda.kernel.papers.keeping import attach
from renda.kernel.registers.keeping import enter
from tests import address_deputies as deputies
from tests import listed_turnover, offices
from tests.life import POLICE, Life, scan
from tests.listed import (
    ACTS,
    GUESSED,
    ON_A_BODY,
    ON_A_SEAT,
    PAGES,
    PEOPLE,
    SENT,
    STEPS,
    STREAMS,
    VENDOR,
)
from tests.outsider import neighbour, outsider
from tests.rules.addresses import differences, unlisted, walk, without_permit
from tests.test_visibility import in_town

ADDRESSES = list(walk(get_resolver().url_patterns))
OBJECTS = [n for n in [*PAGES, *ACTS] if "<int" in next(a.route for a in ADDRESSES if a.name == n)]


def contact_of(organ: Body) -> Contact:
    """Its contact person, with a mobile number."""
    row = Contact(body=organ, duty="contact", name="郝雁南")
    row.mobile = "13900000008"
    return enter(row, "congress.add_contact", by=None, congress_id=organ.congress_id)


class Stage:
    """One item being handled, one draft, one published; and everyone who may come."""

    def __init__(self, city: Any) -> None:
        self.city = city
        self.life = Life(city).assigned()
        self.draft, self.public = Life(city).fresh(), Life(city).published().fresh()
        self.suggestion, self.part = self.life.fresh(), self.life.part()
        self.region, self.run = Region.objects.get(code="990121100"), file_of(city)
        self.paper = scan(city)
        attach(self.paper, self.suggestion)
        self.of_deputies = deputies.Stage(city)
        names = {"own": "乌仁托娅", "other": "刘麦霞", "clerk": "白玥琪", "chair": "贺川平"}
        names |= {"admin": "高珺", "lower": "苗青禾", "police": city.handlers[CITY, POLICE]}
        names |= {"organ": city.handlers[CITY, HOUSING]}
        self.committee = city.bodies[CITY, "城乡建设环境资源委员会"]
        self.contact = contact_of(city.organ(HOUSING))
        self.users = {who: city.users[name] for who, name in names.items()}
        self.users["away"] = outsider(city)
        self.users |= {slug: neighbour(city, slug) for slug in (DISTRICT, TOWN)}
        self.clients: dict[str, Client] = {}
        self.of_apps = {"registers": city.terms[CITY], "congress": self.committee}
        self.of_apps |= {"exchange": self.run, "papers": self.paper}
        self.items = self._items()

    def _items(self) -> dict[str, Any]:
        committee = self.city.bodies[CITY, "常委会"]
        seat = committee.memberships.get(person__name="敖日其楞")
        delegation = self.city.bodies[CITY, "临湾区代表团"]
        found = {f"deputies:{name}": committee for name in ON_A_BODY}
        found |= {f"deputies:{name}": seat for name in ON_A_SEAT}
        group = self.city.bodies[CITY, "教育专业代表小组"].group
        found |= {"deputies:end_of_group": group, "deputies:end_group": group}
        found |= {"deputies:move": delegation, "deputies:move_here": delegation}
        found |= {"suggestions:edit": self.draft, "suggestions:save": self.draft}
        found |= {"congress:becomes": self.region, "congress:take_region": self.region}
        found |= {"congress:number": self.contact, "portal:suggestion": self.public}
        return found | offices.of_accounts(self.city) | listed_turnover.items(self.city)

    def client(self, who: str) -> Client:
        """A browser in somebody's hands, signed in once."""
        if who not in self.clients:
            self.clients[who] = Client(headers={"accept-language": "zh-hans"})
            if who != "citizen":
                self.clients[who].force_login(self.users[who])
        return self.clients[who]

    def path(self, name: str, slug: str = CITY, **other: int) -> str:
        """The address of this name, for the item that it is about."""
        route = next(a.route for a in ADDRESSES if a.name == name)
        known = {
            "congress": slug,
            "pk": self.subject(name).pk,
            "handling": self.part.pk,
            "register": "terms",
            "table": "sessions",
            "event": 1,
            "step": STEPS.get(name, "correct"),
            "key": "suggestions.receive",
            "what": "name" if name == "congress:do_account" else "rename",
            "kind": "field",
            "of": "contacts",
            **listed_turnover.KNOWN,
        }
        wanted = {key: value for key, value in known.items() if f":{key}>" in route}
        return reverse(name, kwargs=wanted | other)

    def subject(self, name: str) -> Any:
        """What this address is about."""
        if name in self.items:
            return self.items[name]
        app = name.partition(":")[0]
        if app == "deputies":
            return self.of_deputies.subject(name)
        return self.of_apps.get(app, self.suggestion)

    def post(self, who: str, name: str, **asked: Any) -> Any:
        """Send its form."""
        changed = self.part if name == "suggestions:take_handling" else self.subject(name)
        form = {
            "key": new_key(),
            "version": getattr(changed, "version", 0),
            **(SENT | listed_turnover.SENT).get(name, {}),
        }
        form |= {"requests": "六月底前修复。", "requests_0": "六月底前修复。"}
        return self.client(who).post(self.path(name, **asked), form)

    def tried(self, who: str, name: str, **asked: Any) -> Any:
        """Send its form, and put everything back."""
        self.client(who)  # the session stays
        with transaction.atomic():
            response = self.post(who, name, **asked)
            transaction.set_rollback(True)
        return response

    def asked_for(self, who: str, name: str, slug: str) -> Any:
        """A page looked at or an act sent, under some congress."""
        if name in ACTS:
            return self.tried(who, name, slug=slug)
        return self.client(who).get(self.path(name, slug))


def file_of(city: Any) -> Any:
    """A table that somebody brought and nobody has taken in."""
    rows = "届次,次数,开幕时间,闭幕时间\n5,9,2026-01-05,2026-01-07\n5,8,某日,2026-01-07\n".encode()
    file = ContentFile(rows, "会议.csv")
    clerk = city.actor("白玥琪")
    return begin(TABLES["sessions"], city.congresses[CITY], by=clerk, file=file, asked={})


def answer(response: Any) -> str:
    """The answer as the table writes it: `in` is the way to sign-in."""
    is_sign_in = response.status_code == 302 and "/accounts/login/" in response.url
    return "in" if is_sign_in else str(response.status_code)


def columns(row: str) -> dict[str, str]:
    """A row of the table, by person."""
    return dict(zip(PEOPLE, row.split(), strict=True))


@pytest.fixture
def stage(city: Any) -> Stage:
    """Everything an address may be about."""
    return Stage(city)


def test_every_address_is_listed() -> None:
    assert unlisted(ADDRESSES, PAGES, ACTS, VENDOR, GUESSED) == []


def test_every_address_of_ours_is_made_by_page_or_act() -> None:
    assert without_permit(ADDRESSES, [*VENDOR, *GUESSED, *STREAMS]) == []


@pytest.mark.django_db
def test_who_gets_which_page(stage: Stage) -> None:
    faults = []
    for name, row in PAGES.items():
        got = {who: answer(stage.client(who).get(stage.path(name))) for who in PEOPLE}
        faults += [f"{name}, {fault}" for fault in differences(columns(row), got)]
    assert faults == []


@pytest.mark.django_db
def test_who_may_send_which_form(stage: Stage) -> None:
    faults = []
    for name, row in ACTS.items():
        got = {who: answer(stage.tried(who, name)) for who in PEOPLE}
        faults += [f"{name}, {fault}" for fault in differences(columns(row), got)]
    assert faults == []


@pytest.mark.django_db
def test_a_page_is_not_posted_to_and_an_act_is_not_followed_by_a_link(stage: Stage) -> None:
    clerk = stage.client("clerk")
    for name in PAGES:
        assert clerk.post(stage.path(name)).status_code == 405, name
    for name in ACTS:
        for verb in (clerk.get, clerk.head, clerk.put, clerk.delete):
            assert verb(stage.path(name)).status_code == 405, name


@pytest.mark.django_db
def test_what_belongs_to_one_congress_is_nowhere_in_another(stage: Stage) -> None:
    """The right number under the wrong congress: nobody gets more than 404, not even who holds
    every role there."""
    assert len(OBJECTS) > 6
    for slug in (DISTRICT, TOWN):
        for who in ("own", "clerk", "chair", "organ", "lower", "other", "admin", slug):
            for name in OBJECTS:
                assert answer(stage.asked_for(who, name, slug)) == "404", (who, name, slug)


@pytest.mark.django_db
def test_a_handling_opens_only_under_its_own_suggestion(stage: Stage) -> None:
    other = Life(stage.city).assigned().part()
    path = {"handling": other.pk}
    for who in ("clerk", "organ", "own"):
        assert answer(stage.post(who, "suggestions:take_handling", **path)) == "404", who


@pytest.mark.django_db
def test_a_number_or_a_congress_that_does_not_exist_is_not_found(stage: Stage) -> None:
    clerk = stage.client("clerk")
    for name in OBJECTS:
        if name in PAGES:
            assert clerk.get(stage.path(name, pk=987_654_321)).status_code == 404, name
    assert clerk.get(reverse("portal:home", args=["nowhere"])).status_code == 404


@pytest.mark.django_db
def test_a_higher_office_reads_what_a_lower_congress_published(city: Any) -> None:
    hidden, open_one = (in_town(city, is_published=is_open) for is_open in (False, True))
    client = Client()
    client.force_login(city.users["白玥琪"])
    for suggestion, code in ((hidden, 404), (open_one, 200)):
        path = reverse("suggestions:detail", args=[TOWN, suggestion.pk])
        assert client.get(path).status_code == code
    client.force_login(city.users["贺川平"])
    assert client.get(path).status_code == 404, "only its office, not its chairperson"
    sent = {"key": new_key(), "version": open_one.version, "title": "别的", "why": "试"}
    client.force_login(city.users["白玥琪"])
    step = reverse("suggestions:take", args=[TOWN, open_one.pk, "correct"])
    assert client.post(step, sent).status_code in (409, 422), "reading is not acting"
