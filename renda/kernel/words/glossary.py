"""The glossary: what a thing is called in Chinese, in English and in the code."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

HERE = Path(__file__).parent
OPENING = """\
# Glossary

Printed from `renda/kernel/words/glossary.toml` by `manage.py glossary`; change it there. One word
for one thing, in the code and on the screen. Words to avoid stand in
`renda/kernel/words/forbidden.toml`.

| 中文 | English | in the code | note |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Term:
    """One thing and its names."""

    zh: str
    en: str
    code: str
    note: str = ""


def terms() -> list[Term]:
    """The glossary in its order: the congress, its people, then process by process."""
    said = tomllib.loads((HERE / "glossary.toml").read_text(encoding="utf-8"))
    return [Term(**row) for row in said["terms"]]


def printed() -> str:
    """The page for people."""
    lines = (f"| {t.zh} | {t.en} | `{t.code}` | {t.note} |\n" for t in terms())
    return OPENING + "".join(lines)


def page() -> Path:
    """Where the page is kept."""
    return Path(settings.BASE_DIR) / "docs" / "glossary.md"
