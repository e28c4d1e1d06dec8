"""The environment: made once for each list, by uv or else by pip."""

import os
import subprocess
from pathlib import Path

import pytest

from launch import environment, stamps
from launch.refusal import Refused


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with two lists and no environment."""
    for name in ("RUNTIME_LOCK", "DEV_LOCK"):
        lock = tmp_path / f"{name}.lock"
        lock.write_text(name)
        monkeypatch.setattr(environment, name, lock)
    monkeypatch.setattr(environment, "VAR", tmp_path / "var")
    monkeypatch.setattr(environment, "VENV", tmp_path / "venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / "venv" / "stamp")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "venv" / "bin" / "python")
    return tmp_path


def pretend_to_install(monkeypatch: pytest.MonkeyPatch, *, uv: str | None, pip: str | None) -> list:
    tried: list[str] = []

    def by(name: str, answer: str | None):
        def install(lock: Path) -> str | None:
            tried.append(f"{name} {lock.stem}")
            if answer is None:
                environment.PYTHON.parent.mkdir(parents=True, exist_ok=True)
                environment.PYTHON.write_text("")
            return answer

        return install

    monkeypatch.setattr(environment, "with_uv", by("uv", uv))
    monkeypatch.setattr(environment, "with_pip", by("pip", pip))
    return tried


def test_it_is_made_once(elsewhere, monkeypatch):
    tried = pretend_to_install(monkeypatch, uv=None, pip=None)
    environment.make_ready()
    environment.make_ready()
    assert tried == ["uv RUNTIME_LOCK"]


def test_a_changed_list_makes_it_anew(elsewhere, monkeypatch):
    tried = pretend_to_install(monkeypatch, uv=None, pip=None)
    environment.make_ready()
    environment.RUNTIME_LOCK.write_text("another version")
    environment.make_ready()
    assert tried == ["uv RUNTIME_LOCK"] * 2


def test_another_python_makes_it_anew(elsewhere, monkeypatch):
    tried = pretend_to_install(monkeypatch, uv=None, pip=None)
    environment.make_ready()
    monkeypatch.setattr(environment.sys, "version", "3.99")
    environment.make_ready()
    assert len(tried) == 2


def test_the_list_for_development_is_enough_for_the_demo_and_not_the_other_way(
    elsewhere, monkeypatch
):
    tried = pretend_to_install(monkeypatch, uv=None, pip=None)
    environment.make_ready()
    environment.make_ready(dev=True)
    environment.make_ready()
    assert tried == ["uv RUNTIME_LOCK", "uv DEV_LOCK"]


def test_pip_does_the_work_when_uv_fails(elsewhere, monkeypatch, capsys):
    tried = pretend_to_install(monkeypatch, uv="invalid peer certificate", pip=None)
    environment.make_ready()
    assert tried == ["uv RUNTIME_LOCK", "pip RUNTIME_LOCK"]
    assert "certificate" not in capsys.readouterr().out


def test_what_they_said_is_shown_only_when_both_fail(elsewhere, monkeypatch):
    pretend_to_install(monkeypatch, uv="invalid peer certificate", pip="no such version")
    with pytest.raises(Refused, match=r"certificate(.|\n)*no such version"):
        environment.make_ready()
    assert not environment.STAMP.exists()


def test_a_uv_that_fails_is_reported_and_one_that_is_missing_is_not(elsewhere, monkeypatch):
    folder = elsewhere / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    assert environment.with_uv(environment.RUNTIME_LOCK) == ""
    uv = folder / "uv"
    uv.write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    uv.chmod(0o755)
    assert "no network" in (environment.with_uv(environment.RUNTIME_LOCK) or "")


@pytest.mark.slow
def test_a_failing_uv_on_the_path_leaves_pip_a_working_environment(elsewhere, monkeypatch):
    environment.RUNTIME_LOCK.write_text("")  # an empty list: the real venv and pip, no download
    folder = elsewhere / "bin"
    folder.mkdir()
    uv = folder / "uv"
    uv.write_text("#!/bin/sh\nexit 1\n")
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    python = environment.make_ready()
    subprocess.run([python, "-m", "pip", "--version"], check=True, capture_output=True)
    assert environment.is_ready(dev=False)


def test_a_stamp_is_about_contents_and_not_about_times(tmp_path):
    file = tmp_path / "words.po"
    file.write_text("one")
    before = stamps.digest([file])
    os.utime(file, (1, 1))
    assert stamps.digest([file]) == before
    file.write_text("two")
    assert stamps.digest([file]) != before
    assert stamps.digest([file], "more") != stamps.digest([file])
