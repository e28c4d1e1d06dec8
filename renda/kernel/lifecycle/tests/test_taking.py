"""What the engine promises of every step: all of it or nothing, in one order, told once."""

import pytest
from django.db import transaction

from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.models import Taken
from renda.kernel.lifecycle.opened import _opened
from renda.kernel.lifecycle.registry import LIVES, life_of
from renda.kernel.notices import outbox
from renda.kernel.notices.models import Outbox
from renda.kernel.permits.actor import the_system
from renda.kernel.permits.refusal import Refused, Stale
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from tests.life import Life, handling, lifecycle

pytestmark = pytest.mark.django_db


def traces():
    """Everything a step leaves behind, counted."""
    return tuple(kind.objects.count() for kind in (Event, Taken, Deadline, Outbox))


@pytest.mark.parametrize("broken", ["tell", "record", "take_number"])
def test_a_step_that_breaks_at_its_end_leaves_nothing(city, monkeypatch, broken):
    from renda.kernel.lifecycle import closing

    life = Life(city).submitted()
    before = traces()

    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(closing, broken, fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        lifecycle.accept(life.fresh(), by=life.clerk)
    monkeypatch.undo()
    assert traces() == before
    assert (life.fresh().state, life.fresh().number) == ("submitted", None)
    assert _opened.get() is None, "the next step opens a taking of its own"
    lifecycle.accept(life.fresh(), by=life.clerk)
    assert life.fresh().number == 1


def test_a_refused_step_leaves_nothing(city):
    life = Life(city).assigned()
    before = traces()
    for wrong in (
        lambda: handling.receive(life.part(), by=life.clerk),
        lambda: handling.reply(life.part(), by=city.handler("市公安局"), text="x", result="A"),
        lambda: lifecycle.assign(life.fresh(), by=life.clerk, organs={}),
        lambda: lifecycle.begin_handling(life.fresh(), by=the_system(life.suggestion.congress_id)),
        lambda: lifecycle.begin_handling(life.fresh(), by=life.clerk),
    ):
        with pytest.raises(Refused):
            wrong()
    assert traces() == before


def test_a_row_that_is_gone_is_refused_in_words(city):
    life = Life(city)
    gone = life.fresh()
    gone.pk = 10**9
    with pytest.raises(Refused):
        lifecycle.submit(gone, by=life.sponsor)


def test_another_congress_cannot_take_a_step(city):
    life = Life(city).submitted()
    from renda.kernel.permits.actor import load

    with pytest.raises(Refused):
        lifecycle.accept(life.fresh(), by=load(life.clerk.user, city.congresses["linwan"]))


def test_an_old_object_in_hand_does_not_bring_an_old_state_back(city):
    life = Life(city)
    old = life.fresh()
    life.submitted()
    with pytest.raises(Stale):
        lifecycle.submit(old, by=life.sponsor, version=old.version)
    with pytest.raises(Refused):
        lifecycle.submit(old, by=life.sponsor)
    assert life.fresh().state == "submitted"


def test_a_part_moves_the_version_of_its_whole(city):
    life = Life(city).assigned()
    before = life.fresh().version
    life.received().heard()
    assert life.fresh().version > before + 1, "whoever looks at the whole sees that it moved"


def test_every_event_of_a_life_belongs_to_one_taking_and_the_versions_grow(city):
    life = Life(city).closed()
    rows = Taken.objects.filter(
        subject_type="suggestions.suggestion", subject_id=life.suggestion.pk
    )
    events = Event.objects.in_bulk([row.event_id for row in rows])
    assert len(events) == rows.count()
    versions = [events[row.event_id].version for row in rows.order_by("event_id")]
    assert versions == sorted(versions)
    for row in rows:
        event = events[row.event_id]
        assert (event.action, event.actor_id, event.subject_id) == (
            row.action,
            row.actor_id,
            row.subject_id,
        )
    assert list(faults()) == []


def test_before_and_after_of_the_events_are_one_thread(city):
    life = Life(city).closed()
    events = Event.objects.filter(
        subject_type="suggestions.suggestion", subject_id=life.suggestion.pk
    )
    state = ""
    for event in events.order_by("seq"):
        assert event.before == state
        state = event.after
    assert state == life.fresh().state == "closed"


def test_nobody_is_told_before_everything_is_written(city, monkeypatch):
    """Number and chain are the last locks; notices need the events' ids."""
    from renda.kernel.lifecycle import closing

    order = []
    real = {name: getattr(closing, name) for name in ("take_number", "record", "tell")}
    for name, act in real.items():
        monkeypatch.setattr(
            closing, name, lambda *a, n=name, f=act, **k: (order.append(n), f(*a, **k))[1]
        )
    life = Life(city).submitted()
    order.clear()
    lifecycle.accept(life.fresh(), by=life.clerk)
    assert order == ["take_number", "record", "tell"]
    assert outbox.Outbox.objects.exists()


def test_every_living_model_has_its_lifecycle_and_every_state_a_way_in():
    for life in LIVES.values():
        from django.apps import apps

        model = apps.get_model(life.model)
        states = {value for value, _label in model._meta.get_field("state").choices}
        reached = {str(t) for step in life.steps.values() for t in step.arrow.targets}
        first = model._meta.get_field("state").default
        assert states - reached - {str(first), str(life.void)} == set()
        assert life_of(model()) is life
