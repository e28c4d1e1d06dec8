"""A place's own words on its pages: two congresses, one query, Chinese only."""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from renda.congress.models import GlossaryWord
from renda.congress.tests.pages import browser, read, send
from renda.kernel.words.local import say, say_lazily, speaking

pytestmark = pytest.mark.django_db
URL = "/registers/regions/"


def test_two_congresses_say_it_each_in_its_own_way(city):
    clerk, lower = browser(city, "白玥琪"), browser(city, "苗青禾")
    assert "旗县区" in read(clerk, f"/hewan{URL}") and "县市区" not in read(clerk, f"/hewan{URL}")
    assert "县市区" in read(lower, f"/linwan{URL}") and "旗县区" not in read(lower, f"/linwan{URL}")


def test_a_page_asks_for_its_words_once(city):
    clerk = browser(city, "白玥琪")
    read(clerk, f"/hewan{URL}")
    with CaptureQueriesContext(connection) as asked:
        read(clerk, f"/hewan{URL}")
    assert sum("congress_glossaryword" in query["sql"] for query in asked) == 1
    with CaptureQueriesContext(connection) as asked:
        read(clerk, "/hewan/registers/terms/")
    assert not [q for q in asked if "congress_glossaryword" in q["sql"]], "not asked, not loaded"


def test_the_tag_says_the_places_word_and_outside_a_place_the_usual_one():
    template = Template('{% load renda %}{% word "co_signer" %}')
    with override("zh-hans"):
        assert template.render(Context()) == "附议"
        with speaking(lambda: {"co_signer": "联名"}):
            assert template.render(Context()) == "联名"
            assert str(say_lazily("co_signer")) == "联名"
            assert say("deputy_home") == "代表之家"
        assert say("co_signer") == "附议"
    with override("en"), speaking(lambda: {"co_signer": "联名"}):
        assert say("co_signer") == "co-signer"


def test_a_word_that_the_glossary_does_not_know_is_a_fault_of_the_code():
    with pytest.raises(KeyError):
        say("county-level")


def test_the_administrator_enters_a_word_and_the_pages_follow(city):
    admin, url = browser(city, "高珺"), "/hewan/registers/words/"
    typed = {"glossary-key": "deputy_home", "glossary-word": "代表联络站"}
    assert send(admin, f"{url}enter/", **typed).status_code == 302
    page = read(admin, url)
    assert "代表联络站" in page and "代表之家" in page
    again = send(admin, f"{url}enter/", **typed | {"glossary-word": "别的"})
    assert again.status_code == 422, "one word for one thing"
    unknown = {"glossary-key": "nothing", "glossary-word": "词"}
    assert send(admin, f"{url}enter/", **unknown).status_code == 422
    row = GlossaryWord.objects.get(key="county_level", congress__slug="hewan")
    send(admin, f"{url}{row.pk}/withdraw/", version=row.version)
    assert "县市区" in read(admin, f"/hewan{URL}")


def test_a_word_belongs_to_one_congress(city):
    row = GlossaryWord.objects.get(key="county_level", congress__slug="hewan")
    lower = browser(city, "苗青禾")
    assert lower.get(f"/linwan/registers/words/{row.pk}/").status_code == 404
