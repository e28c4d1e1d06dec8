"""Local rules: what the law leaves to the place, with the usual number and the bounds in code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from renda.kernel.clock.models import LocalRule
from renda.kernel.clock.spans import Span
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import record

DECLARED: dict[str, "Local"] = {}  # by key, such as "suggestions.hand_back"


@dataclass(frozen=True)
class Rules:
    """The rules one congress has set itself, loaded once."""

    congress_id: int
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Local:
    """A declared local rule. `usual` holds until a place sets its own between `least` and `most`;
    all three are in one unit. `says` is what the administrator reads, `cites` on what it stands."""

    key: str
    usual: Span
    least: Span
    most: Span
    says: Any
    cites: str = "local"

    def __post_init__(self) -> None:
        if not self.allows(self.usual):
            raise ValueError(f"{self.key}: {self.usual} is outside {self.least} to {self.most}")
        if DECLARED.setdefault(self.key, self) != self:
            raise ValueError(f"{self.key} is declared twice")

    def span(self, rules: Rules) -> Span:
        """The span that holds in this congress."""
        return rules.spans.get(self.key, self.usual)

    def allows(self, span: Span) -> bool:
        """Whether a place may choose this span."""
        ends = sorted((self.least.n, self.most.n), key=abs)
        return (
            type(span) is type(self.least) is type(self.most)
            and (span.n < 0) == (self.most.n < 0)
            and abs(ends[0]) <= abs(span.n) <= abs(ends[1])
        )


def rules_of(congress_id: int) -> Rules:
    """The rules of a congress, with one query."""
    rows = LocalRule.objects.filter(congress_id=congress_id)
    return Rules(congress_id, {row.key: row.span() for row in rows})


@transaction.atomic
def set_local_rule(*, congress_id: int, key: str, span: Span, by: Actor | None = None) -> LocalRule:
    """Set a congress's own span for a rule. Raises Refused when the law's bounds do not allow it.

    Clocks that run already keep the span of their start.
    """
    local = DECLARED.get(key)
    if local is None:
        raise Refused(_("There is no local rule with this name."))
    if not local.allows(span):
        raise Refused(
            _("This rule may be set from %(least)s to %(most)s, not to %(asked)s.")
            % {"least": local.least.words(), "most": local.most.words(), "asked": span.words()}
        )
    unit = str(span).removeprefix(str(span.n))
    row, _is_new = LocalRule.objects.update_or_create(
        congress_id=congress_id, key=key, defaults={"amount": span.n, "unit": unit}
    )
    record(
        row,
        "clock.set_local_rule",
        congress_id=congress_id,
        actor_id=by.user_id if by else None,
        said={"rule": key, "span": str(span)},
    )
    return row
