"""./run as a person types it: lists, helps, refusals in one sentence."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from launch import home, init, locking, ports, testing
from launch.commands import COMMANDS, main
from launch.places import ROOT
from launch.refusal import Refused


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """./run in a process of its own."""
    env = {**os.environ, **environ}
    env.pop("RENDA_DATABASE_URL", None) if "RENDA_DATABASE_URL" not in environ else None
    command = [sys.executable, str(ROOT / "run"), *words]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120)


def test_help_lists_every_command(capsys):
    assert main([]) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in [*COMMANDS, "help"])


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_explains_itself(name, flag, capsys):
    assert main([name, flag]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: ./run {name}")
    assert main(["help", name]) == 0


def test_the_help_of_import_lists_the_tables_that_the_domains_know(capsys):
    assert main(["import", "--help"]) == 0
    assert "\n  sessions " in capsys.readouterr().out


def test_an_unknown_command_is_a_sentence(capsys):
    assert main(["demmo"]) == 2
    assert "./run help" in capsys.readouterr().err


def test_the_demo_refuses_a_database_of_yours():
    done = run("demo", RENDA_DATABASE_URL="postgresql://somewhere/real")
    assert done.returncode == 2
    assert "unset RENDA_DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_refuses_demo_data_and_a_home_without_a_congress(tmp_path):
    home.write_settings(tmp_path / "demo", "demo")
    shown = run("serve", "--home", str(tmp_path / "demo"))
    assert (shown.returncode, "invented data" in shown.stderr) == (2, True)
    missing = run("serve", "--home", str(tmp_path / "live"))
    assert (missing.returncode, "./run init" in missing.stderr) == (2, True)
    assert not (tmp_path / "live").exists()


def test_a_span_that_begins_with_a_hyphen_passes_through():
    done = run("due", "2025-10-09", "-7wd", "--home", os.environ["RENDA_HOME"])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["statutory"] == "2025-09-23"


def test_what_a_command_says_of_itself_comes_through():
    assert run("due", "2025-10-09", "soon", "--home", os.environ["RENDA_HOME"]).returncode == 2


def test_a_command_needs_a_home_that_is_one(tmp_path):
    done = run("verify", "--home", str(tmp_path))
    assert (done.returncode, "is no home" in done.stderr) == (2, True)


def test_a_busy_port_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"--port {port + 1}"):
            ports.must_be_free("127.0.0.1", port, command="demo")
    ports.must_be_free("127.0.0.1", port, command="demo")


def test_init_refuses_a_home_in_use(tmp_path, capsys):
    home.write_settings(tmp_path / "live", "live")
    words = ["--name", "河湾市人民代表大会", "--slug", "hewan", "--level", "county"]
    words += ["--administrator", "gaojun", "--home", str(tmp_path / "live")]
    assert main(["init", *words]) == 2
    assert "in use already" in capsys.readouterr().err


def test_init_knows_the_levels_of_the_house():
    from renda.congress.roles import Level

    assert set(init.LEVELS) == set(Level.values)


@pytest.mark.parametrize("slug", ["", "Hewan", "河湾", "a/b", "x" * 41])
def test_init_refuses_a_bad_address_before_it_makes_anything(slug, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    words = ["--name", "河湾市人民代表大会", "--slug", slug, "--level", "county"]
    assert main(["init", *words, "--administrator", "g", "--home", str(tmp_path / "live")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["live.lock"]


def test_a_lock_that_names_a_host_is_refused():
    with pytest.raises(Refused):
        locking.must_name_no_host("x==1 @ https://host/x.whl", "requirements.lock")
    for name in ("requirements.lock", "requirements-dev.lock"):
        locking.must_name_no_host((ROOT / name).read_text(), name)


def test_a_named_database_must_answer():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(Refused, match="nothing answers"):
        testing.must_answer(f"postgresql://postgres@127.0.0.1:{port}/x")


def test_a_browser_that_is_named_must_be_there(tmp_path):
    with pytest.raises(Refused, match="not there"):
        testing.find_chromium({"RENDA_CHROMIUM": str(tmp_path / "none")})
    assert testing.find_chromium({"PATH": str(tmp_path)}) == ""


def test_ci_needs_a_browser(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("RENDA_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["test"]) == 2
    assert "Chromium" in capsys.readouterr().err


def test_ci_lets_only_the_other_database_be_skipped():
    assert testing.must_not_be_skipped({"only on PostgreSQL": 3}) == 0
    assert testing.must_not_be_skipped({"no Chromium": 1}) == 1


def test_skips_are_counted_by_reason(tmp_path):
    report = tmp_path / "report.xml"
    case = '<testcase><skipped message="only on SQLite"/></testcase>'
    report.write_text(f"<testsuites><testsuite>{case}{case}</testsuite></testsuites>")
    assert testing.skipped_in(report) == {"only on SQLite": 2}
    assert testing.skipped_in(Path("/nowhere")) == {}
