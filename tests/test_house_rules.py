"""The house rules on the real tree. Each rule is a function in tests/rules, broken once in
test_seeded_faults.py. Addresses, visibility, processes and queries have files of their own."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from renda.kernel.words.forbidding import forbidden_in
from renda.kernel.words.po import messages, po_path, read
from tests.rules import (
    Sources,
    dependencies,
    docstrings,
    imports,
    keys,
    laws,
    names,
    pages,
    sizes,
    states,
    tree,
)

TEXTS = tree.texts()
CODE, ALL = tree.python(), tree.python(tests=True)
TEMPLATES = {n: t for n, t in tree.templates().items() if n.endswith(".html")}
# Templates that a vendor's view asks for by a name of its own.
VENDOR_TEMPLATES = {
    "account/login.html",
    "account/logout.html",
    "account/password_change.html",
    "account/reauthenticate.html",
}


@pytest.mark.parametrize(
    ("rule", "tree"),
    [
        (sizes.long_files, ALL),
        (sizes.long_functions, ALL),
        (sizes.complex_functions, ALL),
        (sizes.long_templates, TEMPLATES),
        (imports.upward, CODE),
        (imports.rooms, CODE),
        (imports.unknown_rooms, CODE),
        (states.assigned_outside, CODE),
        (docstrings.missing_in_modules, ALL),
        (docstrings.missing_in_public, CODE),
        (names.drawers, ALL),
        (names.empty_names, CODE),
        (names.field_names, CODE),
        (pages.inline, TEMPLATES),
        (dependencies.machine_in, TEXTS),
    ],
    ids=lambda value: f"{value.__module__}.{value.__name__}" if callable(value) else "",
)
def test_rule(rule: Callable[[Sources], list[str]], tree: Sources) -> None:
    assert len(tree) > 20, "the rule must have something to look at"
    assert rule(tree) == []


def test_the_median_file_is_short(record_testsuite_property: Callable[..., None]) -> None:
    record_testsuite_property("median lines of a file", sizes.middle(CODE))
    assert sizes.middle(CODE) <= sizes.MEDIAN


def test_foreign_keys_go_down() -> None:
    found = list(keys.edges(apps.get_models()))
    assert len(found) > 10
    assert keys.upward(found) == []


def test_the_page_the_linter_and_the_rule_name_the_same_floors() -> None:
    linter = TEXTS["pyproject.toml"].partition("Inside the kernel")[2]
    assert re.findall(r'^    "renda\.kernel\.(\w+)",', linter, re.MULTILINE) == imports.KERNEL
    told = TEXTS["docs/house.md"].partition("Inside the kernel, top to bottom:")[2]
    assert re.findall(r"`(\w+)`", told.partition(", the one clock")[0]) == imports.KERNEL


def test_import_linter_keeps_the_floors_too() -> None:
    linted = run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree.ROOT,
        capture_output=True,
        text=True,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_template_is_used_and_none_is_lost() -> None:
    sources = {**CODE, "docs": ""}
    assert pages.unused(TEMPLATES, sources, VENDOR_TEMPLATES) == []
    assert pages.lost(TEMPLATES, sources, VENDOR_TEMPLATES) == []


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_dependency_has_its_version_and_its_reason(name: str) -> None:
    assert dependencies.without_reason(TEXTS[name]) == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    assert "sha256:" in TEXTS[name]
    assert dependencies.addresses_in_lock(TEXTS[name]) == []
    assert dependencies.unhashed(TEXTS[name]) == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("command", ["glossary", "processes"])
def test_printed_pages_are_current(command: str) -> None:
    call_command(command, "--check")


def test_a_printed_page_that_is_old_is_found(settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match=r"suggestions\.md"):
        call_command("processes", "--check")
    call_command("processes")
    call_command("processes", "--check")


def test_no_word_of_another_house_is_in_the_catalogue() -> None:
    said = messages(read(po_path()))
    assert len(said) > 100
    assert [f for m in said for f in forbidden_in(str(m.string), str(m.id))] == []


LAWS = Path(os.environ.get("RENDA_TEST_DATA", tree.ROOT.parent / "shared" / "data")) / "laws"
FILES = {
    "代表法": "全国人民代表大会和地方各级人民代表大会代表法*.md",
    "组织法": "地方各级人民代表大会和地方各级人民政府组织法*.md",
    "选举法": "全国人民代表大会和地方各级人民代表大会选举法*.md",
}


def test_every_article_named_anywhere_exists() -> None:
    """In the steps, in the clocks, in docstrings and on pages."""
    if not LAWS.is_dir():
        pytest.skip("the shared laws are not here: set RENDA_TEST_DATA to a folder with laws/")
    texts = {law: next(LAWS.glob(name)).read_text("utf-8") for law, name in FILES.items()}
    pages = (TEXTS[f"docs/processes/{name}.md"] for name in ("suggestions", "deputies"))
    named = laws.citations("\n".join([*CODE.values(), *pages]))
    assert len(named) > 5
    assert laws.missing_articles(named, {law: laws.articles(t) for law, t in texts.items()}) == []


def test_articles_and_paragraphs_are_counted_in_an_invented_law() -> None:
    text = TEXTS["tests/rules/invented_law.md"]
    assert laws.articles(text) == {1: 1, 2: 2, 21: 2, 102: 1}
    law = {"代表法": laws.articles(text)}
    cited = laws.citations("代表法21.2、102 and 代表法2.3, 代表法22")
    assert cited == {("代表法", 21, 2), ("代表法", 102, 0), ("代表法", 2, 3), ("代表法", 22, 0)}
    assert laws.missing_articles(cited, law) == ["代表法2.3", "代表法22.0"]
