"""Hostile text: what people paste, what programs send, what breaks databases and pages."""

from hypothesis import strategies as st

# A mark that may never appear in a page as it is.
TAG = "<script>alert(41)</script>"
PIECES = (
    TAG,
    f'"><img src=x onerror=alert(1)>{TAG}',
    "'; DROP TABLE suggestions_suggestion; --",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "%(item)s %s %n {0} ${7*7}",
    "\x00",
    "前\x00后",
    "\x01\x07\x08\x0b\x0c\x1b[31m\x7f\x85",
    "\r\nSet-Cookie: a=b\r\n\r\n",
    "\u202e\u200f\u2066倒\u2069",
    "\u200b\ufeff\u00a0\u3000",
    "\ufffe\uffff\U0010ffff",
    "𠮷👩‍👩‍👧‍👦🏴‍☠️",
    "e" + "\u0301" * 400,
    "长" * 100_000,
    "0" * 5_000,
    "9" * 30,
    "-1",
    "9223372036854775808",
    "-9223372036854775809",
    "1e999",
    "NaN",
    "１２３",
    "٣٤",
    "²",
    "Ⅷ",
    "0x10",
    "../../../etc/passwd",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "２０２６-０１-０１",
    "00:00",
    "25:61",
    "A",
    "",
)

# Lone surrogates cannot be typed, only sent as broken bytes: see `broken_bytes`.
texts = st.one_of(
    st.sampled_from(PIECES),
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=3).map("".join),
)
BROKEN = (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"%", b"\xe9")
numbers = st.one_of(
    st.sampled_from(["0", "1", "-1", "9" * 18, "9" * 19, "9" * 40, "9" * 5000, "٣", "²", "１"]),
    st.integers().map(str),
)


def fields(*names: str) -> st.SearchStrategy[dict[str, str]]:
    """Some of these fields, each with hostile text."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(names, texts))


def escapes(page: str) -> bool:
    """Whether the tag, if it is in the page at all, is only there escaped."""
    return TAG not in page and "onerror=alert(1)>" not in page
