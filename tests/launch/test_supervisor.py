"""The supervisor, with real processes that are really killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launch.places import ROOT

# Each child notes its own process and that of a child of its own, as granian has them.
CHILD = """
import os, signal, subprocess, sys, time
own = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open(sys.argv[1], "a") as out:
    out.write(f"{os.getpid()} {own.pid}\\n")
def end(*_):
    if sys.argv[2] == "polite":
        own.kill(); own.wait(); sys.exit(0)
signal.signal(signal.SIGTERM, end)
while True: time.sleep(0.05)
"""
SUPERVISOR = """
import os, sys
from pathlib import Path
from launch import guard, supervise
from launch.child import Child
supervise.PATIENCE = guard.PATIENCE = 1.0
folder, manners = Path(sys.argv[1]), sys.argv[2]
children = [
    Child(name, [sys.executable, folder / "child.py", folder / name, manners],
          env=os.environ, cwd=folder)
    for name in ("web", "worker")
]
ready = folder / "ready"
sys.exit(supervise.Supervisor(children, announce=ready.touch).run())
"""


def wait_for(question: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait until the answer is yes."""
    until = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    """Whether it runs; a dead one that nobody has collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def seen(folder: Path, name: str) -> list[list[int]]:
    """Every start of a child: its process and its own child's."""
    file = folder / name
    lines = file.read_text().splitlines() if file.exists() else []
    return [[int(word) for word in line.split()] for line in lines]


def everyone(folder: Path) -> list[int]:
    return [pid for name in ("web", "worker") for start in seen(folder, name) for pid in start]


@pytest.fixture(params=["polite"])
def supervisor(request, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A supervisor over two children, both started; whatever is left is ended afterwards."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("only on Linux: /proc tells who is alive")
    (tmp_path / "child.py").write_text(CHILD)
    process = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(tmp_path), request.param],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: seen(tmp_path, "web") and seen(tmp_path, "worker"))
    yield process
    process.kill()
    process.wait()
    for pid in filter(is_alive, everyone(tmp_path)):
        os.kill(pid, signal.SIGKILL)


@pytest.mark.crash
def test_a_killed_child_starts_again_and_leaves_nothing_behind(supervisor, tmp_path):
    [(first, of_first)] = seen(tmp_path, "web")
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: len(seen(tmp_path, "web")) == 2)
    wait_for(lambda: not is_alive(of_first))
    assert is_alive(seen(tmp_path, "worker")[0][0])
    supervisor.terminate()
    assert "web ended (signal 9)" in supervisor.communicate(timeout=15)[1]


@pytest.mark.crash
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_it_stops_everyone(supervisor, tmp_path, number):
    supervisor.send_signal(number)
    assert supervisor.wait(timeout=10) == 0
    assert not any(map(is_alive, everyone(tmp_path)))


@pytest.mark.crash
@pytest.mark.parametrize("supervisor", ["stubborn"], indirect=True)
def test_who_does_not_stop_is_stopped(supervisor, tmp_path):
    supervisor.terminate()
    assert supervisor.wait(timeout=10) == 0
    wait_for(lambda: not any(map(is_alive, everyone(tmp_path))))


@pytest.mark.crash
@pytest.mark.parametrize("supervisor", ["polite", "stubborn"], indirect=True)
def test_a_killed_supervisor_leaves_no_orphans(supervisor, tmp_path):
    supervisor.kill()
    supervisor.wait()
    wait_for(lambda: not any(map(is_alive, everyone(tmp_path))))


@pytest.mark.crash
def test_a_command_that_cannot_start_is_given_up(tmp_path):
    code = (
        "import sys; from pathlib import Path; from launch.child import Child\n"
        "from launch.supervise import Supervisor\n"
        "child = Child('web', [sys.executable, '-c', 'raise SystemExit(3)'], env={}, cwd=Path())\n"
        "sys.exit(Supervisor([child], is_ready=lambda: False).run())"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "it did not start" in done.stderr
