"""Open suggestions at a change of term: they go on under their old numbers and are judged by the
old lead deputy if re-elected or still to be reached, else by whom the office names (office.md
2.3-19)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import Body, Counterpart
from renda.congress.permits import deputies_office
from renda.congress.queries import committees
from renda.congress.roles import BodyKind
from renda.deputies.models import Mandate, TermChange
from renda.deputies.turnover.parts import Answers, Group, Item, Part
from renda.deputies.turnover.roster import again_by_person
from renda.kernel.notices.outbox import tell
from renda.kernel.options.declaring import Option, options_of
from renda.kernel.trail.record import record
from renda.suggestions.models import Suggestion
from renda.suggestions.naming import full_number
from renda.suggestions.queries import address, with_people
from renda.suggestions.states import SuggestionState as at

OPEN = (
    *(at.SUBMITTED, at.RETURNED, at.REGISTERED, at.ASSIGNED),
    *(at.RECEIVED, at.REPLIED, at.REOPENED),
)
UNNUMBERED = (at.SUBMITTED, at.RETURNED)
SPONSOR, BODY, DEPUTY = "sponsor", "body", "deputy"
MOST_NAMED = 12  # deputies of one unit offered by name; anybody else is named after the change

INSTEAD = Option(
    "suggestions.judges_instead",
    usual="committee",
    choices=(
        ("committee", gettext_lazy("the committee that looks after the organ")),
        ("sponsor", gettext_lazy("the former deputy, on paper")),
    ),
    says=gettext_lazy(
        "Who judges a reply when its deputy was not re-elected and cannot be reached"
    ),
)


def open_work(change: TermChange) -> QuerySet[Suggestion]:
    """Suggestions of the old term's deputies that are not closed, drafts left out: they are their
    writers' own."""
    return Suggestion.objects.filter(
        congress_id=change.congress_id, sponsor__term=change.old_id, state__in=OPEN
    ).order_by("session_id", "is_recess", "number", "id")


def groups(change: TermChange) -> list[Group]:
    """The open suggestions by how far they have come."""
    chooser = _Chooser(change)
    found: dict[str, list[Item]] = {}
    for row in with_people(open_work(change)).select_related("sponsor__person__user"):
        found.setdefault(str(row.get_state_display()), []).append(chooser.item(row))
    order = [str(label) for _value, label in at.choices]
    return [Group(name, found[name]) for name in sorted(found, key=order.index)]


def carry(change: TermChange, answers: Answers) -> None:
    """Each goes on, with an event in its own history; where another judges, that is written."""
    for row in open_work(change).select_related("judge_body", "judge_deputy"):
        answer = answers.get(str(row.pk), SPONSOR)
        kind, _colon, pk = answer.partition(":")
        if kind != SPONSOR:
            row.judge_body_id = int(pk) if kind == BODY else None
            row.judge_deputy_id = int(pk) if kind == DEPUTY else None
            row.version += 1
            row.save(update_fields=["judge_body", "judge_deputy", "version"])
        event = record(
            row,
            "suggestions.carry_over",
            congress_id=row.congress_id,
            actor_id=None,
            version=row.version,
            before=row.state,
            after=row.state,
        )
        tell(event, row)


class _Chooser:
    """What may be answered for each suggestion, with everything read once."""

    def __init__(self, change: TermChange) -> None:
        self.again = again_by_person(change)
        self.bodies = list(committees(change.congress_id))
        pairs = Counterpart.objects.filter(congress_id=change.congress_id, until_on=None)
        self.looks_after = dict(pairs.values_list("organ_id", "committee_id"))
        self.leaves_it = INSTEAD.of(options_of(change.congress_id)) == SPONSOR

    def item(self, row: Suggestion) -> Item:
        """One suggestion as the page asks it."""
        person = row.sponsor.person
        is_back = person.pk in self.again
        is_reachable = bool(person.mobile_hash) or bool(person.user and person.user.is_active)
        usual, why = SPONSOR, ""
        if is_back:
            why = _("Its deputy was re-elected.")
        elif row.state in UNNUMBERED:
            why = _("Its deputy was not re-elected; it waits for the office.")
        elif is_reachable:
            why = _("Its deputy was not re-elected, and can be reached.")
        else:
            why = _("Its deputy was not re-elected, and cannot be reached.")
            usual = SPONSOR if self.leaves_it else self._committee(row) or SPONSOR
        return Item(
            key=str(row.pk),
            title=str(row),
            answers=tuple(self._answers(row, is_back=is_back)),
            usual=usual,
            note=full_number(row),
            why=why,
            url=address(row),
        )

    def _answers(self, row: Suggestion, *, is_back: bool) -> Iterable[tuple[str, Any]]:
        name = row.sponsor.person.name
        yield SPONSOR, _("judged by %(name)s, who put it forward") % {"name": name}
        if row.state in UNNUMBERED or is_back:
            return
        for mandate in self._of_the_same_place(row.sponsor):
            said = _("judged by deputy %(name)s") % {"name": mandate.person.name}
            yield f"{DEPUTY}:{mandate.pk}", said
        for body in self.bodies:
            yield f"{BODY}:{body.pk}", _("judged by %(name)s") % {"name": body.name}

    def _of_the_same_place(self, old: Mandate) -> list[Mandate]:
        """The new deputies of the same electoral unit: they have its voters in common."""
        if not old.electoral_unit:
            return []
        same = [m for m in self.again.values() if m.electoral_unit == old.electoral_unit]
        return same[:MOST_NAMED]

    def _committee(self, row: Suggestion) -> str:
        """The committee that looks after the organ that answers; else the first one there is."""
        organs = [h.organ_id for h in row.answering]
        named = next((self.looks_after[o] for o in organs if o in self.looks_after), None)
        known: dict[int, Body] = {body.pk: body for body in self.bodies}
        special = [body for body in self.bodies if body.kind == BodyKind.COMMITTEE]
        first = next(iter(special or self.bodies), None)
        chosen = known.get(named or 0, first)
        return f"{BODY}:{chosen.pk}" if chosen is not None else ""


def _locks(change: TermChange) -> Iterable[QuerySet[Any]]:
    return [open_work(change)]


OPEN_WORK = Part(
    key="suggestions",
    name=gettext_lazy("Open suggestions"),
    about=gettext_lazy(
        "They go on under their old numbers, with the same organs and time limits. Say who judges"
        " the reply."
    ),
    place=30,
    to=deputies_office,
    groups=groups,
    carry=carry,
    locks=_locks,
)
