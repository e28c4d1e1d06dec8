"""What a deputy tells the congress only stays there: on the page and on the signed sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.kernel import moment
from renda.kernel.pages.keys import new_key
from renda.kernel.papers.models import Paper
from renda.suggestions.demo.telling import blank_sheet
from renda.suggestions.models import Suggestion
from tests.life import CLERK, DEPUTY, Life

pytestmark = pytest.mark.django_db
REASON = "他们当面说了难听的话。"
HANDLER, CHAIR = "郝雁南", "贺川平"


@pytest.fixture
def judged(client, city) -> Suggestion:
    """The office registers a judgement whose reason is for the congress only."""
    life = Life(city).replied()
    part = life.part().pk
    said = {
        "key": new_key(),
        "version": life.fresh().version,
        "scan": SimpleUploadedFile("征询意见表.png", blank_sheet(), content_type="image/png"),
        "signed_name": DEPUTY,
        "on": moment.today().isoformat(),
        f"attitude_{part}": "dissatisfied",
        f"result_{part}": "satisfied",
        f"reason_{part}": REASON,
        f"is_private_{part}": "on",
    }
    client.force_login(city.users[CLERK])
    answer = client.post(f"/hewan/suggestions/{life.suggestion.pk}/judge/", said)
    assert answer.status_code == 302
    return life.fresh()


@pytest.mark.parametrize("name", [CLERK, DEPUTY])
def test_the_office_and_the_deputy_read_reason_and_sheet(client, city, judged, name):
    client.force_login(city.users[name])
    page = client.get(f"/hewan/suggestions/{judged.pk}/").content.decode()
    assert REASON in page and "征询意见表" in page
    assert client.get(f"/hewan/papers/{Paper.objects.get().pk}/").status_code == 200


@pytest.mark.parametrize("name", [HANDLER, CHAIR])
def test_nobody_else_reads_either(client, city, judged, name):
    client.force_login(city.users[name])
    page = client.get(f"/hewan/suggestions/{judged.pk}/").content.decode()
    assert judged.title in page
    assert REASON not in page and "征询意见表" not in page
    assert client.get(f"/hewan/papers/{Paper.objects.get().pk}/").status_code == 404
