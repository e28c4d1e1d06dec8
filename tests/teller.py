"""Somebody of whom everything is known that can be, entered through the acts of the house."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.accounts.actions import rename_user
from renda.accounts.models import FormerName
from renda.congress.models import AddressEntry, Contact
from renda.deputies.actions import leave
from renda.deputies.actions.cards import keep_photo
from renda.deputies.cast import HOUSING
from renda.deputies.models import Mandate, Membership, Person, PersonChange
from renda.kernel.exchange import runs
from renda.kernel.exchange.table import TABLES
from renda.kernel.moment import today
from renda.kernel.notices.models import Choice
from renda.kernel.notices.outbox import deliver
from renda.kernel.pages import drafts
from renda.kernel.personal.holding import Whom, found
from renda.kernel.registers.keeping import change, enter
from renda.suggestions import lifecycle
from renda.suggestions.demo.telling import blank_sheet
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
FILED, PROPOSED, MAIL = "文件里写的旧住址", "别处提出的新住址", "tuoya@example.cn"
OLD_MOBILE = "13700001111"
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
        self._comes_in_a_file(clerk)
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

    def _comes_in_a_file(self, by: Any) -> None:
        """A roster with another address of theirs, taken in; and a photograph."""
        table, here = TABLES["roster"], self.city.congresses["hewan"]
        lines = f"姓名,选举单位,住址,手机\n{NAME},前川旗,{FILED},{OLD_MOBILE}\n"
        file = ContentFile(lines.encode(), "名册.csv")
        asked = {"term": self.city.terms["hewan"].number}
        run = runs.begin(table, here, by=by, file=file, asked=asked)
        mine = str(self.city.mandates["hewan", NAME].pk)
        asked_of = {"row": 2, "value": mine, "question": f"{NAME}，{FILED}，是谁？"}
        runs.answer(run, {f"moved/{NAME}//前川旗": asked_of})
        runs.take_in(table, here, run, by=by)
        photo = SimpleUploadedFile("她的照片.png", blank_sheet(), content_type="image/png")
        keep_photo(mandate=self.city.mandates["hewan", NAME], file=photo, by=by)
        proposal = PersonChange(
            person=self.person,
            congress=here,
            values={"residence": PROPOSED},
            before={"residence": FILED},
            proposed_on=today(),
        )
        enter(proposal, "deputies.propose_change", by=by)
        self.person.refresh_from_db()

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
        Choice.objects.create(
            user_id=self.user.pk, congress_id=self.here, channel="mail", is_on=True, address=MAIL
        )
        FormerName.objects.create(username="wurentuoya79", user=self.user)
        admin = self.city.actor("高珺")
        for name in ("tuoya-renamed", "tuoya-again"):
            rename_user(user=self.user, username=name, congress_id=self.here, by=admin)
        self.user.refresh_from_db()
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
        words += [
            FILED,
            PROPOSED,
            MAIL,
            "wurentuoya79",
            "她的照片.png",
            "tuoya-renamed",
            "tuoya-again",
        ]
        return [*texts, *words, *self.sealed[:1], self.sealed[2]]
