"""Taking a step: lock, refuse or act, move the state, run the clocks, write events and notices.

This is the only module that assigns `.state` (with `undoing`, which restores it).
"""

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from renda.kernel.lifecycle.closing import close
from renda.kernel.lifecycle.models import Taken
from renda.kernel.lifecycle.occasion import Occasion, happened_at
from renda.kernel.lifecycle.opened import Opened, Pending, opened
from renda.kernel.lifecycle.registry import Process, life_of
from renda.kernel.lifecycle.step import Step
from renda.kernel.moment import now
from renda.kernel.papers.models import Paper
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.record import Behalf


@transaction.atomic
def take(
    step: Step,
    subject: Any,
    *,
    by: Actor,
    on: date | None = None,
    reason: str = "",
    behalf: Behalf | None = None,
    paper: Paper | None = None,
    version: int | None = None,
    **asked: Any,
) -> Any:
    """Take a step and return the subject as it is now.

    `on` is the day it happened (default now; earlier with a `reason`); `behalf` and `paper` say
    who really acted when a clerk registers it, and show the signed paper; `version` is what the
    person saw. Raises Refused with the reason, and then nothing has changed.
    """
    with opened() as (here, is_outermost):
        subject = here.lock(subject)
        _refuse(step, subject, by, behalf, paper, version)
        at = here.at or happened_at(subject, on, reason=reason, for_another=behalf is not None)
        if step.since:
            at = max(at, step.since(subject))
        row = _open_row(here, step.action, subject, by, at)
        entry = Pending(subject, step.action, row, before=subject.state, behalf=behalf)
        entry.said, entry.series = _said(reason, paper), step.series
        here.pending.append(entry)
        occasion = Occasion(by, at, reason, behalf, paper, row)
        _act(step, subject, occasion, asked, here)
        entry.after, entry.version = subject.state, subject.version
        if is_outermost:
            close(here, subject, take)
        return subject


@transaction.atomic
def begin(
    life: Process,
    subject: Any,
    *,
    by: Actor,
    on: date | None = None,
    reason: str = "",
    behalf: Behalf | None = None,
    paper: Paper | None = None,
) -> Any:
    """Save a new subject in its first state, start its clocks and write its event."""
    with opened() as (here, is_outermost):
        whole = life.whole(subject) if life.whole else None
        if whole is not None:
            here.lock(whole)
        subject.save(force_insert=True)
        here.adopt(subject)
        at = here.at or happened_at(subject, on, reason=reason, for_another=behalf is not None)
        row = _open_row(here, f"{life.name}.begin", subject, by, at)
        entry = Pending(subject, row.action, row, after=subject.state, behalf=behalf)
        entry.said = _said(reason, paper)
        here.pending.append(entry)
        for clock in life.clocks:
            clock.follow(subject, None, subject.state, on=at.date(), moment=at, taken_id=row.pk)
        here.stack.pop()
        if is_outermost:
            close(here, subject, take)
        return subject


def _refuse(
    step: Step,
    subject: Any,
    by: Actor,
    behalf: Behalf | None,
    paper: Paper | None,
    version: int | None,
) -> None:
    if version is not None and version != subject.version:
        raise Stale(
            _("Somebody was faster: the item has moved on. Look at it again before you act.")
        )
    if by.congress_id != subject.congress_id:
        raise Refused(_("This item belongs to another congress."))
    if why := step.refusal(subject, by, for_another=behalf is not None):
        raise Refused(why)
    if behalf is not None and paper is None:
        raise Refused(_("Add the scan of the signed paper."))


def _open_row(here: Opened, action: str, subject: Any, by: Actor, at: Any) -> Taken:
    row = Taken.objects.create(
        congress_id=subject.congress_id,
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        actor_id=by.user_id,
        at=at,
        recorded_at=now(),
        within=here.stack[-1] if here.stack else None,
    )
    here.stack.append(row)
    here.at = at  # what follows from a step happened when the step did
    return row


def _said(reason: str, paper: Paper | None) -> dict[str, Any]:
    return {"reason": reason, "paper": paper.sha256 if paper else ""}


def _act(step: Step, subject: Any, occasion: Occasion, asked: dict[str, Any], here: Opened) -> None:
    was = snapshot(subject)
    if step.wants_occasion:
        asked["occasion"] = occasion
    before = subject.state
    chosen = step.does(subject, **asked)
    subject.state = _target(step, before, chosen)
    subject.version += 1
    subject.save()
    _touch_whole(subject, here)
    life = life_of(subject)
    for clock in life.clocks:
        clock.follow(
            subject,
            before,
            subject.state,
            on=occasion.on,
            moment=occasion.at,
            taken_id=occasion.row.pk,
        )
    now_is = snapshot(subject)
    kept = ("version", *life.keeps)
    occasion.row.was = {k: v for k, v in was.items() if v != now_is[k] and k not in kept}
    here.stack.pop()


def _target(step: Step, before: str, chosen: Any) -> str:
    if step.arrow.stays:
        return before
    if len(step.arrow.targets) == 1:
        return step.arrow.targets[0]
    if chosen not in step.arrow.targets:
        raise TypeError(f"{step.action} must return one of {step.arrow.targets}, not {chosen!r}")
    return str(chosen)


def _touch_whole(subject: Any, here: Opened) -> None:
    whole = here.whole_of(subject)
    if whole is not subject:
        whole.version += 1
        type(whole)._default_manager.filter(pk=whole.pk).update(version=whole.version)


def snapshot(subject: models.Model) -> dict[str, Any]:
    """The subject's own fields as plain values."""
    return {f.attname: getattr(subject, f.attname) for f in subject._meta.concrete_fields}
