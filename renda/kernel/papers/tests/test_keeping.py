"""Kept whole or not at all; attached once; swept when nobody wanted it."""

import errno
import os
from datetime import timedelta
from types import SimpleNamespace

import pytest

from renda.kernel.moment import at, now
from renda.kernel.papers import proving, storing, sweeping
from renda.kernel.papers.keeping import attach, keep, set_aside
from renda.kernel.papers.models import Paper
from renda.kernel.papers.reading import papers_of
from renda.kernel.papers.storing import INCOMING, place
from renda.kernel.papers.sweeping import sweep
from renda.kernel.papers.tests import files
from renda.kernel.papers.tests.files import CLERK, upload
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db
META = SimpleNamespace(label_lower="things.thing")
THING = SimpleNamespace(pk=7, congress_id=1, _meta=META)
OTHER = SimpleNamespace(pk=8, congress_id=1, _meta=META)
DAYS = 86400


def kept(content=files.PDF):
    return keep(congress_id=1, uploaded_file=upload("a.pdf", content), uploaded_by=CLERK)


def lying(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def aged(path, days=2):
    then = path.stat().st_mtime - days * DAYS
    os.utime(path, (then, then))
    return path


def test_the_same_bytes_lie_once(folder):
    first, second = kept(), kept()
    assert first.pk != second.pk and first.sha256 == second.sha256
    assert lying(folder) == [first.sha256]
    assert place(1, first.sha256).read_bytes() == files.PDF
    assert place(1, first.sha256).stat().st_mode & 0o077 == 0


def test_two_congresses_share_no_file(folder):
    kept()
    keep(congress_id=2, uploaded_file=upload("a.pdf", files.PDF), uploaded_by=CLERK)
    assert len(lying(folder)) == 2


def test_a_full_disk_is_refused_in_words(folder, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storing.os, "fsync", full)
    with pytest.raises(Refused):
        kept()
    assert lying(folder) == [] and not Paper.objects.exists()


def test_another_fault_of_the_disk_is_ours(folder, monkeypatch):
    def broken(_handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(storing.os, "fsync", broken)
    with pytest.raises(OSError, match="Input"):
        kept()
    assert lying(folder) == []


def test_a_crash_before_the_move_leaves_nothing_at_the_place(folder, monkeypatch):
    def killed(_from, _to):
        raise SystemExit(9)

    with monkeypatch.context() as patched:
        patched.setattr(storing.os, "replace", killed)
        with pytest.raises(SystemExit):
            kept()
    assert [path.parent.name for path in folder.rglob("*") if path.is_file()] == [INCOMING]
    assert sweep() == 0
    aged(next((folder / INCOMING).iterdir()))
    assert sweep() == 1 and lying(folder) == []


def test_attached_once():
    paper = kept()
    attach(paper, THING)
    attach(paper, THING)
    assert papers_of("things.thing", [7, 8]) == [paper]
    with pytest.raises(ValueError, match="another subject"):
        attach(paper, OTHER)


def test_never_across_congresses():
    with pytest.raises(ValueError, match="congress"):
        attach(kept(), SimpleNamespace(pk=7, congress_id=2, _meta=META))


def test_a_paper_taken_back_leaves_the_list_but_not_the_disk(folder):
    paper = kept()
    attach(paper, THING)
    assert set_aside(Paper.objects.filter(pk=paper.pk)) == 1
    assert papers_of("things.thing", [7]) == []
    aged(place(1, paper.sha256))
    assert sweep() == 0 and lying(folder) == [paper.sha256]


def test_swept_after_a_day_when_nobody_wanted_it(folder):
    paper = kept()
    aged(place(1, paper.sha256))
    assert sweep() == 0
    with at(now() + timedelta(days=1, minutes=1)):
        assert sweep() == 2
    assert lying(folder) == [] and not Paper.objects.exists()
    with pytest.raises(Refused):
        attach(paper, THING)


def test_an_attached_paper_is_never_swept(folder):
    paper = kept()
    attach(paper, THING)
    aged(place(1, paper.sha256), days=400)
    with at(now() + timedelta(days=400)):
        assert sweep() == 0
    assert lying(folder) == [paper.sha256]


def test_a_young_file_without_a_row_may_still_get_one(folder):
    paper = kept()
    Paper.objects.all().delete()
    assert sweep() == 0
    aged(place(1, paper.sha256))
    assert sweep() == 1 and lying(folder) == []


def test_handed_in_again_while_it_is_swept(folder, monkeypatch):
    """The file becomes young between the first look and the last: it goes back to its place."""
    paper = kept()
    Paper.objects.all().delete()
    path = aged(place(1, paper.sha256))
    real = os.replace

    def beside(source, goal):
        os.utime(source)
        real(source, goal)

    monkeypatch.setattr(sweeping.os, "replace", beside)
    assert sweep() == 0 and path.is_file() and lying(folder) == [paper.sha256]


def test_a_sweep_killed_half_way_is_mended(folder):
    paper = kept()
    attach(paper, THING)
    path = aged(place(1, paper.sha256))
    path.rename(path.with_name(path.name + sweeping.ASIDE))
    assert sweep() == 0 and lying(folder) == [paper.sha256]


def test_sweeping_before_the_first_paper():
    assert sweep() == 0


def test_verify_sees_a_changed_and_a_missing_file():
    paper = kept()
    attach(paper, THING)
    assert list(proving.file_faults()) == []
    place(1, paper.sha256).write_bytes(b"forged")
    assert "changed" in str(next(proving.file_faults()))
    place(1, paper.sha256).unlink()
    assert "gone" in str(next(proving.file_faults()))
