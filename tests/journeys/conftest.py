"""Browsers for the journeys: a phone and a desk, in Chinese, with the network closed."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.journeys.house import PASSWORD, House, opened_house

PHONE, DESK = (390, 844), (1280, 900)


def chromium() -> str | None:
    """The browser of this machine, or None."""
    named = os.environ.get("RENDA_CHROMIUM", "")
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return named or next((path for path in found if path), None)


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """One house for all journeys of a process."""
    with opened_house() as house:
        yield house


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    path = chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs a Chromium: install it or set RENDA_CHROMIUM.")
        pytest.skip("no Chromium found: set RENDA_CHROMIUM or install one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = play.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


@pytest.fixture
def visit(house: House, browser: Any) -> Iterator[Callable[..., Any]]:
    """`visit("baiyueqi")` gives a signed-in page at a desk; `size=PHONE` on a phone.

    Every request to another host is refused and fails the journey (no CDN, no font, no beacon);
    so does every error in the browser's console.
    """
    contexts: list[Any] = []
    strangers: list[str] = []
    complaints: list[str] = []

    def open_page(login: str = "", *, size: tuple[int, int] = DESK, script: bool = True) -> Any:
        context = browser.new_context(
            base_url=house.url,
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            java_script_enabled=script,
        )
        contexts.append(context)
        context.route("**/*", lambda route: _only_home(route, house.url, strangers))
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        if login:
            sign_in(page, login)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == []
    # A refused act answers 409 or 422, which Chromium calls an error of the console.
    assert [c for c in complaints if "409" not in c and "422" not in c] == []


def _only_home(route: Any, home: str, strangers: list[str]) -> None:
    if route.request.url.startswith((home, "data:")):
        route.continue_()
    else:
        strangers.append(route.request.url)
        route.abort()


def sign_in(page: Any, login: str) -> None:
    """Through the page everyone uses."""
    page.goto("/accounts/login/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit], main form button:not([name])")
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
