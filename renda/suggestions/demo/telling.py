"""Telling the stories: every beat in the order of its day, through the steps themselves."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from renda.deputies.cast import CAST
from renda.deputies.demo import Cast
from renda.kernel import moment
from renda.kernel.clock.calendars import calendar_of
from renda.kernel.clock.rules import set_local_rule
from renda.kernel.clock.spans import WorkingDays
from renda.kernel.papers.keeping import attach, keep
from renda.kernel.permits.actor import Actor
from renda.kernel.trail.record import Behalf
from renda.suggestions import handling, lifecycle
from renda.suggestions.actions import begin_draft, register_on_paper
from renda.suggestions.demo.filling import fillers
from renda.suggestions.demo.live_stories import LIVE
from renda.suggestions.demo.session_stories import SESSION
from renda.suggestions.demo.story import Beat, Day, Story
from renda.suggestions.evaluating import Judgement, needs_judgement
from renda.suggestions.models import Suggestion

CLERK = "白玥琪"
ORGANS_STEPS = ("receive", "log_contact", "give_opinion", "reply")


@dataclass
class Telling:
    """The stage: the cast, and each story's suggestion once it exists."""

    cast: Cast
    made: dict[str, Suggestion] = field(default_factory=dict)

    def clerk(self) -> Actor:
        """Who sits in the office."""
        return self.cast.actor(CLERK)


def tell(cast: Cast, *, fillers_wanted: int = 45) -> int:
    """Tell all stories; returns how many suggestions there are."""
    stage = Telling(cast)
    _local_rules(cast)
    known = {member.name for member in CAST}
    others = [name for (slug, name) in cast.mandates if slug == "hewan" and name not in known]
    more = fillers(others, {story.place for story in SESSION}, fillers_wanted)
    for at, _order, story, beat in sorted(_beats([*SESSION, *LIVE, *more]), key=lambda b: b[:2]):
        with moment.at(at):
            _play(stage, story, beat)
    return len(stage.made)


def _local_rules(cast: Cast) -> None:
    """The place has rules of its own, so that its clocks differ from the usual ones."""
    city = cast.congresses["hewan"].pk
    set_local_rule(congress_id=city, key="suggestions.receive", span=WorkingDays(5))
    set_local_rule(congress_id=city, key="suggestions.judge", span=WorkingDays(10))


def _beats(stories: list[Story]) -> Iterator[tuple[datetime, int, Story, Beat]]:
    calendar, now = calendar_of(None), moment.now()
    for n, story in enumerate(stories):
        beats = story.beats or (Beat(1, "begin"),)
        for i, beat in enumerate(beats):
            day = _day(beat.day, now.date())
            if isinstance(beat.day, int):
                day = calendar.previous_working(day)
            # Minutes keep the order within a day; acceptance follows the place in the series.
            minutes = (
                10 * i
                + (story.place or n % 10) / 100
                + (story.place if beat.step == "accept" else 0)
            )
            at = datetime.combine(day, time(8, 30), tzinfo=now.tzinfo) + timedelta(minutes=minutes)
            yield min(at, now), n * 100 + i, story, beat


def _day(day: Day, today: date) -> date:
    return today - timedelta(days=day) if isinstance(day, int) else day


def _play(stage: Telling, story: Story, beat: Beat) -> None:
    if beat.step in ("submit", "begin"):
        stage.made[story.title] = _put_forward(stage, story, beat.step == "submit")
        return
    suggestion = stage.made[story.title]
    suggestion.refresh_from_db()
    if beat.step in ORGANS_STEPS:
        _organ_step(stage, suggestion, beat)
    elif beat.step == "judge":
        _judge(stage, story, suggestion, beat)
    else:
        lifecycle.life.steps[beat.step](suggestion, by=stage.clerk(), **_asked(stage, beat))


def _put_forward(stage: Telling, story: Story, is_submitted: bool) -> Suggestion:
    cast = stage.cast
    mandate = cast.mandates[story.congress, story.sponsor]
    fields = {
        "title": story.title,
        "problem": story.problem,
        "requests": list(story.requests),
        "category": story.category,
        "is_open": story.is_open,
    }
    if story.sponsor not in cast.users:
        paper = _scan(stage)
        return register_on_paper(
            by=stage.clerk(), mandate=mandate, fields=fields, paper=paper, on=None
        )
    actor = cast.actor(story.sponsor)
    suggestion = begin_draft(by=actor, mandate=mandate, fields=fields)
    return lifecycle.submit(suggestion, by=actor) if is_submitted else suggestion


def _asked(stage: Telling, beat: Beat) -> dict[str, Any]:
    if beat.step == "assign":
        organs = beat.asked["organs"]
        return {"organs": {stage.cast.organ(name): part for name, part in organs.items()}}
    return dict(beat.asked)


def _organ_step(stage: Telling, suggestion: Suggestion, beat: Beat) -> None:
    part = next(h for h in suggestion.standing if h.organ.name == beat.organ)
    asked = dict(beat.asked)
    if beat.step == "log_contact":
        asked["held_on"] = moment.today()
    by = stage.cast.handler(beat.organ)
    handling.life.steps[beat.step](part, by=by, **asked)


def _judge(stage: Telling, story: Story, suggestion: Suggestion, beat: Beat) -> None:
    said = beat.asked
    judgements = [
        Judgement(h.pk, **(said["by_organ"][h.organ.name] if "by_organ" in said else said))
        for h in suggestion.answering
        if needs_judgement(h)
    ]
    if story.sponsor in stage.cast.users:
        lifecycle.judge(suggestion, by=stage.cast.actor(story.sponsor), judgements=judgements)
        return
    paper = _scan(stage)
    behalf = Behalf("mandate", suggestion.sponsor_id, story.sponsor)
    lifecycle.judge(suggestion, by=stage.clerk(), judgements=judgements, behalf=behalf, paper=paper)
    attach(paper, suggestion, is_confidential=True)


def _scan(stage: Telling) -> Any:
    file = SimpleUploadedFile("征询意见表.png", blank_sheet(), content_type="image/png")
    city = stage.cast.congresses["hewan"]
    return keep(congress_id=city.pk, uploaded_file=file, uploaded_by=stage.clerk())


def blank_sheet(width: int = 210, height: int = 297) -> bytes:
    """A white sheet of paper as PNG: the demo has no signatures to show."""
    rows = (b"\x00" + b"\xff" * width) * height

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
