"""The manual: a page for each app with a process, printed from the code into docs/processes."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils import translation

from renda.kernel.lifecycle.registry import LIVES, Process
from renda.kernel.lifecycle.table import LANGUAGE, as_table, state_labels

OPENING = """\
Printed from the code by `manage.py processes`; change it there. Buttons, states and people are
named as the office sees them. An article is of the law named; `local` is the place's own rule,
whose bounds stand in the code. Facts are given as the sentence a refusal says. The last step can be
undone by the same person within 30 minutes, until somebody acts on it.
"""


def pages() -> dict[str, str]:
    """The text of every page by its file name."""
    labels = dict.fromkeys(model.partition(".")[0] for model in LIVES)
    return {f"{label}.md": _page(label) for label in labels}


def folder() -> Path:
    """Where the pages are kept."""
    return Path(settings.BASE_DIR) / "docs" / "processes"


def stale(folder: Path) -> list[str]:
    """Pages that are missing, differ from the code, or describe no process any more."""
    wanted = pages()
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(n for n in wanted.keys() | kept.keys() if wanted.get(n) != kept.get(n))


def flow(life: Process) -> str:
    """The states and the steps between them as a Mermaid drawing."""
    with translation.override(LANGUAGE):
        return "\n".join(_drawn(life))


def _page(label: str) -> str:
    parts = [f"# {label}\n", OPENING]
    for life in sorted(LIVES.values(), key=lambda life: life.whole is not None):  # parts last
        if life.model.partition(".")[0] == label:
            parts += [f"## `{life.model}`\n", f"```mermaid\n{flow(life)}\n```\n", as_table(life)]
    return "\n".join(parts)


def _drawn(life: Process) -> Iterator[str]:
    first = apps.get_model(life.model)._meta.get_field("state").default
    yield "stateDiagram-v2"
    for state, label in state_labels(life).items():
        yield f'    state "{label}" as {state}'
    yield f"    [*] --> {first} : {life.begins}"
    for step in life.steps.values():
        for source in step.arrow.sources:
            for target in step.arrow.targets:
                yield f"    {source} --> {target} : {step.label}"
    if life.void:
        yield f"    {first} --> {life.void}"
