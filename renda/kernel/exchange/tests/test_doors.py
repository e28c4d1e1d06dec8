"""Every table that is declared comes in by both doors, the command and the page, and goes back."""

import json
import re
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client

from renda.congress.models import Body, Contact, Region, Session
from renda.deputies.models import Mandate
from renda.kernel.exchange.forms import field_name
from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.table import TABLES
from renda.kernel.exchange.tests.conftest import CLERK
from renda.kernel.exchange.tests.sheets import text
from renda.kernel.pages.keys import new_key
from renda.kernel.registers.register import REGISTERS, offered
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db
ADMIN = "高珺"
# What a table is sent, who sends it, and what is there when it came in.
FILES = {
    "regions": (
        [["代码", "名称"], ["990102404", "新湾镇"], ["990102404201", "新湾村"]],
        ADMIN,
        lambda: Region.objects.filter(path__contains="/990102404/"),
    ),
    "organs": (
        [
            ["单位名称", "上级单位", "联系人", "手机"],
            ["市文物局", "市文旅委", "吕佳禾", "13900000777"],
            ["市文旅委", "市政府办公室", "", ""],
        ],
        CLERK,
        lambda: Body.objects.filter(name__in=("市文物局", "市文旅委")),
    ),
    "sessions": (
        [
            ["届次", "次数", "开幕时间", "闭幕时间"],
            [5, 8, "2026-08-02", "2026-08-03"],
            [5, 9, "2026-09-02", "2026-09-03"],
        ],
        CLERK,
        lambda: Session.objects.filter(congress__slug="hewan", number__in=(8, 9)),
    ),
    "roster": (
        [
            ["姓名", "性别", "选举单位", "手机"],
            ["苏木吉", "男", "五泉县", "13900000778"],
            ["乌仁其", "女", "驻军", ""],
        ],
        CLERK,
        lambda: Mandate.objects.filter(
            congress__slug="hewan", person__name__in=("苏木吉", "乌仁其")
        ),
    ),
}


@pytest.fixture(autouse=True)
def papers(city, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class Browser:
    """Somebody at the pages."""

    def __init__(self, user):
        self.client = Client(headers={"accept-language": "zh-hans"})
        self.client.force_login(user)

    def send(self, url, **typed):
        return self.client.post(url, {"key": new_key(), "version": 0, **typed})

    def upload(self, table, data):
        """Send a file with what the table's page proposes beside it."""
        url = f"/hewan/imports/{table}/"
        form = self.client.get(url).context["form"]
        asked = {f.html_name: f.value() for f in form if f.value() is not None}
        file = ContentFile(data, "表.csv")
        return self.send(f"{url}upload/", **asked, file=file).url

    def take_in(self, run):
        shown = re.search(r'name="shown" value="(\w+)"', self.client.get(run).content.decode())
        return self.send(f"{run}take-in/", shown=shown[1])


def imported(file, table):
    out = StringIO()
    call_command("import_table", table, str(file), "--congress", "hewan", "--json", stdout=out)
    return json.loads(out.getvalue())


def test_every_table_is_tried_here():
    assert set(FILES) == set(TABLES)


@pytest.mark.parametrize("table", FILES)
def test_by_the_command_as_it_stands_and_a_second_time_nothing_changes(city, tmp_path, table):
    rows, _who, there = FILES[table]
    file = tmp_path / "表.csv"
    file.write_bytes(text(rows))
    said = imported(file, table)
    assert (said["created"], said["rejected"], said["doubts"]) == (2, [], [])
    assert there().count() == 2
    again = imported(file, table)
    assert (again["unchanged"], again["rejected"], again["doubts"]) == (2, [], [])
    assert list(faults()) == []


@pytest.mark.parametrize("table", FILES)
def test_by_the_page_with_what_it_proposes_and_back(city, table):
    rows, who, there = FILES[table]
    browser = Browser(city.users[who])
    run = browser.upload(table, text(rows))
    assert browser.take_in(run).url == run
    assert there().count() == 2 and ImportRun.objects.get().counts["created"] == 2
    assert browser.send(f"{run}undo/").url == run
    assert there().count() == 0 and list(faults()) == []


@pytest.mark.parametrize("table", FILES)
def test_the_register_that_it_comes_into_offers_it(city, table):
    register = REGISTERS[TABLES[table].register]
    links = offered(register, city.actor(FILES[table][1]), city.congresses["hewan"])
    assert f"/hewan/imports/{table}/" in [link.url for link in links]


def test_a_move_below_a_place_that_is_new_goes_back_with_all_below(city):
    rows = [["代码", "名称", "上级代码"], ["990131", "新设区", "9901"]]
    rows += [["990102101", "狼湾镇", "990131"], ["990102101203", "新湾村", "990102101"]]
    before = dict(Region.objects.values_list("code", "path"))
    browser = Browser(city.users[ADMIN])
    run = browser.upload("regions", text(rows))
    browser.send(f"{run}answer/", **{field_name("990102101:parent"): "moved"})
    assert browser.take_in(run).url == run
    town = Region.objects.get(code="990102101")
    assert town.parent.code == "990131" and town.path == "/99/9901/990131/990102101/"
    village = Region.objects.get(code="990102101200")
    assert village.path == f"{town.path}990102101200/"
    assert browser.send(f"{run}undo/").url == run
    assert dict(Region.objects.values_list("code", "path")) == before
    assert list(faults()) == []


def test_contact_persons_come_with_their_organ(city, tmp_path):
    file = tmp_path / "表.csv"
    file.write_bytes(text(FILES["organs"][0]))
    imported(file, "organs")
    contact = Contact.objects.get(name="吕佳禾")
    assert (contact.body.name, contact.body.parent.name) == ("市文物局", "市文旅委")
    assert contact.mobile == "13900000777"
