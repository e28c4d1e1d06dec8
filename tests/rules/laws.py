"""Every step and clock says on which article it stands, and the article is there."""

import re
from collections.abc import Iterable, Mapping

LAWS = ("代表法", "组织法", "选举法")
_ARTICLE = r"\d+(?:\.\d+)?"
_CITES = re.compile(rf"(?:{'|'.join(LAWS)}){_ARTICLE}(?:、(?:{'|'.join(LAWS)})?{_ARTICLE})*")
_CITED = re.compile(rf"({'|'.join(LAWS)})((?:{_ARTICLE})(?:、{_ARTICLE})*)")
_HEAD = re.compile(r"^第([零一二三四五六七八九十百]+)条\s")
_ITEM = re.compile(r"^（[一二三四五六七八九十]+）")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
Articles = Mapping[int, int]  # an article's number: how many paragraphs it has


def uncited(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Steps and clocks, as (name, cites), that cite nothing one could look up."""
    return [f"{n}: {c!r}" for n, c in rows if c != "local" and not _CITES.fullmatch(c)]


def citations(text: str) -> set[tuple[str, int, int]]:
    """The articles named in a text, as (law, article, paragraph); 0 when no paragraph is named."""
    found = set()
    for law, numbers in _CITED.findall(text):
        for number in numbers.split("、"):
            article, _dot, paragraph = number.partition(".")
            found.add((law, int(article), int(paragraph or 0)))
    return found


def missing_articles(
    cited: Iterable[tuple[str, int, int]], laws: Mapping[str, Articles]
) -> list[str]:
    """Citations of an article or a paragraph that the law does not have."""
    return [
        f"{law}{article}.{paragraph}"
        for law, article, paragraph in sorted(cited)
        if paragraph > laws[law].get(article, -1)
    ]


def articles(text: str) -> dict[int, int]:
    """The articles of a law's text, each with its number of paragraphs; items of a list belong to
    the paragraph before them."""
    found: dict[int, int] = {}
    current = 0
    for line in text.splitlines():
        if head := _HEAD.match(line):
            current = numeral(head.group(1))
            found[current] = 1
        elif line.startswith("#"):
            current = 0
        elif current and line.strip() and not _ITEM.match(line.strip()):
            found[current] += 1
    return found


def numeral(written: str) -> int:
    """五十一 is 51."""
    total, digit = 0, 0
    for c in written:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[c]
            digit = 0
    return total + digit
