"""Somebody of whom everything is known that can be, entered through the acts of the house."""

from datetime import timedelta
from typing import Any

from renda.congress.models import AddressEntry, Contact
from renda.deputies.actions import leave
from renda.deputies.cast import HOUSING
from renda.deputies.models import Mandate, Membership, Person
from renda.kernel.moment import today
from renda.kernel.notices.outbox import deliver
from renda.kernel.pages import drafts
from renda.kernel.personal.holding import Whom, found
from renda.kernel.registers.keeping import change, enter
from renda.suggestions import lifecycle
from tests.life import Life

NAME, MOBILE = "乌仁托娅", "13912345678"
SAID = {
    "born": "1979-03-08",
    "native_place": "青格勒图嘎查",
    "party": "某某民主党派",
    "education": "函授大专学历",
    "work": "前川旗第二幼儿园园长",
    "job": "幼儿教师职业",
    "expertise": "蒙汉双语学前教育",
    "residence": "槐荫街道八号楼三单元",
    "introduction": "从教二十六年，两次获得表彰。",
}
DRAFT = {"title": "没有提交的草稿标题", "problem": "草稿里的情况说明", "requests": ["草稿里的要求"]}
UNSENT = "输入了没有提交的一段话"
WECHAT, OFFICE_PHONE = "wurentuoya-wx-79", "0470-000 7788"


def retire(person: Person) -> None:
    """Somebody's mandates and seats ended yesterday."""
    last = today() - timedelta(days=1)
    for seat in Membership.objects.filter(person=person, until_on=None):
        leave(membership=seat, until_on=last, reason="离任")
    for mandate in Mandate.objects.filter(person=person):
        values = {"from_on": min(mandate.from_on, last), "until_on": last}
        values |= {"end_ground": "term_over"}
        change(mandate, "deputies.end_with_term", by=None, values=values)


class Teller:
    """A deputy of whom everything is known that can be, entered through the acts of the house."""

    def __init__(self, city: Any) -> None:
        self.city = city
        self.user = city.users[NAME]
        self.here = city.congresses["hewan"].pk
        self.person = Person.objects.get(user=self.user)
        clerk = city.actor("白玥琪")
        self._change(clerk, introduction="先写错了的简介", public_extras=["work", "expertise"])
        self._change(clerk, **SAID)
        self.person.mobile = MOBILE
        sealed = {n: getattr(self.person, n) for n in ("mobile_sealed", "mobile_hash")}
        self.person.refresh_from_db()
        self._change(clerk, **sealed)
        self.sealed = [bytes(sealed["mobile_sealed"]).hex(), sealed["mobile_hash"]]
        self.user.phone = MOBILE
        self.user.save()
        self.sealed.append(bytes(self.user.phone_sealed).hex())
        self._as_contact(clerk)
        self._writes()

    def _change(self, by: Any, **values: Any) -> None:
        change(
            self.person,
            "deputies.change_person",
            by=by,
            values=values,
            congress_id=self.here,
        )

    def _as_contact(self, by: Any) -> None:
        body = self.city.organ(HOUSING)
        contact = Contact(body=body, duty="contact", name=NAME)
        entry = AddressEntry(congress=body.congress, unit="幼儿园", name=NAME, wechat=WECHAT)
        entry.phone = OFFICE_PHONE
        other = AddressEntry(congress=body.congress, unit="幼儿园", name="同号的别人")
        for row, action in (
            (contact, "congress.add_contact"),
            (entry, "congress.add_address"),
            (other, "congress.add_address"),
        ):
            row.mobile = MOBILE
            enter(row, action, by=by, congress_id=self.here)

    def _writes(self) -> None:
        Life(self.city).closed()
        self.life = Life(self.city, **DRAFT).submitted()
        text = {"title": "更正前写过的标题"}
        lifecycle.correct(self.life.fresh(), by=self.life.clerk, texts=text, why="错字")
        lifecycle.correct(self.life.fresh(), by=self.life.clerk, texts=DRAFT, why="改回")
        lifecycle.take_back(self.life.fresh(), by=self.life.sponsor)
        drafts.keep(self.user.pk, self.here, "suggestions.begin/new", {"problem": [UNSENT]})
        deliver()

    def leaves_office(self) -> None:
        """The mandate is over, and every seat."""
        retire(self.person)

    @property
    def whom(self) -> Whom:
        """As their own page asks."""
        return found(Whom(user_id=self.user.pk, name=NAME))

    @property
    def values(self) -> list[str]:
        """Whatever must be gone afterwards."""
        texts = [*SAID.values(), *DRAFT["requests"], DRAFT["title"], DRAFT["problem"], UNSENT]
        words = ["先写错了的简介", "更正前写过的标题", WECHAT, OFFICE_PHONE, "wurentuoya"]
        return [*texts, *words, *self.sealed[:1], self.sealed[2]]
