"""Each house rule is broken once, on purpose, and the very check that keeps it must see it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory, override_settings
from django.urls import get_resolver, path

from renda.deputies.cast import CITY, TOWN
from renda.kernel.lifecycle import manual
from renda.kernel.pages.decorators import act, page
from renda.kernel.permits.who import everyone, signed_in
from renda.kernel.trail import triggers
from renda.suggestions.models import Suggestion
from renda.suggestions.queries import visible_to
from tests.life import Life
from tests.rules import (
    coverage,
    dependencies,
    docstrings,
    imports,
    keys,
    laws,
    names,
    pages,
    sizes,
    states,
)
from tests.rules.addresses import differences, unlisted, walk, without_permit
from tests.rules.visibility import disagreements

MODEL = '"""M."""\nfrom django.db import models\nclass A(models.Model):\n    """A."""\n    '
BRANCHY = "def f(a):\n" + "".join(f"    if a == {n}:\n        return {n}\n" for n in range(11))
BROKEN = [
    (sizes.long_files, "renda/a.py", "x = 1\n" * 301),
    (sizes.long_functions, "renda/a.py", "def f():\n" + "    x = 1\n" * 40),
    (sizes.complex_functions, "renda/a.py", BRANCHY),
    (sizes.long_templates, "a.html", "<p>\n" * 151),
    (imports.upward, "renda/congress/a.py", "from renda.suggestions.models import Suggestion"),
    (imports.upward, "renda/desk/a.py", "from renda.portal import queries"),
    (imports.upward, "renda/kernel/trail/a.py", "from renda.kernel.pages.rail import add"),
    (imports.upward, "renda/kernel/clock/a.py", "import renda.congress.models"),
    (imports.upward, "renda/congress/a.py", "import_module('renda.suggestions.models')"),
    (imports.upward, "renda/congress/a.py", "def f():\n    from renda.desk import views"),
    (imports.upward, "renda/congress/a.py", "from ..suggestions import models"),
    (imports.upward, "renda/congress/a.py", "from tests.life import Life"),
    (imports.rooms, "renda/suggestions/models.py", "from renda.suggestions.views import detail"),
    (imports.rooms, "renda/suggestions/queries.py", "from renda.suggestions import lifecycle"),
    (imports.rooms, "renda/desk/views.py", "from renda.suggestions.forms import ASKS"),
    (imports.unknown_rooms, "renda/suggestions/drawer.py", ""),
    (states.assigned_outside, "renda/a/b.py", "row.state = 'closed'"),
    (states.assigned_outside, "renda/a/b.py", "row.state += 'closed'"),
    (states.assigned_outside, "renda/a/b.py", "rows.update(state='closed')"),
    (states.assigned_outside, "renda/a/b.py", "setattr(row, 'state', 'closed')"),
    (states.assigned_outside, "renda/a/b.py", "objects.bulk_update(rows, ['state'])"),
    (states.assigned_outside, "renda/a/b.py", "Suggestion(title='a', state='closed')"),
    (states.assigned_outside, "renda/a/b.py", "get_or_create(pk=1, defaults={'state': 'closed'})"),
    (states.assigned_outside, "renda/a/b.py", "run('UPDATE a SET state = 1')"),
    (docstrings.missing_in_modules, "renda/a.py", "x = 1"),
    (docstrings.missing_in_public, "renda/a.py", "def told(): ..."),
    (docstrings.missing_in_public, "renda/a.py", "class A:\n    '''A.'''\n    def told(self): ..."),
    (names.drawers, "renda/a/utils.py", ""),
    (names.empty_names, "renda/a.py", "class SuggestionManager: ..."),
    (names.field_names, "renda/a.py", MODEL + "status = models.CharField()"),
    (names.field_names, "renda/a.py", MODEL + "deadline = models.DateField()"),
    (names.field_names, "renda/a.py", MODEL + "created = models.DateTimeField()"),
    (names.field_names, "renda/a.py", MODEL + "open = models.BooleanField()"),
    (pages.inline, "a.html", '<p style="color: red">'),
    (pages.inline, "a.html", "<script>alert(1)</script>"),
    (pages.inline, "a.html", '<a onclick="go()">'),
    (dependencies.machine_in, "docs/a.md", "see /" + "work/main"),
    (dependencies.machine_in, "docs/a.md", "https://" + "pypi" + ".org/simple"),
]


@pytest.mark.parametrize(("rule", "name", "text"), BROKEN)
def test_a_broken_file_is_seen(rule: Any, name: str, text: str) -> None:
    assert rule({name: text})


def test_what_is_right_is_not_called_wrong() -> None:
    right = '"""A."""\nrows.filter(state="closed", a=Q(state="draft"))\nname = row.state\n'
    assert states.assigned_outside({"renda/a/b.py": right}) == []
    assert states.assigned_outside({"renda/kernel/lifecycle/b.py": "row.state = 1"}) == []
    down = {"renda/suggestions/a.py": "from renda.congress.models import Body"}
    assert imports.upward(down) == []
    assert names.field_names({"renda/a.py": MODEL + "ends_on = models.DateField()"}) == []


def test_a_template_that_nobody_uses_and_one_that_is_not_there() -> None:
    templates, view = {"a/b.html": "", "a/c.html": ""}, {"v.py": '"a/b.html" "a/d.html"'}
    assert pages.unused(templates, view) == ["a/c.html"]
    assert pages.lost(templates, view) == ["a/d.html"]


def test_a_foreign_key_upwards() -> None:
    up = ("renda.kernel.trail.models", "trail.Event.congress", "renda.congress.models")
    down = ("renda.congress.models", "congress.Post.user", "renda.accounts.models")
    within = ("renda.kernel.trail.models", "trail.Event.paper", "renda.kernel.papers.models")
    assert keys.upward([up, down, within]) == [
        "trail.Event.congress points to renda.congress.models",
        "trail.Event.paper points to renda.kernel.papers.models",
    ]


def test_a_step_or_clock_without_an_article() -> None:
    right = ["代表法51.2", "代表法24、36", "代表法51.1、组织法42", "local"]
    assert laws.uncited([("a", cites) for cites in right]) == []
    wrong = ["", "the law", "代表法", "代表法 51", "民法202"]
    assert len(laws.uncited([("a", cites) for cites in wrong])) == len(wrong)


def test_a_dependency_without_a_reason_and_a_lock_with_an_address() -> None:
    assert dependencies.without_reason("Django==5.2.19  # the framework\n# why\n-r a.in\n") == []
    assert dependencies.without_reason("Django==5.2.19\nDjango>=5  # why\n") != []
    assert dependencies.addresses_in_lock("--index-url https://somewhere.example\n")
    assert dependencies.unhashed("a==1 \\\n    --hash=sha256:00\nb==2\n    # via a\n") == ["b==2"]


def test_a_row_of_the_coverage_without_a_test() -> None:
    head = "| id | what | state | where | shown by | missing |\n|---|---|---|---|---|---|\n"
    good = "| 1.01 | it | works | / | `tests/a.py::test_a` | |\n"
    assert coverage.faults(head + good, {"tests/a.py::test_a"}) == []
    for bad in (
        good,
        good.replace("`tests/a.py::test_a`", ""),
        good.replace("works", "done"),
        good.replace("1.01", "one"),
    ):
        known = set() if bad is good else {"tests/a.py::test_a"}
        assert coverage.faults(head + bad, known), bad


def test_a_stale_page_of_the_manual(tmp_path: Path) -> None:
    for name, text in manual.pages().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert manual.stale(tmp_path) == []
    (tmp_path / "suggestions.md").write_text("| `assign` | whoever likes |", encoding="utf-8")
    (tmp_path / "abolished.md").write_text("", encoding="utf-8")
    assert manual.stale(tmp_path) == ["abolished.md", "suggestions.md"]


def bare(request: Any) -> Any:
    """A view that neither @page nor @act made."""


@page(None, to=signed_in)
def leaking(request: Any, pk: int) -> Any:
    """A page that forgets to ask what is visible."""
    from django.http import HttpResponse

    return HttpResponse(Suggestion.objects.get(pk=pk).title)


urlpatterns = [
    *get_resolver().url_patterns,
    path("bare/", bare, name="bare"),
    path("<slug:congress>/leaking/<int:pk>/", leaking, name="leaking"),
]


def test_an_address_that_nobody_listed_and_a_view_without_a_permit() -> None:
    listed = [a.name for a in walk(get_resolver().url_patterns)]
    assert unlisted(walk(urlpatterns), listed) == ["bare is not listed", "leaking is not listed"]
    assert unlisted(walk(urlpatterns[-1:]), ["leaking", "gone"]) == [
        "gone is listed and does not exist"
    ]
    assert without_permit(walk(urlpatterns[-2:]), []) == ["bare"]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.test_seeded_faults")
def test_an_item_of_another_congress_that_can_be_reached(city: Any) -> None:
    client = Client()
    client.force_login(city.users["苗青禾"])
    pk = Life(city).submitted().suggestion.pk
    got = {slug: str(client.get(f"/{slug}/leaking/{pk}/").status_code) for slug in (CITY, TOWN)}
    assert differences({CITY: "404", TOWN: "404"}, got), "the table must see it"


@pytest.mark.django_db
def test_a_permit_wider_than_the_list(city: Any) -> None:
    actor, row = city.actor("高珺"), Life(city).submitted().fresh()
    assert disagreements("高珺", visible_to(actor), [row], lambda s: everyone(actor, s))


def request_of(method: str, user: Any = None) -> Any:
    """A request as the middleware would have left it."""
    request: Any = getattr(RequestFactory(), method)("/")
    request.user = user or SimpleNamespace(is_authenticated=False)
    request.actor = SimpleNamespace(user=None, user_id=None)
    request.congress = request.problem = None
    return request


@pytest.mark.django_db
def test_a_write_on_a_page(city: Any) -> None:
    row = Life(city).suggestion

    @page(None, to=everyone)
    def by_the_model(request: Any) -> Any:
        """It saves."""
        Suggestion.objects.filter(pk=row.pk).update(title="别的")

    @page(None, to=everyone)
    def by_hand(request: Any) -> Any:
        """It writes past the models."""
        with connection.cursor() as cursor:
            cursor.execute("WITH a AS (SELECT 1) DELETE FROM lifecycle_taken")

    for view in (by_the_model, by_hand):
        with pytest.raises(DatabaseError), transaction.atomic():
            view(request_of("get"))
    assert Suggestion.objects.get(pk=row.pk).title == row.title


@pytest.mark.django_db
def test_a_write_that_is_not_posted() -> None:
    @act(to=everyone, keyed=False)
    def write(request: Any) -> str:
        """It would write."""
        raise AssertionError("an act was called by a link")

    assert write(request_of("get")).status_code == 405


@pytest.mark.django_db
def test_a_trigger_that_is_gone() -> None:
    assert triggers.missing(connection) == []
    with transaction.atomic():
        triggers.disarm(connection)
        assert len(triggers.missing(connection)) > 1
        transaction.set_rollback(True)
    assert triggers.missing(connection) == []
