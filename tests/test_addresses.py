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
from tests.outsider import outsider
from tests.rules.addresses import differences, unlisted, walk, without_permit
from tests.test_visibility import in_town

ADDRESSES = list(walk(get_resolver().url_patterns))
# Vendor views; sign-in is theirs, outside @page and @act. Static files have no address of ours.
VENDOR = {
    "account_login": "allauth's, with our form, lockout and log",
    "account_logout": "allauth's",
    "account_change_password": "allauth's, with our form and log",
    "account_reauthenticate": "allauth's, with our form",
}
# Ours, where something is guessed at: a refused act would take the count of guesses back.
GUESSED = {
    "account_choose_password": "a step of signing in",
    "account_code": "the office's code instead of a password",
    "account_invitation": "the link of an invitation",
    "second_factor_challenge": "a step of signing in",
    "second_factor_show": "the second factor in a session that has not shown it",
}
# Ours, and made by neither: with the reason.
STREAMS = {"papers:paper": "bytes go out as a stream after the read-only transaction has ended"}
# `exchange:export` is a page within: what goes out is noted in the security log when its read-only
# transaction has ended, and before the file leaves.

# The people, in the order of the columns below: a citizen, the deputy whose item it is, another
# deputy, a deputy of another congress only, the office, the chairperson, the organ it was assigned
# to, another organ, the administrator, the office of a lower congress.
PEOPLE = ("citizen", "own", "other", "away", "clerk", "chair", "organ", "police", "admin", "lower")
ALL = " ".join(["200"] * 10)
READS_REGISTER = "in 404 404 404 200 200 404 404 200 404"
KEEPS_REGISTER = "in 404 404 404 200 404 404 404 200 404"
KEEPS_BODIES = "in 403 403 403 200 403 403 403 200 403"
SIGNED_IN = "in " + " ".join(["200"] * 9)
READERS = "in 200 404 404 200 200 200 404 404 404"
PASSWORD_FIRST = "in " + " ".join(["302"] * 9)  # what matters asks for the password once more
ADMINISTRATOR_ALONE = "in 404 404 404 404 404 404 404 200 404"
READS_BODIES = READS_REGISTER.replace("404", "403")
KEEPS_BODIES = KEEPS_REGISTER.replace("404", "403")
PAGES = {
    "account_mine": SIGNED_IN,
    "clock:calculator": ALL,
    "congress:becomes": ADMINISTRATOR_ALONE,
    "congress:rule": READS_REGISTER.replace("404", "403"),
    "congress:rules": READS_REGISTER.replace("404", "403"),
    "deputies:body": READS_REGISTER,
    "deputies:delegations": READS_BODIES,
    "deputies:groups": READS_BODIES,
    "deputies:leave": KEEPS_REGISTER,
    "deputies:move": KEEPS_REGISTER,
    "deputies:office": KEEPS_REGISTER,
    "deputies:on_a_day": READS_BODIES,
    "deputies:order": KEEPS_REGISTER,
    "deputies:propose": KEEPS_BODIES,
    "deputies:seat": KEEPS_REGISTER,
    "desk:home": SIGNED_IN,
    "exchange:export": READS_REGISTER,
    "exchange:faults": KEEPS_REGISTER,
    "exchange:run": KEEPS_REGISTER,
    "exchange:table": KEEPS_REGISTER,
    "exchange:tables": KEEPS_REGISTER.replace("404", "403"),
    "exchange:template": KEEPS_REGISTER,
    "notices:inbox": SIGNED_IN,
    "notices:choices": SIGNED_IN,
    "notices:printed": "in 403 403 403 200 403 403 403 403 403",
    "papers:paper": "404 200 404 404 200 200 200 404 404 404",
    "portal:home": ALL,
    # Who works in one congress lands on the desk; the other deputy works in two.
    "portal:index": "200 302 200 302 302 302 302 302 302 302",
    "portal:published": ALL,
    "portal:robots": ALL,
    "portal:suggestion": ALL,
    "portal:trail": ALL,
    "congress:end": KEEPS_REGISTER,
    "congress:field": KEEPS_REGISTER,
    "congress:reform": KEEPS_BODIES,
    "congress:rename": KEEPS_REGISTER,
    # What each register answers to whom: tests/test_registers.py.
    "registers:edit": KEEPS_REGISTER,
    "registers:hub": READS_REGISTER.replace("404", "403"),
    "registers:list": READS_REGISTER,
    "registers:new": KEEPS_REGISTER,
    "registers:row": READS_REGISTER,
    "recovery_codes": PASSWORD_FIRST,
    "second_factor_app": PASSWORD_FIRST,
    "second_factor_passkey": PASSWORD_FIRST,
    "second_factor_remove": "in 404 404 404 404 404 404 404 404 404",  # nobody has one
    "second_factors": SIGNED_IN,
    "suggestions:detail": READERS,
    "suggestions:edit": "in 200 404 404 404 404 404 404 404 404",
    "suggestions:list": "in 200 200 403 200 200 200 200 403 403",
    "suggestions:print": READERS,
    "suggestions:register": "in 403 403 403 200 403 403 403 403 403",
    "suggestions:write": "in 200 200 403 403 200 403 403 403 403",  # the chair is a deputy too
    "usersessions_list": SIGNED_IN,
    "work:health": " ".join(["503"] * 10),  # no worker runs beside the tests
}
PAGES |= offices.PAGES
EVERYONE_GOES = " ".join(["302"] * 10)
SIGNED_IN_GOES = "in " + " ".join(["302"] * 9)
ACTS = {
    "notices:choose": SIGNED_IN_GOES,
    # It holds the usual value already.
    "congress:back_to_usual": "in 403 403 403 403 403 403 403 409 403",
    "congress:set_rule": "in 403 403 403 403 403 403 403 302 403",
    "congress:take_region": ADMINISTRATOR_ALONE.replace("200", "302"),
    # Everybody has a delegation and a group already: there is nobody to be put there.
    "deputies:confirm": KEEPS_BODIES.replace("200", "409"),
    "deputies:leave_seat": KEEPS_REGISTER.replace("200", "302"),
    "deputies:move_here": KEEPS_REGISTER.replace("200", "302"),
    "deputies:place_free": KEEPS_BODIES.replace("200", "409"),
    "deputies:seat_people": KEEPS_REGISTER.replace("200", "302"),
    "deputies:set_order": KEEPS_REGISTER.replace("200", "422"),
    "deputies:take_office": KEEPS_REGISTER.replace("200", "302"),
    "congress:carry_out": KEEPS_BODIES.replace("200", "422"),
    "congress:ended": KEEPS_REGISTER.replace("200", "302"),
    "congress:keep_field": KEEPS_REGISTER.replace("200", "302"),
    "congress:move": KEEPS_REGISTER.replace("200", "302"),
    "congress:number": READS_REGISTER,
    "congress:renamed": KEEPS_REGISTER.replace("200", "302"),
    "exchange:answer": KEEPS_REGISTER.replace("200", "302"),
    "exchange:choose": KEEPS_REGISTER.replace("200", "302"),
    "exchange:take_in": KEEPS_REGISTER.replace("200", "409"),
    "exchange:undo": KEEPS_REGISTER.replace("200", "409"),
    "exchange:upload": KEEPS_REGISTER.replace("200", "422"),
    "notices:printed_done": "in 403 403 403 302 403 403 403 403 403",
    "notices:read": SIGNED_IN_GOES,
    "notices:seen": "in " + " ".join(["204"] * 9),
    "pages:draft": SIGNED_IN,
    "pages:preferences": EVERYONE_GOES,
    "registers:change": KEEPS_REGISTER.replace("200", "302"),
    "registers:enter": KEEPS_REGISTER.replace("200", "302"),
    "registers:undo": KEEPS_REGISTER.replace("200", "409"),
    "registers:withdraw": KEEPS_REGISTER.replace("200", "409"),
    "recovery_codes_renew": PASSWORD_FIRST,
    "second_factor_app_set": PASSWORD_FIRST,
    "second_factor_passkey_add": PASSWORD_FIRST,
    "second_factor_removed": "in 404 404 404 404 404 404 404 404 404",
    "suggestions:begin": "in 302 302 403 403 302 403 403 403 403",
    "suggestions:register_paper": "in 403 403 403 422 403 403 403 403 403",
    "suggestions:save": "in 302 404 404 404 404 404 404 404 404",
    "suggestions:take": "in 409 404 404 302 409 409 404 404 404",
    "suggestions:take_handling": "in 409 404 404 422 409 302 404 404 404",
    "usersessions_end": SIGNED_IN_GOES,
}
SENT = {
    "congress:back_to_usual": {"seen": "3wd"},
    "congress:set_rule": {"value": "4", "seen": "3wd"},
    "congress:take_region": {"name": "新名", "on": "2025-07-01"},
    "congress:ended": {"on": "2026-11-26"},
    "congress:keep_field": {},
    "congress:move": {"to": "up"},
    "congress:renamed": {"name": "城乡建设委员会", "on": "2026-11-02"},
    "suggestions:take": {"title": "关于路灯的建议", "problem": "不亮。", "why": "错字"},
    "suggestions:begin": {"title": "关于路灯的建议"},
    "suggestions:save": {"title": "关于路灯的建议"},
    "usersessions_end": {"session": "others"},
    "exchange:choose": {"header_row": "1", "header_lines": "1", "column_0": "term"},
    "registers:enter": {"number": "9", "from_on": "2032-01-05"},
    "registers:change": {"number": "5", "from_on": "2021-12-21"},
    "deputies:seat_people": {"office": "member", "from_on": "2026-01-19", "names": "乌仁托娅"},
    "deputies:leave_seat": {"until_on": "2026-01-19", "reason": "辞职"},
    "deputies:take_office": {"office": "vice_chair", "from_on": "2026-01-19"},
    "deputies:move_here": {"names": "秦二柱"},
}
PAGES |= listed_turnover.PAGES
ACTS |= listed_turnover.ACTS
SENT |= listed_turnover.SENT
STEPS = {"suggestions:take_handling": "receive", **listed_turnover.STEPS, **deputies.STEP}
ON_A_BODY = ("body", "order", "seat", "seat_people", "set_order")
ON_A_SEAT = ("leave", "leave_seat", "office", "take_office")
for table, own in ((PAGES, deputies.PAGES), (ACTS, deputies.ACTS), (SENT, deputies.SENT)):
    table |= own
ACTS |= offices.ACTS
SENT |= offices.SENT
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
        of = {"suggestions:save": self.draft, "suggestions:take_handling": self.part}
        of |= self.of_bodies
        version = of.get(name, self.suggestion).version
        if name.startswith("registers:"):
            version = self.city.terms[CITY].version
        if name.startswith("congress:"):
            version = self.region.version
            version = self.committee.version
        version = self.over_terms[name].version if name in self.over_terms else version
        if name.startswith("exchange:"):
            version = self.run.version
        sent = SENT | listed_turnover.SENT
        form = {"key": new_key(), "version": version, **sent.get(name, {})}
        changed = self.part if name == "suggestions:take_handling" else self.subject(name)
        form = {"key": new_key(), "version": getattr(changed, "version", 0), **SENT.get(name, {})}
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
    """The right number under the wrong congress: nobody gets more than 404."""
    assert len(OBJECTS) > 6
    for who in ("own", "clerk", "chair", "organ", "lower", "other"):
        for name in OBJECTS:
            for slug in (DISTRICT, TOWN):
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
