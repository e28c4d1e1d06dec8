"""A sentence under a name the extractor does not know would stay English for ever."""

import ast
from pathlib import Path

from django.conf import settings

from renda.kernel.words.extracting import KEYWORDS


def aliases(source: str) -> set[str]:
    """The names under which a file knows Django's translation functions."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            found |= {name.asname or name.name for name in node.names if "gettext" in name.name}
    return found


def test_an_unknown_name_is_seen():
    source = "from django.utils.translation import gettext_noop as says"
    assert aliases(source) - set(KEYWORDS) == {"says"}


def test_every_file_uses_names_the_extractor_knows():
    files = [p for p in (settings.BASE_DIR / "renda").rglob("*.py") if "tests" not in p.parts]
    unknown = {str(p): aliases(Path(p).read_text("utf-8")) - set(KEYWORDS) for p in files}
    assert {path: names for path, names in unknown.items() if names} == {}
