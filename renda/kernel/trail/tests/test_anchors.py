"""Anchors outside the database show what the database alone cannot; and the command's answers."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from renda.kernel.moment import now
from renda.kernel.trail import anchors
from renda.kernel.trail.models import Chain, Event, Words
from renda.kernel.trail.record import erase_words
from renda.kernel.trail.tests.telling import PLACE, behind_the_triggers, reword, rewrite, tell
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path, settings):
    """The home's anchor file in a folder of its own."""
    from dataclasses import replace

    settings.HOME = replace(settings.HOME, path=tmp_path)
    return tmp_path / "anchors.jsonl"


def kinds(path):
    """What is found against these anchors."""
    return [fault.kind for fault in faults(path)]


def test_each_night_the_head_of_every_chain_is_added(kept):
    tell("一", "二")
    assert anchors.drop_anchors() >= 1
    tell("三")
    anchors.drop_anchors()
    marks = anchors.read_anchors(kept)
    assert {(PLACE, 2), (PLACE, 3)} <= set(marks)
    assert kinds(kept) == []


def test_a_chain_rewritten_from_the_start_is_found_by_its_anchor(kept):
    tell("一", "二", "三")
    anchors.drop_anchors()
    rewrite(actor_id=99)
    assert kinds(None) == []
    fault = next(faults(kept))
    assert (fault.kind, fault.congress_id, fault.seq) == ("anchor", PLACE, 3)


def test_words_rewritten_with_the_whole_chain_are_found_too(kept):
    event = tell("一", "二")[0]
    anchors.drop_anchors()
    rewrite(words_hash=reword(event, "从没说过"))
    assert kinds(None) == []
    assert kinds(kept) == ["anchor"]


def test_a_quiet_congress_does_not_anchor_the_forgery_over_the_truth(kept):
    """Nothing happened since, so the next night writes the same place again: the first counts."""
    tell("一", "二")
    anchors.drop_anchors()
    rewrite(actor_id=99)
    anchors.drop_anchors()
    assert "anchor" in kinds(kept)


def test_a_tail_cut_off_with_its_head_mended_is_found(kept):
    events = tell(*"一二三四五")
    anchors.drop_anchors()
    with behind_the_triggers():
        Event.objects.filter(congress_id=PLACE, seq__gt=2).delete()
    Chain.objects.filter(congress_id=PLACE).update(seq=2, head=events[1].hash)
    Words.objects.filter(event_id__in=[e.pk for e in events[2:]]).delete()
    assert kinds(None) == []
    fault = next(faults(kept))
    assert (fault.kind, fault.seq) == ("anchor", 5)


def test_a_last_line_cut_off_by_a_crash_is_left_out_and_spoils_no_other(kept):
    tell("一")
    anchors.drop_anchors()
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole + '{"congress": 4711, "se', encoding="utf-8")
    assert kinds(kept) == []
    lowest = Chain.objects.filter(seq__gt=0).order_by("congress_id")[0]
    tell("二", congress=lowest.congress_id)  # it comes first, where the cut-off line ends
    anchors.drop_anchors()
    assert (lowest.congress_id, lowest.seq + 1) in anchors.read_anchors(kept)
    assert kinds(kept) == []


@pytest.mark.parametrize("text", ["", "\n", "[]\n", "17\n", '{"congress": 1}\n', "\ufffd\n"])
def test_lines_that_are_no_anchors_are_left_out(kept, text):
    kept.write_text(text, encoding="utf-8")
    assert anchors.read_anchors(kept) == {}


def verify(*args):
    """What the command prints."""
    said = StringIO()
    call_command("verify", *args, stdout=said)
    return said.getvalue()


def test_the_command_counts_what_is_whole(kept):
    tell("一", "二")
    anchors.drop_anchors()
    said = verify()
    assert said.startswith("Whole: ") and f"{Event.objects.count()} events" in said
    assert verify("--anchors", str(kept)) == said


def test_the_command_names_the_first_fault_and_exits_with_one(kept):
    event = tell("一", "二")[0]
    with behind_the_triggers():
        Event.objects.filter(pk=event.pk).update(actor_id=99)
    with pytest.raises(CommandError) as refused:
        verify()
    assert refused.value.returncode == 1
    assert str(refused.value).startswith(f"NOT WHOLE. event: congress {PLACE}, event 1:")


def test_the_command_wants_an_anchor_file_that_is_there(tmp_path):
    with pytest.raises(CommandError, match="is not there"):
        verify("--anchors", str(tmp_path / "none"))


def test_the_command_says_which_words_were_erased_by_which_event(kept):
    event = tell("一", "二")[0]
    erased = erase_words(event, actor_id=7)
    said = verify()
    assert said.startswith("Whole: ")
    assert f"congress {PLACE}: the words of event 1 were erased by event {erased.seq}" in said


def test_anchors_carry_their_moment(kept):
    import json

    tell("一")
    anchors.drop_anchors()
    line = json.loads(kept.read_text(encoding="utf-8").splitlines()[-1])
    assert line["at"][:10] == now().date().isoformat() and line["at"].endswith("+08:00")
