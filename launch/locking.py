"""./run lock: make both lists of exact versions anew, from the .in files."""

import os
import shutil
import subprocess
from argparse import ArgumentParser, Namespace
from pathlib import Path

from launch.places import DEV_LOCK, ROOT, RUNTIME_LOCK, shown
from launch.refusal import Refused


def arguments(parser: ArgumentParser) -> None:
    """What may be said to it."""
    parser.add_argument(
        "--upgrade", action="store_true", help="take the newest versions that the lists allow"
    )


def run(asked: Namespace) -> int:
    """Both, checked before they take the place of the old ones."""
    uv = shutil.which("uv")
    if not uv:
        raise Refused("uv is needed to remake the locks, and is not on PATH.")
    for lock in (RUNTIME_LOCK, DEV_LOCK):
        _make(uv, lock, upgrade=asked.upgrade)
        print(f"{shown(lock)} is made.")
    return 0


def _make(uv: str, lock: Path, *, upgrade: bool) -> None:
    new = lock.with_suffix(".new")
    if lock.exists():
        shutil.copyfile(lock, new)  # uv keeps the versions that it finds in the old list
    command = [uv, "pip", "compile", "-q", "--generate-hashes", "--universal"]
    command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--custom-compile-command", "./run lock", *(["--upgrade"] if upgrade else [])]
    command += [lock.with_suffix(".in").name, "-o", new.name]
    env = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    try:
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
        if done.returncode:
            raise Refused(f"{done.stderr}\n{shown(lock)} was left as it is.")
        must_name_no_host(new.read_text(encoding="utf-8"), lock.name)
        new.replace(lock)
    finally:
        new.unlink(missing_ok=True)


def must_name_no_host(text: str, name: str) -> None:
    """A lock that names a registry would send every county to that host."""
    if "://" in text:
        raise Refused(f"{name} would name a host; it was left as it is.")
