"""Whatever bytes and names arrive: a clean answer, never a fault of ours."""

from hypothesis import given
from hypothesis import strategies as st

from renda.kernel.papers.media import SCANS, sniff
from renda.kernel.papers.naming import LONGEST, clean, ending_of
from renda.kernel.papers.picture import BadPicture, without_traces
from renda.kernel.papers.tests.files import END, SCAN, exif, segment

PARTS = st.one_of(
    st.binary(max_size=60),
    st.builds(segment, st.integers(0xC0, 0xFE), st.binary(max_size=40)),
    st.builds(exif, st.integers(0, 65535), st.sampled_from(["big", "little"])),
    st.sampled_from([SCAN, END]),
)


@given(st.lists(PARTS, max_size=8))
def test_pictures(parts):
    photo = b"\xff\xd8" + b"".join(parts)
    try:
        once = b"".join(without_traces(photo))
    except BadPicture:
        return
    assert b"".join(without_traces(once)) == once
    assert len(once) <= len(photo) + 36 * photo.count(b"Exif")


@given(st.text(max_size=400))
def test_names(name):
    cleaned = clean(name)
    assert len(cleaned) <= LONGEST and not set(cleaned) & set("/\\\r\n\0\u202e")
    assert ending_of(name) == ending_of(cleaned)


@given(st.binary(max_size=300))
def test_beginnings(beginning):
    assert sniff(beginning) in (None, *SCANS)
