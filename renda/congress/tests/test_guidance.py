"""Guidance of a lower congress: written above, read below, open until it is done."""

from datetime import date, datetime

import pytest

from renda.congress.models import Guidance
from renda.congress.tests.pages import browser, read, send
from renda.kernel.moment import BEIJING, at

pytestmark = pytest.mark.django_db
URL = "/linwan/registers/guidance/"
NOW = datetime(2026, 11, 20, 9, tzinfo=BEIJING)


@pytest.fixture
def office(city):
    return browser(city, "苗青禾")


def typed(city, **more):
    said = {"lower": city.congresses["langwan"].pk, "on": "2026-11-10", "people": "区人大代表工委"}
    return said | {"finding": "联络站按月值班。"} | more


def test_an_office_writes_what_it_found(office, city):
    page = send(
        office, f"{URL}enter/", **typed(city, follow_up="公开值班表。", due_on="2026-12-31")
    )
    row = Guidance.objects.get(on=date(2026, 11, 10))
    assert row.congress.slug == "linwan" and page.url == f"{URL}{row.pk}/"
    assert "联络站按月值班。" in read(office, page.url)


def test_only_a_lower_congress_is_guided(office, city):
    for slug in ("hewan", "linwan", "wuquan"):
        page = send(office, f"{URL}enter/", **typed(city, lower=city.congresses[slug].pk))
        assert page.status_code == 422, slug


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"due_on": "2026-12-31"}, "请写明到期前要办的事项"),
        ({"follow_up": "公开。", "due_on": "2026-11-09"}, "早于走访日期"),
        ({"done_on": "2026-11-09"}, "早于走访日期"),
        ({"on": "2099-01-01"}, "还没有到"),
        ({"finding": "长" * 2001}, "2000"),
    ],
)
def test_days_and_words_must_make_sense(office, city, more, said):
    page = send(office, f"{URL}enter/", **typed(city, **more))
    assert page.status_code == 422 and said in page.content.decode()


def test_what_is_overdue_is_a_chip_and_a_word(office):
    with at(NOW):
        page = read(office, f"{URL}?show=overdue")
        assert "主席团每季度一次会议未能坚持" in page and "逾期" in page
        assert "代表建议办理台账清楚" not in page
        assert "代表建议办理台账清楚" in read(office, f"{URL}?show=done")
    with at(datetime(2026, 6, 30, 23, tzinfo=BEIJING)):
        assert "主席团每季度一次会议未能坚持" not in read(office, f"{URL}?show=overdue")


def test_done_leaves_the_open_ones(office):
    row = Guidance.objects.get(follow_up__contains="全年会议计划")
    said = {
        "lower": row.lower_id,
        "on": "2026-05-20",
        "people": row.people,
        "done_on": "2026-11-01",
    }
    said |= {"finding": row.finding, "follow_up": row.follow_up, "version": row.version}
    send(office, f"{URL}{row.pk}/change/", **said)
    assert row.finding not in read(office, f"{URL}?show=open")


def test_the_lower_office_reads_it_and_cannot_write_it(city):
    presidium = browser(city, "刘麦霞")
    url = "/langwan/registers/guidance-received/"
    page = read(presidium, url)
    assert "主席团每季度一次会议未能坚持" in page and "临湾区人大" in page
    row = Guidance.objects.get(follow_up__contains="全年会议计划")
    assert "制定主席团全年会议计划" in read(presidium, f"{url}{row.pk}/")
    assert presidium.get(f"{url}{row.pk}/edit/").status_code == 404
    assert send(presidium, f"{url}{row.pk}/change/", people="x").status_code == 404
    assert presidium.get(f"/langwan/registers/guidance/{row.pk}/").status_code == 404


def test_another_lower_congress_reads_none_of_it(city):
    row = Guidance.objects.get(follow_up__contains="全年会议计划")
    clerk = browser(city, "白玥琪")
    assert clerk.get(f"/hewan/registers/guidance/{row.pk}/").status_code == 404
    assert "主席团每季度" not in read(clerk, "/hewan/registers/guidance-received/")


def test_the_page_of_a_lower_congress_has_sessions_meetings_and_guidance(office, city):
    town = city.congresses["langwan"].pk
    with at(NOW):
        page = read(office, f"/linwan/registers/congresses/{town}/")
    for said in (
        "镇十九届人大五次会议",
        "狼湾镇第十九届人大主席团第3次会议",
        "逾期",
        "主席团每季度",
    ):
        assert said in page


def test_the_administrator_sees_no_findings(city):
    admin, district = browser(city, "高珺"), city.congresses["linwan"].pk
    page = read(admin, f"/hewan/registers/congresses/{district}/")
    assert "区五届人大五次会议" in page and "值班记录不全" not in page
    assert "值班记录不全" in read(
        browser(city, "白玥琪"), f"/hewan/registers/congresses/{district}/"
    )
    assert admin.get("/hewan/registers/guidance/").status_code == 404
