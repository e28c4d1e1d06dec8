"""Every sentence of the house, found in our Python files and templates."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

PLACES = ("config", "renda", "templates")
_PLAIN = ("_", "_now", "gettext", "gettext_lazy", "gettext_noop")
KEYWORDS = {
    **dict.fromkeys(_PLAIN),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# One sentence, or the singular and the plural of one.
MessageId = str | tuple[str, ...]


def found_in(root: Path) -> Catalog:
    """The sentences below these folders, without their translations. Tests do not count: what
    they quote is said elsewhere, or invented."""
    catalogue = Catalog(locale="zh_Hans", fuzzy=False)
    for path in _files(root):
        for msgid, context in _read(path):
            catalogue.add(msgid, context=context, locations=[(str(path.relative_to(root)), 0)])
    return catalogue


def ours() -> Catalog:
    """The sentences of this house."""
    return found_in(settings.BASE_DIR)


def _files(root: Path) -> Iterator[Path]:
    for place in PLACES:
        for path in sorted((root / place).rglob("*")):
            is_test = "tests" in path.relative_to(root).parts
            if path.suffix in (".py", ".html", ".txt") and not is_test:
                yield path


def _read(path: Path) -> Iterator[tuple[MessageId, str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Babel's tokenizer minds the indentation that a template's text leaves behind.
        text = "\n".join(map(str.strip, templatize(text, origin=str(path)).splitlines()))
    source = io.BytesIO(text.encode())
    for _line, msgid, _comments, context in extract("python", source, KEYWORDS):
        yield msgid, context
