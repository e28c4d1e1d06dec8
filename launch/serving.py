"""The three processes of a home: web, worker, scheduler."""

from collections.abc import Callable
from pathlib import Path

from launch.child import Child
from launch.managing import command_line, environment_of
from launch.places import PYTHON, ROOT
from launch.ports import is_answering
from launch.supervise import Supervisor


def web_command(host: str, port: int, workers: int) -> list[str]:
    """granian, which starts its own workers again when one dies."""
    return [
        *(str(PYTHON), "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port)),
        # Without a limit of threads each of them may hold a connection to the database.
        *("--workers", str(workers), "--blocking-threads", "4"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "5"),
        *("--no-ws", "--log-level", "warning"),
        "config.wsgi:application",
    ]


def serve(home: Path, *, host: str, port: int, workers: int, announce: Callable[[], None]) -> int:
    """Run the three until told to stop; returns the exit code."""
    commands = {
        "web": web_command(host, port, workers),
        "worker": command_line("work"),
        "scheduler": command_line("keep_time"),
    }
    env = environment_of(home)
    children = [Child(name, line, env=env, cwd=ROOT) for name, line in commands.items()]
    asked = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 compared, not bound
    return Supervisor(children, is_ready=lambda: is_answering(asked, port), announce=announce).run()
