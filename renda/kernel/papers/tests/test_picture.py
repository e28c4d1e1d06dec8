"""A photograph is kept without where it was taken, and the right way up."""

import pytest

from renda.kernel.papers.keeping import keep
from renda.kernel.papers.picture import BadPicture, without_traces
from renda.kernel.papers.storing import place
from renda.kernel.papers.tests import files
from renda.kernel.papers.tests.files import CLERK, END, JFIF, SCAN, TABLE, exif, segment, upload


def cleaned(*parts: bytes) -> bytes:
    return b"".join(without_traces(b"\xff\xd8" + b"".join(parts)))


def test_a_plain_picture_stays_as_it_is():
    assert b"".join(without_traces(files.JPEG)) == files.JPEG


@pytest.mark.parametrize("order", ["big", "little"])
def test_the_place_goes_and_which_way_up_stays(order):
    clean = cleaned(exif(6, order), TABLE, SCAN, END)
    assert files.PLACE not in clean
    assert clean == b"\xff\xd8" + exif(6)[:2] + b"\0\x22" + exif(6)[4:36] + TABLE + SCAN + END


def test_an_upright_picture_needs_no_note():
    assert cleaned(exif(1), TABLE, SCAN, END) == b"\xff\xd8" + TABLE + SCAN + END


def test_notes_of_other_programs_go_but_colours_stay():
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + files.PLACE)
    second = segment(0xE2, b"MPF\0" + files.PLACE)
    press = segment(0xED, b"Photoshop 3.0\0" + files.PLACE)
    colours = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
    adobe = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
    clean = cleaned(JFIF, xmp, second, press, colours, adobe, TABLE, SCAN, END)
    assert clean == b"\xff\xd8" + JFIF + colours + adobe + TABLE + SCAN + END


def test_what_hangs_behind_the_picture_goes():
    film = b"\0\0\0\x18ftypmp42" + files.PLACE
    assert cleaned(TABLE, SCAN, END, film) == b"\xff\xd8" + TABLE + SCAN + END


def test_a_picture_in_several_scans():
    parts = (TABLE, SCAN, exif(6), TABLE, SCAN, END)
    assert files.PLACE not in cleaned(*parts)
    assert cleaned(*parts).count(SCAN) == 2


def test_filling_bytes_and_a_picture_cut_off():
    assert cleaned(b"\xff\xff\xff", TABLE, SCAN) == b"\xff\xd8" + TABLE + SCAN


@pytest.mark.parametrize(
    "bad", [b"\xff\xe0\0\1", b"\xff\xe0\xff\xff", b"text", b"\xff"], ids=range(4)
)
def test_a_damaged_picture(bad):
    with pytest.raises(BadPicture):
        cleaned(bad)


@pytest.mark.parametrize("length", range(0, len(exif(6)), 7))
def test_a_note_cut_short_harms_nobody(length):
    cleaned(segment(0xE1, exif(6)[4 : 4 + length]), TABLE, SCAN, END)


@pytest.mark.django_db
def test_the_hash_is_of_what_is_kept():
    photo = b"\xff\xd8" + exif(6) + TABLE + SCAN + END
    paper = keep(congress_id=1, uploaded_file=upload("page.jpg", photo), uploaded_by=CLERK)
    stored = place(1, paper.sha256).read_bytes()
    assert files.PLACE not in stored and len(stored) == paper.size
