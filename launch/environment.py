"""The project's own environment in .venv, from a list locked by hash.

uv makes it in a second where it is installed; but it reads neither pip's settings (a mirror) nor,
by itself, the machine's certificates, so whenever it fails pip does the work.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from launch.locks import one_at_a_time
from launch.places import DEV_LOCK, PYTHON, ROOT, RUNTIME_LOCK, VAR, VENV
from launch.refusal import Refused
from launch.stamps import digest, is_fresh, put

STAMP = VENV / "stamp"


def wanted(lock: Path) -> str:
    """The stamp of an environment made from this lock by this Python."""
    return f"{lock.name} {digest([lock], lock.name, sys.version)}"


def is_ready(*, dev: bool) -> bool:
    """Whether .venv holds what is needed; the list for development includes the other one."""
    enough = (DEV_LOCK,) if dev else (RUNTIME_LOCK, DEV_LOCK)
    return PYTHON.exists() and any(is_fresh(STAMP, wanted(lock)) for lock in enough)


def make_ready(*, dev: bool = False) -> Path:
    """The Python to run Renda with; makes or renews .venv when the lists have changed."""
    if not is_ready(dev=dev):
        with one_at_a_time(VAR / "environment.lock"):
            if not is_ready(dev=dev):  # another ./run may have made it while we waited
                _install(DEV_LOCK if dev else RUNTIME_LOCK)
    return PYTHON


def _install(lock: Path) -> None:
    print(f"Installing what {lock.name} names into .venv …", flush=True)
    faults = with_uv(lock)
    if faults is not None:
        more = with_pip(lock)
        if more is not None:
            raise Refused(f"{faults}\n{more}\n\nThe environment could not be made; see above.")
    put(STAMP, wanted(lock))


def with_uv(lock: Path) -> str | None:
    """None when uv did it; else what it said, or nothing when there is no uv."""
    uv = shutil.which("uv")
    if not uv:
        return ""
    return _run_all(
        [uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)],
        [uv, "pip", "install", "-q", "--python", str(PYTHON), "--require-hashes", "-r", str(lock)],
    )


def with_pip(lock: Path) -> str | None:
    """None when pip did it; else what it said."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        return (
            f"{fault}\nThis Python cannot make environments (on Debian: apt install python3-venv)."
        )
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-compile"]
    return _run_all([*pip, "--require-hashes", "-r", str(lock)])


def _run_all(*commands: list[str]) -> str | None:
    # The older name of the setting for uv before 0.9, the newer one after it.
    env = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
        if done.returncode:
            return f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return None
