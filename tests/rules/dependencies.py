"""Dependencies have reasons; the tree names no machine and no package registry."""

import re

from tests.rules import Sources

# Written in two halves, so that this file does not name them.
HOSTS = tuple(
    ".".join(halves)
    for halves in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("tuna.tsinghua", "edu.cn"),
        ("mirrors.aliyun", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
    )
)
_PLACE = re.compile(r"(?<![\w./~*\]>}-])/(?:work|tmp|root)/\w")
_LINE = re.compile(r"^[A-Za-z][\w.\[\],-]*==\S+\s+#\s*\S+")


def without_reason(listing: str) -> list[str]:
    """Lines of a list of requirements without an exact version and a reason."""
    return [
        line
        for line in listing.splitlines()
        if line.strip() and not line.startswith(("#", "-r ")) and not _LINE.match(line)
    ]


def addresses_in_lock(lock: str) -> list[str]:
    """A lock names packages and hashes, never where they come from."""
    tells = ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host")
    return [line for line in lock.splitlines() if any(tell in line for tell in tells)]


def unhashed(lock: str) -> list[str]:
    """Packages in a lock that carry no hash."""
    rows = re.split(r"\n(?=[A-Za-z])", "\n" + lock)
    return [r.split()[0] for r in rows if re.match(r"[A-Za-z][\w.-]*==", r) and "sha256:" not in r]


def machine_in(texts: Sources) -> list[str]:
    """Paths of somebody's machine, and hosts of package registries."""
    faults = [f"{name}: {m.group()}" for name, t in texts.items() for m in _PLACE.finditer(t)]
    return faults + [f"{name}: {host}" for name, t in texts.items() for host in HOSTS if host in t]
