"""Local rules on their page: what holds here, its bounds, who set it, and back to the usual."""

import pytest

from renda.congress.local_rules import bounds_of, rule_named, rules_by_group, worded
from renda.congress.tests.pages import browser, read, send
from renda.kernel.clock.models import Deadline
from renda.kernel.clock.rules import DECLARED as SPANS
from renda.kernel.clock.rules import rules_of
from renda.kernel.clock.spans import WorkingDays
from renda.kernel.options.declaring import DECLARED, GROUPS, Option, options_of
from tests.life import Life

pytestmark = pytest.mark.django_db
URL = "/hewan/registers/rules/"
RECEIVE, NUMBERING = "suggestions.receive", "congress.numbering_standing_committee"
ADMIN, CLERK = "高珺", "白玥琪"


@pytest.fixture
def admin(city):
    return browser(city, ADMIN)


@pytest.fixture
def declared():
    before = dict(DECLARED)
    yield
    DECLARED.clear()
    DECLARED.update(before)


def set_to(client, key, value, seen):
    return send(client, f"{URL}{key}/set/", value=value, seen=seen)


def test_every_declared_rule_stands_there_with_bounds(admin, city):
    page = read(admin, URL)
    shown = [
        rule for _label, rules in rules_by_group(city.congresses["hewan"].pk) for rule in rules
    ]
    assert {rule.key for rule in shown} == {*SPANS, *DECLARED}
    assert all(f"{URL}{rule.key}/" in page for rule in shown)
    for said in ("建议", "各项流程", "承办单位签收的期限", "1 个工作日至15 个工作日", "按届"):
        assert said in page


def test_the_administrator_sets_a_length_and_the_page_says_who(admin, city):
    assert set_to(admin, RECEIVE, "5", "3wd").url == URL
    own = city.congresses["hewan"].pk
    assert SPANS[RECEIVE].span(rules_of(own)) == WorkingDays(5)
    page = read(admin, URL)
    assert "5 个工作日" in page and ADMIN in page and "已经开始计算的期限不变" in page
    page = read(admin, f"{URL}{RECEIVE}/")
    assert "设为5 个工作日" in page and "恢复通常值：3 个工作日" in page


def test_clocks_that_run_keep_theirs(admin, city):
    def span_of(life):
        return Deadline.objects.get(
            subject_type="suggestions.handling", subject_id=life.part().pk, name="receive"
        ).span

    running = Life(city).assigned()
    set_to(admin, RECEIVE, "15", "3wd")
    assert (span_of(running), span_of(Life(city).assigned())) == ("3wd", "15wd")


@pytest.mark.parametrize("value", ["0", "16", "-3", "abc", "", "99999999999"])
def test_outside_the_bounds_is_refused_in_words(admin, city, value):
    page = set_to(admin, RECEIVE, value, "3wd")
    assert page.status_code == 422
    assert SPANS[RECEIVE].span(rules_of(city.congresses["hewan"].pk)) == WorkingDays(3)
    if value in ("0", "16"):
        assert "1 个工作日至15 个工作日" in page.content.decode()


def test_an_option_is_set_and_put_back(admin, city):
    own = city.congresses["hewan"].pk
    set_to(admin, NUMBERING, "year", "term")
    assert DECLARED[NUMBERING].of(options_of(own)) == "year"
    page = send(admin, f"{URL}{NUMBERING}/back/", seen="year")
    assert page.status_code == 302 and DECLARED[NUMBERING].of(options_of(own)) == "term"
    page = read(admin, f"{URL}{NUMBERING}/")
    assert page.index("设为按届") < page.index("设为按年"), "the newest first"
    assert set_to(admin, NUMBERING, "decade", "term").status_code == 422


def test_of_two_who_set_it_at_once_the_later_is_told(admin):
    set_to(admin, RECEIVE, "5", "3wd")
    assert set_to(admin, RECEIVE, "6", "3wd").status_code == 409
    assert set_to(admin, RECEIVE, "5", "5wd").status_code == 409, "nothing would change"


def test_one_congress_sets_its_own(admin, city):
    set_to(admin, RECEIVE, "5", "3wd")
    other = rule_named(city.congresses["linwan"].pk, RECEIVE)
    assert other.is_usual and other.words == "3 个工作日"


def test_offices_read_and_do_not_set(city):
    clerk = browser(city, CLERK)
    assert (
        "<form" not in read(clerk, f"{URL}{RECEIVE}/").partition("<main")[2].partition("</main>")[0]
    )
    assert set_to(clerk, RECEIVE, "5", "3wd").status_code == 403


def test_a_rule_that_nobody_declared_is_not_there(admin):
    assert admin.get(f"{URL}suggestions.nothing/").status_code == 404
    assert set_to(admin, "suggestions.nothing", "5", "").status_code == 404


KINDS = [
    (True, {}, "yes", "是", "是或否", "no"),
    (3, {"least": 1, "most": 5}, "5", "3", "1至5", "9"),
    (("a",), {"choices": (("a", "甲"), ("b", "乙"))}, ["a", "b"], "甲", "甲、乙", None),
    ("a", {"choices": (("a", "甲"), ("b", "乙"))}, "b", "甲", "甲、乙", "c"),
    ("text", {}, "别的", "text", "", None),
]


@pytest.mark.parametrize(("usual", "more", "typed", "words", "bounds", "wrong"), KINDS)
def test_every_kind_of_option_is_asked_in_its_own_way(
    declared, admin, city, usual, more, typed, words, bounds, wrong
):
    option = Option("test.kind", usual, "试一试", **more)
    assert worded(option, usual) == words and bounds_of(option) == bounds
    page = read(admin, f"{URL}test.kind/")
    assert "试一试" in page and "其他规则" in read(admin, URL)
    if wrong is not None and not isinstance(usual, bool):
        assert set_to(admin, "test.kind", wrong, str(usual)).status_code == 422
    seen = str(option.of(options_of(city.congresses["hewan"].pk)))
    answer = set_to(admin, "test.kind", "no" if usual is True else typed, seen)
    assert answer.status_code == 302
    assert option.of(options_of(city.congresses["hewan"].pk)) != usual


def test_a_hostile_text_is_text(declared, admin):
    Option("test.text", "", "试一试")
    set_to(admin, "test.text", "<script>x</script>", "")
    assert "<script>x" not in read(admin, URL)


def test_every_part_of_the_rules_has_a_heading():
    parts = {key.partition(".")[0] for key in (*SPANS, *DECLARED)} - {"invented"}
    assert sorted(parts - set(GROUPS)) == []
