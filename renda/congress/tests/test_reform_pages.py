"""机构改革 through its pages: choose, look at what passes on, carry out; hostile answers."""

from datetime import timedelta

import pytest

from renda.congress.actions import add_body
from renda.congress.models import Body, Post, Succession
from renda.congress.roles import BodyKind
from renda.congress.tests.desk import at_desk, text
from renda.deputies.cast import CITY, TOWN
from renda.kernel.moment import today
from renda.kernel.pages.keys import new_key
from tests.life import POLICE, Life

pytestmark = pytest.mark.django_db
REFORM = "/hewan/registers/organs/reform/"


def test_a_merger_through_the_pages(browser, send, city, housing, police, contact):
    life, person = Life(city).assigned(), contact(police)
    asked = {"old": police.pk, "into": housing.pk, "names": "", "on": today().isoformat()}
    look = browser.get(REFORM, asked)
    page = look.content.decode()
    assert "田玉芬" in page and f'name="goes-congress-contact-{person.pk}"' in page
    assert life.suggestion.title not in page, "it is at the other organ"
    typed = asked | {f"goes-congress-contact-{person.pk}": "on", "note": "编办〔2026〕7号"}
    done = send(f"{REFORM}carry-out/", **typed)
    assert done.url == f"/hewan/registers/organs/{housing.pk}/"
    assert housing.contacts.filter(name="田玉芬", until_on=None).exists()
    assert Succession.objects.get(old=police).note == "编办〔2026〕7号"
    posts = Post.objects.filter(body=housing, user__name=city.handlers[CITY, POLICE])
    assert not posts.exists(), "what was not ticked has ended"


def test_the_same_click_twice_reforms_once(browser, housing):
    typed = {"key": new_key(), "old": housing.pk, "names": "市住房局", "on": today().isoformat()}
    first, second = (browser.post(f"{REFORM}carry-out/", typed) for _ in range(2))
    assert first.url == second.url
    assert Body.objects.filter(name="市住房局").count() == 1


def test_a_split_asks_who_takes_each_open_matter(browser, send, city, housing):
    one, two = Life(city).assigned().part(), Life(city, title="关于供热的建议").assigned().part()
    asked = {"old": housing.pk, "names": "市住房局\n市城建局", "on": today().isoformat()}
    page = browser.get(REFORM, asked).content.decode()
    assert "关于供热的建议" in page and "随原单位终止" in page
    names = list(browser.get(REFORM, asked).context["form"].passing.values())
    typed = asked | dict.fromkeys(names, "0") | {f"goes-suggestions-{two.pk}": "1"}
    send(f"{REFORM}carry-out/", **typed)
    for part, name in ((one, "市住房局"), (two, "市城建局")):
        part.refresh_from_db()
        assert part.organ.name == name


def test_what_was_chosen_stays_when_something_is_wrong(send, browser, housing, police):
    wrong = browser.get(REFORM, {"old": housing.pk, "names": "", "on": "2026-11-02"})
    page = wrong.content.decode()
    assert "请写明由谁承接" in page and f'value="{housing.pk}"' in page
    late = (today() + timedelta(days=3)).isoformat()
    refused = send(f"{REFORM}carry-out/", old=housing.pk, into=police.pk, names="", on=late)
    assert refused.status_code == 409
    assert "执行机构改革" in refused.content.decode()
    twice = send(f"{REFORM}carry-out/", old=housing.pk, into=housing.pk, names="", on="2026-11-02")
    assert twice.status_code == 422


def test_hostile_answers_are_refused(send, browser, housing):
    for old in ("9" * 30, "x", "-1", "'"):
        answer = send(f"{REFORM}carry-out/", old=old, names="<b>", on="2026-11-02")
        assert answer.status_code == 422
    assert browser.get(REFORM, {"old": "\x00", "on": "2026-02-30", "into": "x"}).status_code == 200
    many = "\n".join(f"单位{n}" for n in range(9))
    assert (
        "最多 5 个"
        in browser.get(
            REFORM, {"old": housing.pk, "names": many, "on": "2026-11-02"}
        ).content.decode()
    )


def test_nothing_of_another_congress_can_be_chosen(city, send):
    town = city.bodies[TOWN, "狼湾镇人民政府"]
    add_body(congress=city.congresses[CITY], kind=BodyKind.ORGAN, name="市数据局")
    answer = send(f"{REFORM}carry-out/", old=town.pk, names="市住房局", on="2026-11-02")
    assert answer.status_code == 422


def test_where_there_are_no_organs_the_way_to_them_is_shown(city):
    page = text(at_desk(city, "苗青禾").get("/linwan/registers/organs/reform/"))
    assert "/linwan/registers/organs/" in page and 'name="names"' not in page
