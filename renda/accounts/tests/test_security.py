"""The security log: written, never changed, kept long enough."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from renda.accounts import security
from renda.accounts.models import SecurityEntry
from renda.kernel.moment import BEIJING, at
from renda.kernel.pages import faults

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 10, 13, 12, 0, tzinfo=BEIJING)


@pytest.fixture
def request_of(person):
    def make(user=person, path="/hewan/desk/", **more):
        request = RequestFactory().get(path, **more)
        request.user = user
        request.congress = request.actor = request.problem = None
        return request

    return make


def test_a_look_is_recorded_with_who_when_where_from(request_of, person):
    with at(NOON):
        agent = "浏览器\x00" * 300
        request = request_of(path="/" + "x" * 999, headers={"User-Agent": agent})
        security.record(request, security.Kind.LOOK, person, "联系方式")
    entry = SecurityEntry.objects.get()
    assert (entry.at, entry.user_id, entry.ip, entry.detail) == (
        NOON,
        person.pk,
        "127.0.0.1",
        "联系方式",
    )
    assert (len(entry.path), len(entry.agent), "\x00" in entry.agent) == (300, 200, False)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_refused_page_is_recorded(request_of, person, is_known):
    request = request_of() if is_known else request_of(AnonymousUser())
    assert faults.forbidden(request, PermissionDenied()).status_code == 403
    entry = SecurityEntry.objects.get()
    assert (entry.kind, entry.user_id) == ("refused", person.pk if is_known else None)
    assert entry.path == "/hewan/desk/"


def test_entries_are_never_changed_or_deleted(request_of):
    entry = security.record(request_of(), security.Kind.EXPORT)
    for change in (
        entry.save,
        entry.delete,
        SecurityEntry.objects.all().delete,
        lambda: SecurityEntry.objects.update(detail="x"),
    ):
        with pytest.raises(TypeError):
            change()
    assert SecurityEntry.objects.count() == 1


def test_only_what_is_older_than_the_time_kept_is_removed(request_of):
    for days in (0, 180, 364, 400):
        with at(NOON - timedelta(days=days)):
            security.record(request_of(), security.Kind.LOOK, detail=str(days))
    with at(NOON):
        assert security.purge() == 1
        assert security.purge() == 0
        assert security.purge(kept_months=6) == 1
    kept = set(SecurityEntry.objects.values_list("detail", flat=True))
    assert kept == {"0", "180"}


def test_less_than_six_months_is_refused(request_of):
    with pytest.raises(ValueError, match="6"):
        security.purge(kept_months=5)
