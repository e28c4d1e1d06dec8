"""The drawing of a process keeps its boxes apart, its words inside, and its facts right."""

from itertools import pairwise

import pytest

from renda.kernel.pages.flow import Drawing, Flow, Loop, Stage, lanes, lay_out, width_of, wrap

NINE = ["提出", "审查", "会商", "交办", "签收", "办理沟通", "答复", "代表评价", "办结"]
BACK = [
    Loop("退回修改", 1, 0),
    Loop("退办", 4, 3),
    Loop("不满意，重新办理", 7, 5, True),
    Loop("补充", 6, 5),
]


def drawn(many: int) -> Flow:
    """A flow of so many stages, the fourth of them here."""
    marks = ["done"] * 3 + ["here"] + ["todo"] * 9
    stages = [Stage(label, "12月28日", marks[i]) for i, label in enumerate(NINE[:many])]
    return lay_out(stages, [x for x in BACK if max(x.start, x.end) < many])


@pytest.mark.parametrize("many", range(5, 10))
def test_words_stay_inside_their_box_and_the_drawing(many: int) -> None:
    for drawing in (drawn(many).broad, drawn(many).tall):
        for box in drawing.boxes:
            assert len(box.words) <= 2
            for words in box.words:
                half = width_of(words.text) / 2
                assert box.x <= words.x - half and words.x + half <= box.x + drawing.box_width
                assert box.y < words.y < box.y + drawing.box_height
        assert all(0 < w.y < drawing.height for loop in drawing.loops for w in loop.words)


@pytest.mark.parametrize("many", range(5, 10))
def test_boxes_and_words_beside_them_do_not_touch(many: int) -> None:
    broad = drawn(many).broad
    lefts = [box.x for box in broad.boxes]
    assert all(b - a >= broad.box_width + 20 for a, b in pairwise(lefts))
    assert all(b - a >= width_of("12月28日", 12) for a, b in pairwise(lefts))
    tall = drawn(many).tall
    assert all(w.x - width_of(w.text, 12) >= 0 for box in tall.boxes for w in box.beside)


@pytest.mark.parametrize("many", range(5, 10))
def test_words_of_loops_do_not_cover_each_other(many: int) -> None:
    for drawing in (drawn(many).broad, drawn(many).tall):
        assert not covered(drawing)


def covered(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of loop words that lie on each other."""
    spots = []
    for words in (w for loop in drawing.loops for w in loop.words):
        wide = width_of(words.text, 12)
        left = words.x if words.kind.endswith("start") else words.x - wide / 2
        spots.append((words.text, left, left + wide, words.y))
    return [
        (a[0], b[0])
        for i, a in enumerate(spots)
        for b in spots[i + 1 :]
        if a[1] < b[2] and b[1] < a[2] and abs(a[3] - b[3]) < 12
    ]


def test_it_says_what_the_eye_sees() -> None:
    flow = drawn(9)
    assert (flow.here, flow.done, flow.labels) == ("交办", 3, tuple(NINE))
    assert flow.ways_back == ("退回修改", "退办", "不满意，重新办理", "补充")
    assert flow.broad.pin and flow.tall.pin and flow.is_many
    assert [way.is_gone for way in flow.broad.ways] == [True] * 3 + [False] * 5
    assert [loop.is_gone for loop in flow.broad.loops] == [False, False, True, False]


def test_a_process_that_is_over_has_no_pin() -> None:
    flow = lay_out([Stage("提出", "", "done"), Stage("办结", "", "done")], [])
    assert (flow.here, flow.broad.pin, flow.tall.pin, flow.is_many) == ("", "", "", False)


def test_a_loop_needs_its_stages() -> None:
    with pytest.raises(ValueError):
        lay_out([Stage("提出")], [Loop("退回", 1, 0)])
    with pytest.raises(ValueError):
        lay_out([], [])


def test_lines_break_at_spaces_and_between_characters_but_not_before_marks() -> None:
    assert wrap("Being handled", 60) == ["Being", "handled"]
    assert wrap("不满意，重新办理", 52) == ["不满意，", "重新办理"]
    assert wrap("不满意，再办", 39) == ["不满", "意，再", "办"]
    assert wrap("", 50) == []


def test_a_lane_holds_spans_that_do_not_touch() -> None:
    assert lanes([(0, 10), (20, 30), (5, 25)]) == [0, 0, 1]
