"""A process as tables: its steps and its clocks, printed from the code."""

from collections.abc import Iterable
from inspect import getdoc

from django.apps import apps
from django.utils import translation

from renda.kernel.clock.rules import DECLARED, Local
from renda.kernel.clock.running import Clock
from renda.kernel.lifecycle.registry import Process
from renda.kernel.lifecycle.step import Step

LANGUAGE = "zh-hans"  # the manual speaks the office's own words
NOTHING = "–"
_STEPS = ("step", "button", "from", "to", "who", "registered by", "facts", "asks", "article")
_CLOCKS = ("clock", "time", "runs in", "lasts", "a place may set", "article")


def as_table(life: Process) -> str:
    """The steps and the clocks of a lifecycle as Markdown tables, with the office's own words."""
    with translation.override(LANGUAGE):
        steps = _table(_STEPS, [_step_row(life, step) for step in life.steps.values()])
        clocks = _table(_CLOCKS, [_clock_row(life, clock) for clock in life.clocks])
    return f"{steps}\n\n{clocks}\n"


def state_labels(life: Process) -> dict[str, str]:
    """What the states of a lifecycle are called, in the order they are declared."""
    field = apps.get_model(life.model)._meta.get_field("state")
    return {str(value): str(label) for value, label in field.choices or ()}


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)


def _step_row(life: Process, step: Step) -> list[str]:
    return [
        f"`{step.name}`",
        str(step.label),
        _named(life, step.arrow.sources),
        _named(life, step.arrow.targets) or "stays",
        step.by.listed(),
        step.registrar.listed() if step.registrar else NOTHING,
        " ".join(str(fact.said) for fact in step.when) or NOTHING,
        ", ".join(f"`{name}`" for name in step.asks) or NOTHING,
        step.cites,
    ]


def _clock_row(life: Process, clock: Clock) -> list[str]:
    local = local_of(life, clock)
    bounds = f"{local.least.words()} – {local.most.words()} (`{local.key}`)" if local else NOTHING
    return [
        f"`{clock.name}`",
        str(clock.says),
        _named(life, clock.states),
        _lasts(clock, local),
        bounds,
        clock.cites,
    ]


def local_of(life: Process, clock: Clock) -> Local | None:
    """The local rule behind a clock; one that asks the subject has it under the clock's name."""
    if isinstance(clock.lasts, Local):
        return clock.lasts
    label = life.model.partition(".")[0]
    return DECLARED.get(f"{label}.{clock.name}") if callable(clock.lasts) else None


def _lasts(clock: Clock, local: Local | None) -> str:
    if local is not None:
        said = local.usual.words()
    elif callable(clock.lasts):
        said = ""
    else:
        said = clock.lasts.words()  # type: ignore[union-attr]
    if callable(clock.lasts):
        depends = (getdoc(clock.lasts) or "").partition("\n")[0]
        said = f"{said} {depends}".strip()
    return said


def _named(life: Process, states: Iterable[str]) -> str:
    labels = state_labels(life)
    return " / ".join(labels[state] for state in states)
