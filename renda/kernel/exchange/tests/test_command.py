"""`./run import`: the pages for machines; 1 when anything is wrong, 2 for a bad call."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from renda.congress.actions import hold_session, open_term
from renda.congress.models import Session
from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.table import TABLES
from renda.kernel.exchange.tests.sheets import office_like, plain_rows, text, xlsx
from renda.kernel.trail.models import Event

pytestmark = pytest.mark.django_db
EMPTY = {"read": 0, "created": 0, "updated": 0, "unchanged": 0, "rejected": [], "doubts": []}


@pytest.fixture
def term(desk):
    days = {"from_on": date(2031, 12, 20), "until_on": date(2036, 12, 31)}
    return open_term(congress=desk.congress, number=6, by=desk.clerk, **days)


@pytest.fixture
def run(desk, tmp_path):
    def runs(data, *words, code=0, table="sessions", congress="hewan"):
        file = tmp_path / "会议一览表.xlsx"
        file.write_bytes(data)
        out, ended = StringIO(), None
        try:
            call_command(
                "import_table", table, str(file), "--congress", congress, *words, stdout=out
            )
        except SystemExit as end:
            ended = end.code
        assert (ended or 0) == code, out.getvalue()
        return out.getvalue()

    return runs


def test_a_file_comes_in_and_the_answer_is_exact(run, term):
    said = json.loads(run(office_like(), "--json"))
    assert said == {**EMPTY, "read": 3, "created": 3}
    assert list(said) == ["read", "created", "updated", "unchanged", "rejected", "doubts"]
    assert Session.objects.filter(term=term).count() == 3
    assert json.loads(run(office_like(), "--json")) == {**EMPTY, "read": 3, "unchanged": 3}
    assert Event.objects.filter(action="exchange.import").count() == 1


def test_a_dry_run_writes_nothing(run, term):
    said = json.loads(run(office_like(), "--json", "--dry-run"))
    assert said["created"] == 3
    assert not Session.objects.filter(term=term).exists() and not ImportRun.objects.exists()


def test_one_wrong_row_ends_with_one_and_writes_nothing(run, term):
    rows = [*plain_rows(), [6, 4, "2035年1月", "2035年1月12日"]]
    said = json.loads(run(xlsx(rows), "--json", code=1))
    assert said["created"] == 3
    (fault,) = said["rejected"]
    assert list(fault) == ["row", "column", "value", "why"]
    assert (fault["row"], fault["column"], fault["value"]) == (5, "开会日期", "2035年1月")
    assert not Session.objects.filter(term=term).exists() and not ImportRun.objects.exists()


def test_a_doubt_is_answered_on_the_line(run, term, desk):
    days = {"opens_on": date(2033, 1, 10), "closes_on": date(2033, 1, 13)}
    hold_session(term=term, number=5, by=desk.clerk, **days)
    (doubt,) = json.loads(run(office_like(), "--json", code=1))["doubts"]
    assert doubt["key"] == "6/2" and set(doubt["answers"]) == {"same", "new"}
    said = json.loads(run(office_like(), "--json", "--answer", "6/2=same"))
    assert (said["created"], said["updated"]) == (2, 1)


def test_the_form_of_a_table_is_set_on_the_line(run, term):
    silent = xlsx([row[1:] for row in plain_rows()])
    run(silent, code=1)
    assert json.loads(run(silent, "--json", "--set", "term=6"))["created"] == 3


def test_an_option_that_there_is_not_is_told_with_those_that_there_are(run, term):
    with pytest.raises(CommandError, match=r"trem.*term"):
        run(office_like(), "--set", "trem=6")
    with pytest.raises(CommandError, match="—"):
        run(office_like(), "--set", "on=x", table="organs")


def test_another_sheet_is_named(run, term):
    data = xlsx(plain_rows(), sheet="会议", 别的=[["x", "y"]] * 9)
    run(data, code=1)
    assert json.loads(run(data, "--json", "--sheet", "会议"))["created"] == 3


def test_for_people_it_says_what_was_left_out_and_what_is_wrong(run, term):
    said = run(office_like())
    assert "第10行未导入：合计行" in said and "新增3" in said
    said = run(xlsx([*plain_rows(), [6, 4, "x", "y"]]), code=1)
    assert "第5行，开会日期“x”" in said and "没有写入任何内容" in said


def test_who_takes_it_in_must_be_someone_who_may(run, term):
    run(office_like(), "--as", "baiyueqi")
    assert ImportRun.objects.get().taken_by_id is not None
    with pytest.raises(CommandError) as refused:
        run(office_like(), "--as", "wurentuoya")
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--congress", "nowhere"),
        ("--set", "term"),
        ("--set", "term=987654321"),
        ("--set", "trem=6"),
        ("--answer", "x"),
        ("--as", "nobody"),
    ],
)
def test_a_bad_call_ends_with_two(run, words):
    with pytest.raises(CommandError) as refused:
        run(office_like(), *words)
    assert refused.value.returncode == 2


def test_no_table_in_a_file_ends_with_two(run, tmp_path):
    with pytest.raises(CommandError, match="另存为 xlsx") as refused:
        run(b"%PDF-1.7 x")
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match="没有文件"):
        call_command("import_table", "sessions", str(tmp_path / "无"), "--congress", "hewan")


def test_the_help_lists_the_tables(capsys):
    with pytest.raises(SystemExit):
        call_command("import_table", "--tables")
    said = capsys.readouterr().out
    assert all(key in said for key in TABLES)


def test_text_in_the_encoding_of_offices(run, term):
    assert json.loads(run(text(plain_rows(), "gb18030"), "--json"))["created"] == 3
