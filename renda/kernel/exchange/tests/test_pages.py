"""The way of a file through the pages: uploaded, put right, decided, taken in, undone."""

import re
from datetime import date

import pytest
from django.test import Client

from renda.congress.actions import hold_session, open_term
from renda.congress.models import Session
from renda.kernel.exchange.forms import field_name
from renda.kernel.exchange.models import ImportRun, KeptMapping
from renda.kernel.exchange.tests.sheets import office_like, plain_rows, text, xlsx
from renda.kernel.pages.keys import new_key
from tests.hostile.text import PIECES, TAG, escapes

pytestmark = pytest.mark.django_db


@pytest.fixture
def term(desk):
    days = {"from_on": date(2031, 12, 20), "until_on": date(2036, 12, 31)}
    return open_term(congress=desk.congress, number=6, by=desk.clerk, **days)


def page(desk, url):
    answer = desk.client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def shown(html):
    return re.search(r'name="shown" value="(\w+)"', html).group(1)


def version(url):
    return ImportRun.objects.get(pk=int(url.rstrip("/").rsplit("/", 1)[1])).version


def take_in(desk, url, **more):
    typed = {"shown": shown(page(desk, url)), "version": version(url), **more}
    return desk.post(f"{url}take-in/", **typed)


def test_from_the_upload_to_the_register_and_back(desk, term):
    url = desk.upload(office_like()).url
    html = page(desk, url)
    assert "可以导入" in html and "会期/开幕" in html and "合计行" in html
    assert not Session.objects.filter(term=term).exists(), "looking writes nothing"
    done = take_in(desk, url)
    assert done.url == url
    html = page(desk, url)
    assert "已导入3行" in html and "撤销这次导入" in html and "逐行结果" in html
    assert Session.objects.filter(term=term).count() == 3
    desk.post(f"{url}undo/")
    assert "已撤销" in page(desk, url)
    assert not Session.objects.filter(term=term).exists()


def test_the_same_click_twice_takes_in_once(desk, term):
    url = desk.upload(office_like()).url
    typed = {"key": new_key(), "shown": shown(page(desk, url)), "version": 0}
    first, second = (desk.client.post(f"{url}take-in/", typed) for _ in "12")
    assert first.url == second.url == url
    assert Session.objects.filter(term=term).count() == 3
    again = desk.post(f"{url}take-in/", shown=typed["shown"])
    assert again.status_code == 409 and "已经导入" in again.content.decode()


def test_the_same_file_again_is_said_at_once(desk, term):
    data = office_like()
    take_in(desk, desk.upload(data).url)
    html = page(desk, desk.upload(data, "换个名字.xlsx").url)
    assert "导入过" in html and "都已在册" in html
    assert 'name="shown"' not in html, "there is no button to press"


def test_faults_name_row_column_value_and_what_to_do(desk, term):
    rows = [*plain_rows(), [6, 4, "2035年1月", "2035年1月12日"]]
    url = desk.upload(xlsx(rows)).url
    html = page(desk, url)
    assert "需要改正的行" in html and "2035年1月" in html and "缺少日期中的“日”" in html
    assert 'name="shown"' not in html
    listed = desk.client.get(f"{url}faults/")
    assert listed["Content-Type"].endswith("sheet")
    refused = desk.post(f"{url}take-in/", shown="0" * 64)
    assert refused.status_code == 409 and not Session.objects.filter(term=term).exists()


def test_a_mapping_is_put_right_and_kept(desk, term):
    rows = [["甲", "乙", "丙", "丁"], *plain_rows()[1:]]
    url = desk.upload(xlsx(rows)).url
    html = page(desk, url)
    assert "没有这一列" in html and "有的列没有认出来" in html
    chosen = {
        "header_row": 1, "header_lines": 1,
        "column_0": "term", "column_1": "number", "column_2": "opens_on", "column_3": "closes_on",
    }  # fmt: skip
    twice = desk.post(f"{url}choose/", **{**chosen, "column_3": "opens_on"})
    assert twice.status_code == 422 and "已有另一列" in twice.content.decode()
    assert desk.post(f"{url}choose/", **chosen).url == url
    assert "可以导入" in page(desk, url)
    assert KeptMapping.objects.count() == 1
    stale = desk.post(f"{url}choose/", **chosen)
    assert stale.status_code == 409, "the page that was sent is an old one"
    left_out = desk.post(f"{url}choose/", **{**chosen, "column_0": ""})
    assert left_out.status_code == 409
    assert left_out.context["read_form"]["column_0"].value() == "", "what was chosen stays"
    later = xlsx([rows[0], [6, 4, "2035-01-08", "2035-01-11"]])
    assert "上次" in page(desk, desk.upload(later).url)


