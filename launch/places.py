"""Where things lie in the checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
VAR = ROOT / "var"
DEMO = VAR / "demo"
LIVE = VAR / "live"
STAMPS = VAR / "stamps"


def shown(path: Path) -> str:
    """A path as a person here would type it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
