"""What a home needs before it is served: catalogues, static files, the database's tables."""

from pathlib import Path

from launch.home import database_url
from launch.managing import manage
from launch.places import ROOT, RUNTIME_LOCK, STAMPS
from launch.stamps import digest, is_fresh, put


def files_under(folder: Path, pattern: str = "*") -> list[Path]:
    """All files below a folder whose names match."""
    return [path for path in folder.rglob(pattern) if path.is_file()]


def compile_catalogues(home: Path) -> None:
    """Make the .mo files, unless they were made from these very words."""
    sources = files_under(ROOT / "locale", "*.po")
    want, stamp = digest(sources), STAMPS / "catalogues"
    if is_fresh(stamp, want) and all(po.with_suffix(".mo").exists() for po in sources):
        return
    manage(home, "catalogue", "--compile")
    put(stamp, want)


def collect_static(home: Path) -> None:
    """Gather and compress the static files, unless that was done with these very files."""
    sources = files_under(ROOT / "static")
    want, stamp = digest([*sources, RUNTIME_LOCK]), STAMPS / "static"
    if is_fresh(stamp, want) and (ROOT / "static_root" / "staticfiles.json").exists():
        return
    manage(home, "collectstatic", "--no-input", "--clear", "-v0")
    put(stamp, want)


def schema_of_code() -> str:
    """A hash of every migration of this version and of its dependencies."""
    return digest([*files_under(ROOT / "renda", "migrations/*.py"), RUNTIME_LOCK])


def bring_up_to_date(home: Path) -> None:
    """Migrate the home's database and make its cache table; leaves a stamp in the home."""
    manage(home, "migrate", "--no-input", "-v0")
    # On SQLite the cache has a file of its own.
    manage(
        home, "createcachetable", "-v0", *([] if database_url(home) else ["--database", "cache"])
    )
    put(home / "schema", schema_of_code())


def is_up_to_date(home: Path) -> bool:
    """Whether the home was migrated by this version."""
    return is_fresh(home / "schema", schema_of_code())
