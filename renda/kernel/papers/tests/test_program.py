"""A PDF that runs something is kept, but only downloaded."""

import zlib

import pytest

from renda.kernel.papers.keeping import keep
from renda.kernel.papers.tests import files
from renda.kernel.papers.tests.files import CLERK, upload

pytestmark = pytest.mark.django_db


def packed(content: bytes) -> bytes:
    return b"%PDF-1.5\n2 0 obj<</Type/ObjStm/N 1>>stream\r\n" + content + b"\nendstream\n%%EOF"


PLAIN_PART = zlib.compress(b"1 0 <</Type/Page>>")
RUNS = [
    files.PDF + b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
    files.PDF + b"<</S /J#61vaScript>>",
    files.PDF + b"<</S/Launch/F(cmd.exe)>>",
    files.PDF + b"<</Type/EmbeddedFile>>",
    files.PDF + b"<</Encrypt 5 0 R>>",
    packed(zlib.compress(b"1 0 <</S/JavaScript>>")),
    packed(b"not packed the usual way"),
    packed(PLAIN_PART[:-3]),
]


def is_download_only(content):
    paper = keep(congress_id=1, uploaded_file=upload("a.pdf", content), uploaded_by=CLERK)
    return paper.is_download_only


@pytest.mark.parametrize("content", RUNS, ids=range(len(RUNS)))
def test_only_downloaded(content):
    assert is_download_only(content)


@pytest.mark.parametrize("content", [files.PDF, packed(PLAIN_PART)], ids=["old", "packed"])
def test_opened_in_the_browser(content):
    assert not is_download_only(content)
