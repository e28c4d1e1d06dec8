"""One word for one thing, and the page says what the list says."""

import pytest
from django.core.management import CommandError, call_command

from renda.kernel.words.forbidding import forbidden_in
from renda.kernel.words.glossary import page, printed, terms


def test_the_page_is_current():
    assert page().read_text(encoding="utf-8") == printed()
    call_command("glossary", "--check")


def test_the_command_writes_the_page(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match="old"):
        call_command("glossary", "--check")
    call_command("glossary")
    call_command("glossary", "--check")


def test_one_word_for_one_thing():
    for of in ("zh", "code", "en"):
        names = [getattr(term, of) for term in terms()]
        assert len(names) == len(set(names))
    assert not [t.zh for t in terms() if forbidden_in(t.zh, "")]
    assert "| 交办 | assign | `assign` |" in printed()
