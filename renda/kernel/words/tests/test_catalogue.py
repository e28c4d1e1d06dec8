"""From the code to the catalogue, from there to the screen."""

import os

import pytest
from django.core.management import CommandError, call_command
from django.template import engines
from django.utils import translation
from django.utils.translation import trans_real

from renda.kernel.words import po
from renda.kernel.words.extracting import found_in
from renda.kernel.words.merging import merged, taken_over, untranslated
from renda.kernel.words.tests import house

SAID = {
    ("Assign", None),
    ("Two lines are one.", None),
    ("May", "month"),
    ("Hello", None),
    ("Hand back", None),
    (("%(name)s has %(n)s day", "%(name)s has %(n)s days"), None),
    ("100%% done by %(who)s", "of a form"),
    ("Something else", None),
    ("Talk with the deputy.", None),
    (("%d item", "%d items"), None),
    ("Reply", "a verb"),
    (("%d act", "%d acts"), "a verb"),
}
CHINESE = {
    "Assign": "交办",
    "Two lines are one.": "两行是一句。",
    "May": "五月",
    "Hello": "您好",
    "Hand back": "退办",
    "100%% done by %(who)s": "%(who)s办了100%%",
    "Something else": "别的",
    "Talk with the deputy.": "请先与代表沟通。",
    "Reply": "答复",
    "%(name)s has %(n)s day": "%(name)s还有%(n)s天",
    "%d item": "%d 件",
    "%d act": "%d 项",
}


@pytest.fixture
def home(settings, tmp_path):
    """A house with a catalogue of its own, which the screen speaks."""
    settings.BASE_DIR = house.build(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    yield tmp_path
    trans_real._translations = {}
    trans_real._default = None


def speak_anew():
    trans_real._translations = {}
    trans_real._default = None


def filled(catalogue):
    for message in po.messages(catalogue):
        first = message.id[0] if isinstance(message.id, tuple) else message.id
        message.string = (CHINESE[first],) if isinstance(message.id, tuple) else CHINESE[first]
    return catalogue


def test_everything_said_is_found(home):
    found = {(m.id, m.context) for m in po.messages(found_in(home))}
    assert found == SAID


def test_from_the_code_to_the_screen(home):
    po.write(po.po_path(), filled(merged(po.read(po.po_path()), found_in(home))))
    assert [path.name for path in po.compile_stale()] == ["django.mo"]
    speak_anew()
    page = engines["django"].from_string(house.TEMPLATE)
    with translation.override("zh-hans"):
        shown = page.render({"n": 3, "who": "其其格", "a": ""})
        assert "两行是一句。" in shown and "五月" in shown and 'title="退办"' in shown
        assert "其其格还有3天" in shown and "其其格办了100%" in shown and "别的" in shown
        assert translation.ngettext("%d item", "%d items", 2) % 2 == "2 件"
        assert translation.ngettext("%d item", "%d items", 1) % 1 == "1 件"
        assert translation.pgettext("a verb", "Reply") == "答复"
    with translation.override("en"):
        shown = page.render({"n": 1, "who": "Alice", "a": ""})
        assert "Alice has 1 day" in shown and "100% done by Alice" in shown


def test_merging_keeps_the_chinese_and_drops_what_is_no_longer_said(home):
    old = filled(merged(po.read(po.po_path()), found_in(home)))
    old.get("Assign").user_comments.append("as in the law")
    old.add("No longer said", "不再说了")
    new = merged(old, found_in(home))
    assert new.get("Assign").string == "交办" and "as in the law" in po.text(new)
    assert new.get("No longer said") is None
    assert not po.messages(untranslated(new))


def test_the_file_is_in_order_and_has_no_dates(home):
    text = po.text(filled(found_in(home)))
    ids = [line for line in text.splitlines() if line.startswith("msgid ")][1:]
    assert "#:" not in text and "Date" not in text and "nplurals=1" in text
    assert ids.index('msgid "Assign"') < ids.index('msgid "Hello"') < ids.index('msgid "May"')
    po.write(po.po_path(), po.read(po.po_path()))
    again = po.text(filled(merged(po.read(po.po_path()), found_in(home))))
    assert again == text


def test_an_unchanged_file_is_not_written_again(home):
    path = po.po_path()
    po.write(path, found_in(home))
    os.utime(path, (1, 1))
    po.write(path, found_in(home))
    assert path.stat().st_mtime == 1


def test_only_what_is_stale_is_compiled(home):
    po.write(po.po_path(), filled(found_in(home)))
    compiled = po.po_path().with_suffix(".mo")
    call_command("catalogue", "--compile")
    first = compiled.stat()
    assert po.compile_stale() == [] and first.st_mode & 0o777 == 0o644
    os.utime(po.po_path(), (first.st_mtime + 5, first.st_mtime + 5))
    assert po.compile_stale() == [compiled]
    assert [p.name for p in compiled.parent.iterdir() if p.suffix == ".tmp"] == []


def test_the_command_from_nothing_to_complete(home, capsys):
    call_command("catalogue")
    assert "12 sentences, 0 taken over, 12 without Chinese" in capsys.readouterr().out
    with pytest.raises(CommandError, match="12 faults"):
        call_command("catalogue", "--check")
    capsys.readouterr()
    call_command("catalogue", "--todo")
    todo = home / "todo.po"
    todo.write_text(capsys.readouterr().out, encoding="utf-8")
    po.write(home / "filled.po", filled(po.read(todo)))
    call_command("catalogue", "--take", str(home / "filled.po"))
    assert "12 taken over, 0 without Chinese" in capsys.readouterr().out
    call_command("catalogue", "--check")


def test_what_the_catalogue_does_not_know_is_not_taken(home):
    catalogue, stranger = found_in(home), found_in(home)
    stranger.add("Of another house", "别家的话")
    assert taken_over(catalogue, stranger) == 0
    assert catalogue.get("Of another house") is None
