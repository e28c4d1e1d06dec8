"""The demo is told through the steps: it visits every state, leaves the trail whole, opens for
everyone in it; and the trail's triggers outlive migrations."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from renda.deputies.cast import CAST, CITY
from renda.kernel.lifecycle.life import LIVES
from renda.kernel.lifecycle.table import state_labels
from renda.kernel.trail import triggers
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import faults
from renda.kernel.words.forbidding import forbidden_in
from renda.suggestions.entries import Contact, Opinion, Reply
from renda.suggestions.models import Suggestion

# States that the story does not visit, with the reason.
UNVISITED = {
    ("suggestions.handling", "void"): "entered only when an assignment is undone",
    (
        "suggestions.handling",
        "merged",
    ): "entered only when successor and organ share a matter",
}


@pytest.fixture
def told(transactional_db: None, settings: Any, tmp_path: Path) -> None:
    """The small demo in an empty database."""
    triggers.disarm(connection)
    call_command("flush", interactive=False, verbosity=0)
    triggers.arm(connection)
    call_command("tell_demo", "--small", verbosity=0)


def visited() -> set[tuple[str, str]]:
    """Every state that an event led into."""
    return set(Event.objects.exclude(after="").values_list("subject_type", "after").distinct())


@pytest.mark.slow
def test_the_story_visits_every_state_and_everything_holds(told: None) -> None:
    declared = {(model, state) for model, life in LIVES.items() for state in state_labels(life)}
    assert declared - visited() == set(UNVISITED)
    assert list(faults()) == []
    assert Suggestion.objects.filter(published_on__isnull=False).exists()
    # A story speaks as deputies do; only the words of another institution are wrong in it too.
    said = [w for text in written() for w in forbidden_in(text, "") if "政协" in w]
    assert said == []
    assert_everyone_can_work()


def written() -> list[str]:
    """Every text of the story."""
    rows = Suggestion.objects.values_list("title", "problem")
    texts = [text for row in rows for text in row]
    texts += [r for s in Suggestion.objects.all() for r in s.requests]
    for kind, field in ((Contact, "summary"), (Opinion, "text"), (Reply, "text")):
        texts += kind.objects.values_list(field, flat=True)
    return texts


def assert_everyone_can_work() -> None:
    """Whoever of the cast signs in finds a desk; everything on it opens."""
    from django.contrib.auth import get_user_model

    client = Client()
    for member in CAST:
        if member.login:
            client.force_login(get_user_model().objects.get(username=member.login))
            assert client.get(reverse("desk:home", args=[CITY])).status_code == 200, member.name
    for suggestion in Suggestion.objects.filter(congress__slug=CITY).exclude(state="draft"):
        client.force_login(get_user_model().objects.get(username="baiyueqi"))
        url = reverse("suggestions:detail", args=[CITY, suggestion.pk])
        assert client.get(url).status_code == 200, suggestion


def test_the_triggers_are_there_after_migrating(db: None) -> None:
    assert triggers.missing(connection) == []


@pytest.mark.sqlite
def test_the_triggers_are_there_after_a_migration_that_copies_the_table(
    transactional_db: None,
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite: it copies a table to alter it")
    old = Event._meta.get_field("action")
    new = models.CharField(max_length=61)
    new.set_attributes_from_name("action")
    new.model = Event
    with connection.schema_editor() as editor:
        editor.alter_field(Event, old, new, strict=False)
    assert triggers.missing(connection) != [], "SQLite dropped them with the old table"
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []
    with connection.schema_editor() as editor:
        editor.alter_field(Event, new, old, strict=False)
    call_command("migrate", verbosity=0)
