"""The databases of a home: SQLite in its folder, or PostgreSQL by address."""

from typing import Any
from urllib.parse import unquote, urlsplit

from config.home import Home

# IMMEDIATE takes the write lock when a transaction begins, so that two writers queue instead of
# one of them failing half way; WAL lets pages read meanwhile.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def databases(home: Home) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. On SQLite the cache has a file of its own, so that a storm of sign-ins
    does not wait for the main writer (build-notes point 20)."""
    if home.database_url:
        return {"default": _postgresql(home.database_url)}
    return {
        "default": _sqlite(home, "renda.sqlite3"),
        "cache": _sqlite(home, "cache.sqlite3"),
    }


def _sqlite(home: Home, name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home.path / name,
        "OPTIONS": dict(_SQLITE),
        # A file, not memory: tests drive several connections and processes.
        "TEST": {"NAME": home.path / f"test-{name}"},
    }


def _postgresql(url: str) -> dict[str, Any]:
    at = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": at.path.lstrip("/"),
        "USER": unquote(at.username or ""),
        "PASSWORD": unquote(at.password or ""),
        "HOST": at.hostname or "",
        "PORT": str(at.port or 5432),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


class CacheRouter:
    """Keeps the cache table in the cache's own SQLite file, and everything else out of it."""

    app = "django_cache"

    def db_for_read(self, model: Any, **_hints: Any) -> str | None:
        """Where to read the cache."""
        return "cache" if model._meta.app_label == self.app else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool | None:
        """The cache file holds the cache table and nothing else."""
        return (db == "cache") == (app_label == self.app)
