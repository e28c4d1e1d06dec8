"""Homes: fresh keys that only their owner reads, and one demo put in place whole."""

import stat
import tomllib
from pathlib import Path

import pytest

from launch import demo, home, passing
from launch.refusal import Refused


def test_settings_have_fresh_keys_that_only_their_owner_reads(tmp_path):
    said = []
    for name in ("one", "two"):
        home.write_settings(tmp_path / name, "live", hosts=["renda.example"], database_url='p"w')
        file = tmp_path / name / "settings.toml"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
        said.append(tomllib.loads(file.read_text()))
    one, two = said
    assert one["kind"] == "live"
    assert one["hosts"] == ["renda.example"]
    assert one["database_url"] == 'p"w'
    assert len(bytes.fromhex(one["phone_key"])) == 32
    assert len(one["secret_key"]) >= 50
    assert one["secret_key"] != two["secret_key"]
    assert one["phone_key"] != two["phone_key"]


def test_keys_are_never_overwritten(tmp_path):
    home.write_settings(tmp_path / "home", "live")
    with pytest.raises(FileExistsError):
        home.write_settings(tmp_path / "home", "live")


def test_a_throwaway_home_goes_away():
    with home.throwaway_home("test") as folder:
        assert home.settings_of(folder)["kind"] == "test"
    assert not folder.exists()


def test_broken_settings_are_a_sentence(tmp_path):
    (tmp_path / "settings.toml").write_text("kind = ")
    with pytest.raises(Refused, match="cannot be read"):
        home.settings_of(tmp_path)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The demo without Django: what would have been called."""
    called: list[tuple[str, ...]] = []

    def manage(at: Path, *words: str) -> None:
        called.append(words)
        (at / "who.txt").write_text(f"telling {len(called)}")

    monkeypatch.setattr(demo, "manage", manage)
    for name in ("compile_catalogues", "collect_static", "bring_up_to_date"):
        monkeypatch.setattr(demo, name, lambda at: None)
    monkeypatch.setattr(demo, "is_up_to_date", lambda at: True)
    return called


def test_the_demo_is_told_once(tmp_path, stage):
    for _start in range(2):
        demo.prepare(tmp_path / "demo", is_fresh=False, is_small=True)
    assert stage == [("tell_demo", "--small")]


def test_a_fresh_demo_takes_the_place_of_the_old_one(tmp_path, stage):
    demo.prepare(tmp_path / "demo", is_fresh=False, is_small=False)
    demo.prepare(tmp_path / "demo", is_fresh=True, is_small=False)
    assert (tmp_path / "demo" / "who.txt").read_text() == "telling 2"
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_an_interrupted_telling_is_thrown_away_and_told_again(tmp_path, stage, monkeypatch):
    told = demo.manage

    def interrupted(at: Path, *words: str) -> None:
        (at / "half").write_text("")
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "manage", interrupted)
    with pytest.raises(KeyboardInterrupt):
        demo.prepare(tmp_path / "demo", is_fresh=False, is_small=False)
    assert not (tmp_path / "demo").exists()
    monkeypatch.setattr(demo, "manage", told)
    demo.prepare(tmp_path / "demo", is_fresh=False, is_small=False)
    assert not (tmp_path / "demo" / "half").exists()
    assert not (tmp_path / "demo.new").exists()


def test_a_demo_that_cannot_be_told_anew_stays(tmp_path, stage, monkeypatch):
    demo.prepare(tmp_path / "demo", is_fresh=False, is_small=False)

    def fails(at: Path, *words: str) -> None:
        raise Refused("no")

    monkeypatch.setattr(demo, "manage", fails)
    with pytest.raises(Refused):
        demo.prepare(tmp_path / "demo", is_fresh=True, is_small=False)
    assert (tmp_path / "demo" / "who.txt").read_text() == "telling 1"


def test_the_demo_is_never_told_over_something_else(tmp_path, stage):
    home.write_settings(tmp_path / "live", "live")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "mine.txt").write_text("")
    for place in ("live", "papers"):
        with pytest.raises(Refused, match="nothing was changed"):
            demo.prepare(tmp_path / place, is_fresh=True, is_small=False)
    assert stage == []


def test_home_is_taken_out_and_the_rest_stays_as_typed():
    words = ["2025-10-09", "-7wd", "--home", "x", "--clear-days"]
    assert passing.split_home(words) == (Path("x"), ["2025-10-09", "-7wd", "--clear-days"])
    assert passing.split_home(["--home=y", "-7wd"]) == (Path("y"), ["-7wd"])
    assert passing.split_home(["-7wd"]) == (None, ["-7wd"])