def test_another_sheet_and_another_row_of_the_header(desk, term):
    more = [["x"], ["届次", "次数", "开幕时间", "闭幕时间"], [6, 9, "2036-01-08", "2036-01-11"]]
    url = desk.upload(xlsx(plain_rows(), sheet="会议", 续表=more)).url
    assert "续表" in page(desk, url)
    desk.post(f"{url}choose/", sheet="续表", header_row=1, header_lines=1, column_0="term")
    html = page(desk, url)
    assert "2036-01-08" in html and "可以导入" in html
    moved = {"sheet": "续表", "header_row": 3, "header_lines": 1, "version": 1}
    desk.post(f"{url}choose/", **moved)
    assert "没有这一列" in page(desk, url), "the clerk said so"


def test_doubts_are_answered_taken_back_and_answered_again(desk, term):
    days = {"opens_on": date(2033, 1, 10), "closes_on": date(2033, 1, 13)}
    twin = hold_session(term=term, number=5, by=desk.clerk, **days)
    url = desk.upload(office_like()).url
    name = field_name("6/2")
    html = page(desk, url)
    assert name in html and "是同一次会议改了次数" in html and 'name="shown"' not in html
    assert desk.post(f"{url}answer/", **{name: "nobody offered this"}).status_code == 422
    desk.post(f"{url}answer/", **{name: "same"})
    html = page(desk, url)
    assert "已作判断" in html and "可以导入" in html
    desk.post(f"{url}answer/", then="again", version=1)
    stale = desk.post(f"{url}answer/", version=1, **{name: "new"})
    assert stale.status_code == 409
    assert stale.context["doubts_form"][name].value() == "new", "what was decided stays"
    assert name in page(desk, url)
    desk.post(f"{url}answer/", version=2, **{name: "same"})
    take_in(desk, url)
    twin.refresh_from_db()
    assert twin.number == 2
    assert "是同一次会议改了次数" in page(desk, url), "what was decided can be read later"


def test_what_changed_since_the_look_is_looked_at_again(desk, term):
    url = desk.upload(office_like()).url
    seen = shown(page(desk, url))
    days = {"opens_on": date(2031, 12, 20), "closes_on": date(2031, 12, 24)}
    hold_session(term=term, number=1, by=desk.clerk, **days)
    answer = desk.post(f"{url}take-in/", shown=seen)
    assert answer.status_code == 409 and "请重新核对" in answer.content.decode()
    assert Session.objects.filter(term=term).count() == 1


def test_the_tables_own_question_is_asked_with_the_file(desk, term):
    silent = xlsx([row[1:] for row in plain_rows()])
    html = page(desk, "/hewan/imports/sessions/")
    assert "未写届次的行属于" in html and "空白表" in html
    assert "没有这一届" in page(desk, desk.upload(silent).url)
    assert "可以导入" in page(desk, desk.upload(silent, term=6).url)
    assert desk.upload(silent, term=7).status_code == 422, "there is none of this congress"


def test_no_file_too_big_a_file_and_no_table(desk, settings):
    assert desk.post("/hewan/imports/sessions/upload/").status_code == 422
    html = page(desk, desk.upload(b"%PDF-1.7", "名册.xlsx").url)
    assert "不是表格" in html and "另存为 xlsx" in html
    settings.RENDA_PAPER_LIMIT = 100
    assert desk.upload(office_like()).status_code == 422


def test_hostile_text_in_every_cell_is_shown_and_not_obeyed(desk, term):
    rows = [["届次", "次数", "开幕时间", "闭幕时间", TAG], *([p] * 5 for p in PIECES)]
    for data, name in ((xlsx(rows), f"{TAG}.xlsx"), (text(rows, mark="\t"), "'; DROP.txt")):
        url = desk.upload(data, name).url
        assert escapes(page(desk, url))
        assert desk.client.get(f"{url}faults/").status_code in (200, 404)
    assert escapes(page(desk, "/hewan/imports/"))


@pytest.mark.parametrize("piece", PIECES[::4])
def test_hostile_text_in_the_forms(desk, term, piece):
    url = desk.upload(office_like()).url
    typed = dict.fromkeys(("sheet", "header_row", "header_lines", "column_1", "column_9"), piece)
    for act in ("choose", "answer", "take-in", "undo"):
        answer = desk.post(f"{url}{act}/", shown=piece, then=piece, **typed)
        assert answer.status_code in (302, 409, 422)
        assert answer.status_code == 302 or escapes(answer.content.decode())
    assert desk.client.get(url).status_code == 200


def test_a_run_belongs_to_its_congress_and_to_whoever_takes_the_table_in(desk, term):
    url = desk.upload(office_like()).url
    elsewhere = url.replace("hewan", "langwan")
    assert desk.client.get(elsewhere).status_code == 404
    deputy = Client()
    deputy.force_login(desk.city.users["乌仁托娅"])
    assert deputy.get(url).status_code == 404
    assert deputy.get("/hewan/imports/").status_code == 403
    assert deputy.get("/hewan/imports/sessions/").status_code == 404


def test_the_register_offers_its_import_and_its_export(desk):
    html = page(desk, "/hewan/registers/sessions/")
    assert "/hewan/imports/sessions/" in html
    assert "/hewan/registers/sessions/export/?as=xlsx" in html
    assert "/hewan/imports/" in page(desk, "/hewan/registers/")
