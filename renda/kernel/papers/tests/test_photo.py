"""A photograph: JPEG or PNG, small enough for a page, without where and with what it was taken."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.kernel.papers.checking import PHOTO_LIMIT, check
from renda.kernel.papers.fields import PhotoField
from renda.kernel.papers.models import Kind
from renda.kernel.papers.picture import BadPicture, png_without_traces
from renda.kernel.permits.refusal import Refused
from renda.suggestions.demo.telling import blank_sheet

SHEET = blank_sheet(40, 60)


def chunk(kind, body=b""):
    return len(body).to_bytes(4, "big") + kind + body + b"\0\0\0\0"


def test_only_the_chunks_that_make_the_picture_stay():
    head, rest = SHEET[:33], SHEET[33:]
    told = head + chunk(b"eXIf", b"place") + chunk(b"tEXt", b"who") + chunk(b"gAMA", b"1234") + rest
    kept = b"".join(png_without_traces(told + b"behind the end"))
    assert kept == head + chunk(b"gAMA", b"1234") + rest


@pytest.mark.parametrize("cut", [0, 5, 20, 34, 60, len(SHEET) - 1])
def test_a_picture_that_is_cut_is_refused(cut):
    with pytest.raises(BadPicture):
        list(png_without_traces(SHEET[:cut]))


def test_a_photograph_is_no_pdf_and_has_a_limit_of_its_own():
    with pytest.raises(Refused):
        check(SimpleUploadedFile("a.pdf", b"%PDF-1.7 " + b"x" * 300), Kind.PHOTO)
    big = SimpleUploadedFile("a.png", SHEET + b"\0" * PHOTO_LIMIT)
    with pytest.raises(Refused, match="3"):
        check(big, Kind.PHOTO)
    assert check(big).mime == "image/png", "as a scan it may be so big"


def test_the_field_tells_the_browser_what_to_offer():
    attrs = PhotoField().widget.attrs
    assert attrs["data-limit"] == str(PHOTO_LIMIT) and ".pdf" not in attrs["accept"]
