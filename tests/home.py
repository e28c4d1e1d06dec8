"""The home of the tests. Loaded by pytest's own options: Django reads it before any conftest."""

import os
import secrets
import tempfile
from pathlib import Path


def make_home(kind: str = "test") -> Path:
    """A new empty home with keys of its own."""
    home = Path(tempfile.mkdtemp(prefix="renda-test-"))
    (home / "papers").mkdir()
    (home / "settings.toml").write_text(
        f'kind = "{kind}"\n'
        f'secret_key = "{secrets.token_urlsafe(48)}"\n'
        f'phone_key = "{secrets.token_hex(32)}"\n'
        'hosts = ["testserver", "localhost", "127.0.0.1"]\n',
        encoding="utf-8",
    )
    return home


os.environ["RENDA_HOME"] = str(make_home())
