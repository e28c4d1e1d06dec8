"""./run bench: how long a few things take here, by the wall; tests judge no seconds."""

import json
import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from launch.demo import tell
from launch.environment import make_ready
from launch.home import throwaway_home
from launch.managing import manage, said_by

PLACES = 45_000
ADMINISTRATOR, OFFICE = "gaojun", "baiyueqi"


def arguments(parser: ArgumentParser) -> None:
    """What may be said to it."""
    parser.add_argument("--repeats", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--only", choices=BENCHMARKS, help="this one alone")
    parser.add_argument("--json", action="store_true", help="answer as JSON, in seconds")


def run(asked: Namespace) -> int:
    """Time each in a demo of its own, which is gone afterwards."""
    make_ready()
    # A shell that forbids bytecode has every command compile Django anew: some three seconds each.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with throwaway_home("demo") as home:
        tell(home, is_small=True)
        listed = home.parent / "places.csv"
        listed.write_text("\n".join(["代码,名称", *islice(invented(), PLACES)]), encoding="utf-8")
        names = [asked.only] if asked.only else list(BENCHMARKS)
        took = {name: BENCHMARKS[name](home, listed, asked.repeats) for name in names}
    middle = {name: round(median(seconds), 3) for name, seconds in took.items()}
    if asked.json:
        print(json.dumps(middle))
    else:
        print("\n".join(f"{seconds:>9.3f} s  {name}" for name, seconds in middle.items()))
    return 0


def invented() -> Iterator[str]:
    """A province of invented places, each before those below it."""
    yield "96,大省"
    for city in range(1, 21):
        yield f"96{city:02d},{city}市"
        for county in range(1, 16):
            yield f"96{city:02d}{county:02d},{county}县"
            for town in range(100, 112):
                code = f"96{city:02d}{county:02d}{town}"
                yield f"{code},城关镇"
                yield from (f"{code}{village},{village}村" for village in range(200, 212))


def _start(home: Path, _listed: Path, repeats: int) -> list[float]:
    return [_timed(home, "import_table", "--tables") for _time in range(repeats)]


def _import(home: Path, listed: Path, repeats: int) -> list[float]:
    words = ("import_table", "regions", str(listed), "--congress", "hewan")
    took = []
    for _time in range(repeats):
        fresh = home.with_name("fresh")
        shutil.copytree(home, fresh)
        took.append(_timed(fresh, *words))
        shutil.rmtree(fresh)
    return took


def _page(address: str, username: str) -> Callable[[Path, Path, int], list[float]]:
    def timed(home: Path, _listed: Path, repeats: int) -> list[float]:
        words = ("time_page", address, "--as", username, "--times", str(repeats))
        return [float(seconds) for seconds in said_by(home, *words).split()]

    return timed


def _timed(home: Path, *words: str) -> float:
    began = perf_counter()
    manage(home, *words)
    return perf_counter() - began


BENCHMARKS: dict[str, Callable[[Path, Path, int], list[float]]] = {
    "a command that does nothing": _start,
    "45,000 places taken in by a command": _import,
    "the list of suggestions": _page("/hewan/suggestions/", OFFICE),
    "the register of deputies": _page("/hewan/registers/deputies/", OFFICE),
    "the register of places": _page("/hewan/registers/regions/", ADMINISTRATOR),
}
