"""The catalogue as a file: sorted, without dates and line numbers, so that changes are small."""

import io
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

LOCALE = "zh_Hans"
HEADER = """\
# Renda: every sentence in Chinese. Kept in order by: manage.py catalogue
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def po_path() -> Path:
    """Where the Chinese is written."""
    return Path(settings.LOCALE_PATHS[0]) / LOCALE / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    """The catalogue in a file; an empty one when there is none yet."""
    if not path.is_file():
        return Catalog(locale=LOCALE, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=LOCALE)


def messages(catalogue: Catalog) -> list[Message]:
    """Its sentences without the header."""
    return [message for message in catalogue if message.id]


def is_translated(message: Message) -> bool:
    """Whether something stands beside the sentence."""
    said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(said) and all(said)


def text(catalogue: Catalog) -> str:
    """The file's text."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return HEADER + out.getvalue().decode("utf-8").strip() + "\n"


def write(path: Path, catalogue: Catalog) -> None:
    """Write it down; an unchanged file is left as it is."""
    new = text(catalogue)
    if path.is_file() and path.read_text(encoding="utf-8") == new:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(new, encoding="utf-8")


def compile_stale() -> list[Path]:
    """Compile what is newer than its compiled form, in one stroke each: two processes may start
    at once. Returns what was compiled."""
    made = []
    for folder in settings.LOCALE_PATHS:
        for path in sorted(Path(folder).glob("*/LC_MESSAGES/django.po")):
            compiled = path.with_suffix(".mo")
            if not compiled.is_file() or compiled.stat().st_mtime < path.stat().st_mtime:
                _compile(path, compiled)
                made.append(compiled)
    return made


def _compile(path: Path, compiled: Path) -> None:
    with NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
        write_mo(file, read(path))
    os.chmod(file.name, 0o644)
    os.replace(file.name, compiled)
