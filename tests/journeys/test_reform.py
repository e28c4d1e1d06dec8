"""机构改革 in a browser: find the organs by a word, look at what passes on, carry it out."""

from typing import Any

import pytest

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import press, unfold
from tests.journeys.test_looks import look
from tests.journeys.test_thin_life import write

pytestmark = pytest.mark.journey
KEYS = ("bodies", "organs", "contacts", "counterparts", "addresses")
REFORM, OLD, NEW = "/hewan/registers/organs/reform/", "市林业和草原局", "市自然资源和林业局"


def test_a_bureau_goes_into_another_on_a_phone(visit: Any) -> None:
    deputy, clerk = visit("wurentuoya"), visit("baiyueqi", size=PHONE)
    address = write(deputy, "关于机构改革以后由谁办理的建议")
    clerk.goto(address)
    press(clerk, "accept")
    unfold(clerk, "assign").locator("[name=lead]").select_option(label=OLD)
    press(clerk, "assign")
    clerk.goto(REFORM)
    olds = clerk.locator("#id_old")
    olds.get_by_label("按名称或职责查找").fill("林草")
    assert olds.get_by_label(OLD).is_visible()
    assert not olds.get_by_label("市公安局").is_visible()
    olds.get_by_label(OLD).check()
    clerk.fill("[name=names]", NEW)
    clerk.get_by_role("button", name="下一步").click()
    assert "关于机构改革以后由谁办理的建议" in clerk.inner_text("main")
    assert look(clerk, clerk.url) == []
    clerk.get_by_role("button", name="执行机构改革").click()
    assert "机构改革已执行" in clerk.inner_text("main")
    assert look(clerk, clerk.url) == []
    clerk.goto(address)
    assert "转由承接单位办理" in clerk.inner_text("main")
    organ = visit("organ16")
    organ.goto(address)
    assert NEW in organ.inner_text("main")
    assert organ.get_by_role("button", name="签收").count() > 0


def test_it_can_be_chosen_without_javascript(visit: Any) -> None:
    clerk = visit("baiyueqi", script=False)
    clerk.goto(REFORM)
    assert clerk.get_by_role("group", name="政府部门（由市政府办公室转办）").count() == 2
    assert not clerk.get_by_label("按名称或职责查找").first.is_visible()
    clerk.locator("#id_old").get_by_label("市水利局").check()
    clerk.locator("#id_into").get_by_label("市农牧局").check()
    clerk.get_by_role("button", name="下一步").click()
    assert "承接内容" in clerk.inner_text("main")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_pages_of_bodies_and_organs_hold_at_both_widths(visit: Any, size: tuple[int, int]) -> None:
    clerk = visit("baiyueqi", size=size)
    clerk.goto("/hewan/registers/organs/?q=住建")
    organ = clerk.locator("tbody a").first.get_attribute("href")
    clerk.goto("/hewan/registers/bodies/?q=城乡")
    committee = clerk.locator("tbody a").first.get_attribute("href")
    lists = [f"/hewan/registers/{key}/" for key in KEYS]
    forms = [f"{address}new/" for address in lists]
    acts = [organ.replace("organs", "bodies") + what for what in ("rename/", "end/")]
    pages = [*lists, *forms, organ, committee, f"{committee}field/", *acts, REFORM]
    assert [fault for address in pages for fault in look(clerk, address)] == []


@pytest.mark.parametrize("worn", ["elder", "dark"])
def test_they_hold_in_large_type_and_in_the_dark(visit: Any, worn: str) -> None:
    clerk = visit("baiyueqi", size=PHONE)
    name, value = {"elder": ("renda_elder", "1"), "dark": ("renda_theme", "dark")}[worn]
    clerk.context.add_cookies([{"name": name, "value": value, "url": clerk.url}])
    pages = [f"/hewan/registers/{key}/" for key in KEYS]
    assert [fault for address in [*pages, REFORM] for fault in look(clerk, address)] == []
