"""The front end keeps its promises: old phones, a strict policy, no other host, no lost icon."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from django.utils import translation

from renda.kernel.pages.templatetags.renda import chinese_date, numbered, spaced_name
from tests.css_baseline import AT_RULES, FUNCTIONS, HARMLESS, PROPERTIES, PSEUDO, UNITS

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
SHEETS = sorted(STATIC.rglob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SYMBOLS = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))


def name_of(path: Path) -> str:
    """A path as pytest shows it."""
    return str(path.relative_to(ROOT))


def tokens(nodes: Any) -> Iterator[Any]:
    """Every token, however deep."""
    for node in nodes or ():
        yield node
        yield from tokens(getattr(node, "content", None))
        yield from tokens(getattr(node, "arguments", None))


def rules(sheet: Path) -> Iterator[Any]:
    """Every rule, those inside @media too."""
    waiting = tinycss2.parse_stylesheet(sheet.read_text(), skip_comments=True, skip_whitespace=True)
    while waiting:
        rule = waiting.pop()
        yield rule
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            waiting += tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )


def declared(sheet: Path) -> Iterator[Any]:
    """Every declaration of a stylesheet."""
    for rule in rules(sheet):
        if rule.type == "qualified-rule" or getattr(rule, "lower_at_keyword", "") == "page":
            for found in tinycss2.parse_declaration_list(
                rule.content, skip_comments=True, skip_whitespace=True
            ):
                assert found.type == "declaration", f"{name_of(sheet)}: {found.message}"
                yield found


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_every_property_function_and_unit_is_of_2021_or_before(sheet: Path) -> None:
    for found in declared(sheet):
        is_ours = found.name.startswith("--")
        is_known = is_ours or found.lower_name in PROPERTIES or found.lower_name in HARMLESS
        assert is_known, f"{found.name}: newer than our phones, or not in the table yet"
        for token in tokens(found.value):
            if token.type == "function":
                assert token.lower_name in FUNCTIONS, token.name
            if token.type == "dimension":
                assert token.lower_unit in UNITS, token.unit


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_every_rule_and_selector_is_of_2021_or_before(sheet: Path) -> None:
    for rule in rules(sheet):
        if rule.type == "at-rule":
            assert rule.lower_at_keyword in AT_RULES, rule.at_keyword
            continue
        assert rule.type == "qualified-rule", f"{name_of(sheet)}: {rule}"
        selector = tinycss2.serialize(rule.prelude)
        for pseudo in re.findall(r"::?([a-z-]+)", selector):
            assert pseudo in PSEUDO, f"{selector}: {pseudo}"
        assert "&" not in selector


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_no_stylesheet_fetches_anything(sheet: Path) -> None:
    for token in tokens(tinycss2.parse_stylesheet(sheet.read_text())):
        assert token.type != "url" and getattr(token, "lower_name", "") != "url"
        assert getattr(token, "lower_at_keyword", "") != "import"


def test_nothing_of_ours_names_another_host() -> None:
    for path in [*TEMPLATES, *SHEETS, *STATIC.rglob("*.js"), *STATIC.rglob("*.svg")]:
        text = path.read_text().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"""(https?:)?//[a-z0-9-]+\.[a-z]""", text), name_of(path)


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_templates_keep_the_policy(template: Path) -> None:
    """No inline style or script: the browser would refuse it, and hostile text could bring it."""
    text = template.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"\son[a-z]+\s*=", text)
    assert not re.search(r"\s(data-)?hx-on", text)
    assert "javascript:" not in text
    assert "|safe" not in text and "autoescape off" not in text


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_every_icon_named_is_drawn(template: Path) -> None:
    text = template.read_text()
    named = set(re.findall(r"""{% icon ["']([\w-]+)["']""", text))
    named |= set(re.findall(r"""\sicon=["']([\w-]+)["']""", text))
    named |= set(re.findall(r"""icon\|default:["']([\w-]+)["']""", text))
    assert named <= SYMBOLS, named - SYMBOLS


def test_every_icon_named_in_python_is_drawn() -> None:
    for path in (ROOT / "renda").rglob("*.py"):
        named = set(re.findall(r"""\bicon=["']([\w-]+)["']""", path.read_text()))
        assert named <= SYMBOLS, f"{name_of(path)}: {named - SYMBOLS}"


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_every_post_carries_its_token(template: Path) -> None:
    """A POST form without a token is refused; the one-time fields and preferences bring theirs."""
    brings = ("csrf_token", "act_fields", "preferences_fields.html")
    for form in re.findall(
        r"""<form[^>]*method="post".*?</form>""", template.read_text(), re.DOTALL
    ):
        assert any(name in form for name in brings), name_of(template)


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_every_button_has_a_word(template: Path) -> None:
    for button in re.findall(r"<button[^>]*>(.*?)</button>", template.read_text(), re.DOTALL):
        said = re.sub(r"{% icon [^%]*%}|<[^>]*>", "", button)
        assert said.strip(), f"{name_of(template)}: a button with an icon only"


@pytest.mark.parametrize(
    ("language", "day", "how", "written"),
    [
        ("zh-hans", date(2026, 5, 8), "", "2026年5月8日"),
        ("zh-hans", date(2026, 5, 8), "short", "5月8日"),
        ("zh-hans", datetime(2026, 5, 8, 16, 5, tzinfo=UTC), "time", "2026年5月9日 00:05"),
        ("en", date(2026, 5, 8), "", "8 May 2026"),
        ("en", datetime(2026, 5, 8, 1, 5, tzinfo=UTC), "short time", "8 May 09:05"),
        ("zh-hans", None, "", ""),
    ],
)
def test_a_day_is_written_as_the_office_writes_it(
    language: str, day: date | None, how: str, written: str
) -> None:
    with translation.override(language):
        assert chinese_date(day, how) == written


def test_numbers_and_names_are_written_as_in_official_lists() -> None:
    with translation.override("zh-hans"):
        written = [numbered(n) for n in (1, 10, 12, 20, 35, 100)]
    assert written == ["一", "十", "十二", "二十", "三十五", "100"]
    with translation.override("en"):
        assert numbered(12) == "12"
    spaced = [spaced_name(name) for name in ("单禾", "𠀀禾", "㺿禾", "贺川平", "Li")]
    assert spaced == ["单\u3000禾", "𠀀\u3000禾", "㺿\u3000禾", "贺川平", "Li"]
