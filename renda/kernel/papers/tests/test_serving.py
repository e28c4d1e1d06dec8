"""A paper is seen by whoever may read its subject; to all others it does not exist."""

from types import SimpleNamespace

import pytest
from django.http import Http404
from django.test import RequestFactory

from renda.kernel.papers import reading
from renda.kernel.papers.keeping import attach, keep, set_aside
from renda.kernel.papers.models import Paper
from renda.kernel.papers.storing import place
from renda.kernel.papers.tests import files
from renda.kernel.papers.tests.files import CLERK, upload
from renda.kernel.papers.views import paper as view
from renda.kernel.permits.actor import Actor, Held

pytestmark = pytest.mark.django_db
THING = SimpleNamespace(pk=7, congress_id=1, _meta=SimpleNamespace(label_lower="things.thing"))
READER = Actor(None, 1, frozenset({Held("reader", 7)}))


@pytest.fixture(autouse=True)
def permit(monkeypatch):
    monkeypatch.setattr(reading, "_permits", {})
    reading.may_read("things.thing", lambda actor, pk: actor.holds("reader", pk))


def kept(name="a.pdf", content=files.PDF, is_attached=True):
    paper = keep(congress_id=1, uploaded_file=upload(name, content), uploaded_by=CLERK)
    if is_attached:
        attach(paper, THING)
    return paper


def asked(paper, actor=READER, congress=1):
    request = RequestFactory().get("/")
    request.actor, request.congress = actor, SimpleNamespace(pk=congress)
    try:
        return view(request, pk=paper.pk)
    except Http404:
        return None


def body(answer):
    return b"".join(answer.streaming_content)


def test_the_reader_gets_it_sealed():
    answer = asked(kept("意见 “一”.pdf"))
    assert body(answer) == files.PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    said = answer["Content-Disposition"]
    assert said.startswith("inline; filename*=utf-8''%E6%84%8F%E8%A7%81%20")


def test_a_picture_opens_in_a_sandbox_and_heic_is_downloaded():
    picture = asked(kept("a.png", files.PNG))
    assert picture["Content-Disposition"].startswith("inline")
    assert picture["Content-Security-Policy"].endswith("; sandbox")
    assert asked(kept("a.heic", files.HEIC))["Content-Disposition"].startswith("attachment")


def test_a_pdf_that_runs_something_is_only_downloaded():
    answer = asked(kept(content=files.PDF + b"/JavaScript"))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].endswith("; sandbox")


def test_everybody_else_is_told_of_nothing():
    paper = kept()
    assert asked(paper, Actor(None, 1)) is None
    assert asked(paper, Actor(None, 1, frozenset({Held("reader", 8)}))) is None
    assert asked(SimpleNamespace(pk=paper.pk + 1)) is None


def test_another_congress():
    assert asked(kept(), congress=2) is None


def test_loose_void_and_unknown_papers():
    assert asked(kept(is_attached=False)) is None
    paper = kept()
    Paper.objects.filter(pk=paper.pk).update(subject_type="unknown.thing")
    assert asked(paper) is None
    paper = kept()
    set_aside(Paper.objects.filter(pk=paper.pk))
    assert asked(paper) is None


def test_a_file_that_is_gone():
    paper = kept()
    place(1, paper.sha256).unlink()
    assert asked(paper) is None


def test_only_read():
    request = RequestFactory().post("/")
    assert view(request, pk=1).status_code == 405
