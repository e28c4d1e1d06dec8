"""docs/coverage.md praises nothing that no test shows."""

from tests.rules import coverage, tree

PAGE = (tree.ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
KNOWN = coverage.test_ids(
    {n: t for n, t in tree.python(tests=True).items() if n.split("/")[-1].startswith("test_")}
)
WANTED = (
    "1.01 1.02 1.03 1.04 1.05 1.06 1.07 1.08 1.09 1.10 1.11 1.12 1.13 1.14 1.15 1.16 1.17 1.18 "
    "1.19 1.20 1.21 1.22 1.23 1.24 1.25 2.01 2.03 2.09 2.17 2.18 2.19 D1 D2 D3"
)


def test_the_page_is_right() -> None:
    assert len(KNOWN) > 100
    assert coverage.faults(PAGE, KNOWN) == []


def test_every_requirement_in_view_has_one_row() -> None:
    assert [row.id for row in coverage.rows(PAGE)] == WANTED.split()


def test_what_works_only_in_part_says_what_is_missing() -> None:
    for row in coverage.rows(PAGE):
        line = next(text for text in PAGE.splitlines() if text.startswith(f"| {row.id} "))
        missing = line.strip().strip("|").split("|")[-1].strip()
        assert bool(missing) == (row.state != "works"), row.id
