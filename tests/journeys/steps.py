"""Pressing the steps of a suggestion as its users do."""

import re
from typing import Any

from tests.journeys.conftest import sign_in


def form_of(page: Any, step: str) -> Any:
    """The form of a step on the page."""
    return page.locator(f'form[action$="/{step}/"]').first


def unfold(page: Any, step: str) -> Any:
    """Open whatever folds the step's form away, as a finger would; returns the form."""
    form = form_of(page, step)
    folds = form.locator("xpath=ancestor::details[not(@open)]")
    for _fold in range(folds.count()):
        folds.first.locator("> summary").click()
    form.wait_for(state="visible")
    return form


def press(page: Any, step: str) -> None:
    """Press the step's button and see the page that follows."""
    form = unfold(page, step)
    with page.expect_navigation():
        form.locator("button.btn").first.click()


def said(page: Any) -> str:
    """What the page says."""
    words: str = page.locator("main").inner_text()
    return words


def state(page: Any) -> str:
    """The badge beside the number."""
    words: str = page.locator("main header .badge").first.inner_text()
    return words.strip()


def change_person(page: Any, login: str) -> None:
    """Sign out and let somebody else sit down."""
    page.context.clear_cookies()
    sign_in(page, login)


def sheets_of(page: Any) -> int:
    """How many sheets of A4 the page is printed on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
