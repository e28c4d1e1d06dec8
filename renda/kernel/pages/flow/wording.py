"""Words in a drawing: how wide they are, and where they break."""

from renda.kernel.pages.flow.shapes import Words

LETTER, NOTE = 13, 12


NOTE_LINE, CORNER, APART = 15, 8, 9


def width_of(text: str, size: float = LETTER) -> float:
    """How wide a text is, near enough: a Chinese character is square, a Latin one half of it."""
    return sum(size if ord(c) > 0x2E7F else size * 0.56 for c in text)


def wrap(text: str, width: float, size: float = LETTER) -> list[str]:
    """Lines no wider than `width`: broken at spaces, and between Chinese characters."""
    pieces: list[str] = []
    for c in text:
        joins = pieces and ord(c) <= 0x2E7F and ord(pieces[-1][-1]) <= 0x2E7F and pieces[-1] != " "
        if (joins and c != " ") or (pieces and c in "，。、；：）》"):
            pieces[-1] += c
        else:
            pieces.append(c)
    lines = [""]
    for piece in pieces:
        if lines[-1] and width_of(lines[-1] + piece, size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


Lines = list[tuple[str, str]]  # (text, kind)


def stacked(lines: Lines, x: float, middle: float, step: float) -> tuple[Words, ...]:
    """Lines one under the other around a middle."""
    first = middle - (len(lines) - 1) * step / 2 + LETTER * 0.36
    return tuple(Words(t, x, round(first + i * step, 1), k) for i, (t, k) in enumerate(lines))


def labelled(label: str, width: float, x: float, middle: float) -> tuple[Words, ...]:
    """A label broken into lines beside a way."""
    lines = wrap(label, width)
    return stacked([(line, "label") for line in lines], x, middle, LETTER + 3)
