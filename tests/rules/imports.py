"""Floors and rooms: who may import whom (docs/house.md). Import-linter keeps the floors a second
time; the rooms and imports by string are kept only here."""

import ast
from collections.abc import Iterator

from tests.rules import Sources

FLOORS = (("desk", "portal"), ("suggestions",), ("deputies",), ("congress",), ("accounts",))
# The kernel, top to bottom.
KERNEL = (
    "work personal lifecycle exchange registers notices papers clock pages numbers options trail"
    " permits words moment"
).split()
# The rooms of an app from top to bottom; neighbours on a line may not know each other, but for
# "demo", which is a story told with everything, and "apps", which hands the kernel its registers.
ROOMS = (
    ("apps", "management"),
    ("urls",),
    ("registers",),
    ("tables",),
    ("views", "middleware", "adapter", "backend", "idle"),
    ("forms",),
    ("demo",),
    ("demo_seats", "demo_roster"),
    ("notices", "cast"),
    (
        "agenda",
        "elsewhere",
        "dossier",
        "drawing",
        "sheets",
        "cards",
        "waiting",
        "demanding",
        "stages",
        "slips",
        "local_rules",
    ),
    ("reform",),
    ("renaming", "contacts"),
    ("listing", "factor_adapter", "roll"),
    ("candidates",),
    ("enrolling", "first_steps"),
    ("carrying",),
    ("actions", "office", "guessing", "joining", "personal"),
    ("changing_terms",),
    ("staffing",),
    ("handing_over",),
    ("lifecycle",),
    ("handling", "turnover"),
    ("evaluating", "canonical", "sessions", "lockout", "second_factor", "passkeys"),
    ("grouping", "quorum", "slates", "splits"),
    ("seats",),
    ("recovery", "totp"),
    ("queries", "posts", "security", "counting", "inheriting", "second_factors", "closing"),
    ("belonging",),
    ("permits", "naming", "matching"),
    ("entries",),
    ("fitting",),
    ("models",),
    ("offices",),
    ("legal_numbers", "powers", "numbering"),
    ("codes",),
    ("mobile",),
    ("states", "roles", "address", "devices", "seen", "proof", "typed", "qr"),
    ("phones",),
    ("sealing",),
)
# What an upper floor does not touch: a domain's own doors, and what it registers itself.
SHUT = {
    "adapter",
    "apps",
    "backend",
    "demanding",
    "factor_adapter",
    "forms",
    "management",
    "middleware",
    "notices",
    "registers",
    "stages",
    "tables",
    "urls",
    "views",
}
_ROOM = {room: height for height, line in enumerate(ROOMS) for room in line}
_FLOOR = {app: height for height, line in enumerate(FLOORS) for app in line}


def upward(sources: Sources) -> list[str]:
    """Imports that go up a floor, or across one; inside the kernel too."""
    return [
        f"{name}:{line} imports {target}"
        for name, line, target in _ours(sources)
        if not may_know(_module(name), target)
    ]


def may_know(source: str, target: str) -> bool:
    """Whether a module of ours may know another; foreign keys go by the same rule."""
    if not target.startswith("renda."):
        return not target.startswith("tests")
    here, there = source.split("."), target.split(".")
    if here[0] != "renda" or len(here) < 2 or here[:3] == there[:3]:
        return True
    if here[1] == "kernel":
        in_order = there[1] == "kernel" and here[2] in KERNEL and there[2] in KERNEL
        return in_order and KERNEL.index(here[2]) < KERNEL.index(there[2])
    if there[1] == "kernel" or here[1] == there[1]:
        return True
    return here[1] in _FLOOR and _FLOOR.get(there[1], -1) > _FLOOR[here[1]]


def rooms(sources: Sources) -> list[str]:
    """Imports from a room above in the same app, or from a shut room of a lower one."""
    faults = []
    for name, line, target in _ours(sources):
        here, there = _module(name).split("."), target.split(".")
        if here[1] == "kernel" or there[1] == "kernel" or len(here) < 3 or len(there) < 3:
            continue
        if why := _between(here[1], here[2], there[1], there[2]):
            faults.append(f"{name}:{line} imports {target}: {why}")
    return faults


def unknown_rooms(sources: Sources) -> list[str]:
    """Rooms nobody has given a height yet, and kernel packages without a floor."""
    faults = set()
    for name in sources:
        parts = _module(name).split(".")
        if len(parts) < 3 or parts[0] != "renda":
            continue
        known = KERNEL if parts[1] == "kernel" else _ROOM
        if parts[2] not in known:
            faults.add(f"{name}: the room {parts[2]} has no height")
    return sorted(faults)


def _between(app: str, room: str, lower: str, other: str) -> str:
    if app != lower:
        return "that room is shut to other apps" if other in SHUT else ""
    if room == other or "apps" in (room, other):
        return "" if room in (other, "apps") else "nobody imports apps"
    if room not in _ROOM or other not in _ROOM:
        return ""
    return "" if _ROOM[room] < _ROOM[other] else "that room lies above or beside"


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _ours(sources: Sources) -> Iterator[tuple[str, int, str]]:
    """Every import of ours with its file and line, those by string included."""
    for name, text in sources.items():
        if not name.startswith("renda/"):
            continue
        for node in ast.walk(ast.parse(text)):
            for target in _targets(node):
                if target.split(".")[0] in ("renda", "tests", "config", "launch"):
                    yield name, getattr(node, "lineno", 0), target


def _targets(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        # A relative import hides the floor: it counts as one that goes nowhere good.
        module = "renda.?" if node.level else node.module or ""
        is_package = module.count(".") < 3
        return [f"{module}.{a.name}" for a in node.names] if is_package else [module]
    if isinstance(node, ast.Call) and "import" in ast.unparse(node.func):
        return [str(a.value) for a in node.args if isinstance(a, ast.Constant)]
    return []
