"""A process as a page of the manual: its steps and clocks, printed from the code."""

from collections.abc import Iterable

from django.apps import apps
from django.utils import translation

from renda.kernel.clock.rules import Local
from renda.kernel.clock.running import Clock
from renda.kernel.lifecycle.life import Lifecycle
from renda.kernel.lifecycle.step import Step

_STEPS = ("step", "button", "from", "to", "who", "registered by", "facts", "asks", "article")
_CLOCKS = ("clock", "runs in", "lasts", "article")


def as_table(life: Lifecycle) -> str:
    """The steps and the clocks of a lifecycle as Markdown tables, with the office's own words."""
    with translation.override("zh-hans"):
        steps = _table(_STEPS, (_step_row(life, step) for step in life.steps.values()))
        clocks = _table(_CLOCKS, (_clock_row(life, clock) for clock in life.clocks))
        return f"{steps}\n\n{clocks}\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [head, ["---"] * len(tuple(head)), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in lines)


def state_labels(life: Lifecycle) -> dict[str, str]:
    """What the states of a lifecycle are called."""
    return {value: str(label) for value, label in apps.get_model(life.model)._meta.get_field("state").choices}  # type: ignore[union-attr]


def _step_row(life: Lifecycle, step: Step) -> list[str]:
    names = state_labels(life)
    return [
        f"`{step.name}`",
        str(step.label),
        "、".join(names[s] for s in step.arrow.sources),
        " / ".join(names[s] for s in step.arrow.targets) or "–",
        step.by.listed(),
        step.registrar.listed() if step.registrar else "–",
        "；".join(str(fact.said) for fact in step.when) or "–",
        ", ".join(step.asks) or "–",
        step.cites,
    ]


def _clock_row(life: Lifecycle, clock: Clock) -> list[str]:
    names = state_labels(life)
    lasts = clock.lasts
    span = f"{lasts.usual} (`{lasts.key}`: {lasts.least} – {lasts.most})" if isinstance(lasts, Local) else str(lasts)
    return [
        f"`{clock.name}` {clock.says}",
        "、".join(names[s] for s in clock.states),
        span,
        clock.cites,
    ]
