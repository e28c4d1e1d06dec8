"""Who is told, and what counts as read."""

import re

import pytest

from renda.kernel.notices.models import Notice, Outbox
from renda.kernel.notices.outbox import deliver
from renda.suggestions import lifecycle
from tests.life import CLERK, DEPUTY, POLICE, Life

pytestmark = pytest.mark.django_db
HANDLER = "郝雁南"


def close(city, name):
    """The account can sign in no more."""
    city.users[name].is_active = False
    city.users[name].save()


def waiting(city, **about):
    """Who is to be told: names of accounts, and names on the printed list."""
    names = {user.pk: name for name, user in city.users.items()}
    return {names.get(row.user_id, row.reader_name) for row in Outbox.objects.filter(**about)}


def test_opening_a_suggestion_reads_what_was_told_of_its_parts_too(client, city):
    life = Life(city).assigned()
    while deliver():
        pass
    mine = Notice.objects.filter(user_id=city.users[HANDLER].pk, read_at=None)
    assert mine.count() == 1
    client.force_login(city.users[HANDLER])
    page = client.get(f"/hewan/suggestions/{life.suggestion.pk}/").content.decode()
    form = page[page.index("<form hidden data-seen") :].partition("</form>")[0]
    subjects = re.findall(r'name="subject" value="([^"]+)"', form)
    client.post("/hewan/notices/seen/", {"subject": subjects})
    assert mine.count() == 0


def test_a_deputy_whose_account_is_closed_is_told_on_the_printed_list(city):
    life = Life(city).submitted()
    Outbox.objects.all().delete()
    close(city, DEPUTY)
    lifecycle.accept(life.fresh(), by=life.clerk)
    [row] = Outbox.objects.filter(action="suggestions.accept")
    assert (row.user_id, row.reader_name) == (None, DEPUTY)


def test_an_organ_whose_last_account_is_closed_is_told_on_the_printed_list(city):
    close(city, city.handlers["hewan", POLICE])
    Life(city).assigned(**{POLICE: "lead"})
    assert waiting(city, action="handlings.begin") == {POLICE}


def test_a_clerk_whose_account_is_closed_gets_no_notice(city):
    close(city, CLERK)
    Life(city).submitted()
    assert CLERK not in waiting(city, action="suggestions.submit")
