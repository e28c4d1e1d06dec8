"""The local rules of a congress, as a page shows them: usual, bounds, what holds, who set it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from renda.kernel.clock import rules as spans
from renda.kernel.clock.models import LocalRule
from renda.kernel.clock.rules import Local, rules_of
from renda.kernel.clock.spans import Span, parse
from renda.kernel.options import declaring
from renda.kernel.options.declaring import GROUPS, Option, options_of
from renda.kernel.options.models import LocalOption
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.models import Event
from renda.kernel.trail.naming import names_in
from renda.kernel.trail.timeline import events_of

SPAN, OPTION = LocalRule._meta.label_lower, LocalOption._meta.label_lower


@dataclass(frozen=True)
class Setting:
    """One rule was set: when, by whom, to what."""

    at: datetime
    who: str
    value: str


@dataclass(frozen=True)
class Rule:
    """A declared rule with the value that holds in one congress."""

    declared: Local | Option
    value: Any
    last: Setting | None = None

    @property
    def key(self) -> str:
        """Its name in the code, and in the address."""
        return self.declared.key

    @property
    def is_span(self) -> bool:
        """Whether it is a length of time: running clocks keep the one of their start."""
        return isinstance(self.declared, Local)

    @property
    def is_usual(self) -> bool:
        """Whether the usual value holds."""
        return bool(self.value == self.declared.usual)

    @property
    def seen(self) -> str:
        """What a form carries, so that of two people who set it at once the later is told."""
        return str(self.value)

    @property
    def words(self) -> str:
        """What holds here."""
        return worded(self.declared, self.value)

    @property
    def usual(self) -> str:
        """What holds where nothing was set."""
        return worded(self.declared, self.declared.usual)

    @property
    def bounds(self) -> str:
        """Between what a place may choose."""
        return bounds_of(self.declared)


def worded(declared: Local | Option, value: Any) -> str:
    """A value for the reader."""
    if isinstance(value, Span):
        return value.words()
    assert isinstance(declared, Option)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    labels = dict(declared.choices)
    if isinstance(value, tuple | list):
        comma = pgettext("between names in a list", ", ")
        return comma.join(str(labels.get(one, one)) for one in value) or _("nothing")
    return str(labels.get(value, value))


def bounds_of(declared: Local | Option) -> str:
    """The bounds in words; "" for a free text."""
    if isinstance(declared, Local):
        ends = {"least": declared.least.words(), "most": declared.most.words()}
        return _("from %(least)s to %(most)s") % ends
    if isinstance(declared.usual, bool):
        return _("yes or no")
    if isinstance(declared.usual, int):
        return _("from %(least)s to %(most)s") % {"least": declared.least, "most": declared.most}
    comma = pgettext("between names in a list", ", ")
    return comma.join(str(label) for _key, label in declared.choices)


def rules_by_group(congress_id: int) -> list[tuple[str, list[Rule]]]:
    """Every declared rule as it holds here, process by process: a fixed number of queries."""
    settings = _settings(congress_id)
    found: dict[str, list[Rule]] = {}
    for rule in _all(congress_id):
        last = settings.get(rule.key, [None])[0]
        group = rule.key.partition(".")[0]
        label = str(GROUPS.get(group, _("Other rules")))
        found.setdefault(label, []).append(replace(rule, last=last))
    return sorted(found.items())


def rule_named(congress_id: int, key: str) -> Rule | None:
    """One rule as it holds here; None when nothing of this name was declared."""
    return next((rule for rule in _all(congress_id) if rule.key == key), None)


def settings_of(congress_id: int, key: str) -> list[Setting]:
    """Who set a rule to what and when, the newest first."""
    return _settings(congress_id).get(key, [])


def set_rule(rule: Rule, value: Any, *, congress_id: int, by: Actor | None) -> None:
    """Set it. Raises Refused outside its bounds, and when it is so already."""
    if value == rule.value:
        raise Refused(_("Nothing was changed."))
    if rule.is_span:
        spans.set_local_rule(congress_id=congress_id, key=rule.key, span=value, by=by)
    else:
        declaring.set_option(congress_id=congress_id, key=rule.key, value=value, by=by)


def _all(congress_id: int) -> list[Rule]:
    own, options = rules_of(congress_id), options_of(congress_id)
    lengths = [Rule(local, local.span(own)) for local in spans.DECLARED.values()]
    others = [Rule(option, option.of(options)) for option in declaring.DECLARED.values()]
    return sorted([*lengths, *others], key=lambda rule: rule.key)


def _settings(congress_id: int) -> dict[str, list[Setting]]:
    rows = [
        (SPAN, LocalRule.objects.filter(congress_id=congress_id).values_list("pk", flat=True)),
        (OPTION, LocalOption.objects.filter(congress_id=congress_id).values_list("pk", flat=True)),
    ]
    events = events_of(rows)
    names = names_in(events)
    return _by_key(events, names)


def _by_key(events: Iterable[Event], names: dict[Any, str]) -> dict[str, list[Setting]]:
    declared: dict[str, Local | Option] = {**spans.DECLARED, **declaring.DECLARED}
    found: dict[str, list[Setting]] = {}
    for event in sorted(events, key=lambda e: e.recorded_at, reverse=True):
        said = event.words.said if hasattr(event, "words") else {}
        rule = declared.get(said.get("rule", ""))
        if rule is None:  # erased, or no longer declared
            continue
        value = parse(said["span"]) if "span" in said else said.get("value")
        who = names.get(("user", event.actor_id or 0), "")
        found.setdefault(rule.key, []).append(Setting(event.recorded_at, who, worded(rule, value)))
    return found
