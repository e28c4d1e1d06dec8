"""Every sentence that a notice may say names its item and reads in both languages."""

import re

import pytest
from django.utils import translation

from renda.kernel.notices import hearing, queries
from renda.kernel.notices.models import Notice
from renda.kernel.notices.outbox import REGISTERED, UNDONE

SENTENCES = sorted(
    {s for table in hearing._hears.values() for s in table.values()} | {UNDONE, REGISTERED}
)


def test_there_are_sentences():
    assert len(SENTENCES) > 15


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_names_its_item_once_and_fits_its_column(sentence):
    assert re.findall(r"%(?:\((\w+)\))?.?", sentence) == ["item"]
    assert len(sentence) <= Notice._meta.get_field("sentence").max_length


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_renders_in_both_languages(sentence):
    for language in ("zh-hans", "en"):
        with translation.override(language):
            said = translation.gettext(sentence) % {"item": "100% <某>"}
            assert "100% <某>" in said and "%(" not in said


@pytest.mark.django_db
def test_a_notice_of_an_item_that_is_gone_still_reads():
    row = Notice(subject_type="suggestions.suggestion", subject_id=10**9, sentence=SENTENCES[0])
    [line] = queries.lines([row])
    assert line.url == "" and line.text


@pytest.mark.django_db
def test_a_title_with_signs_of_its_own_is_shown_as_it_is(city):
    from tests.life import Life

    life = Life(city, title="涨价100%是真的吗 %(item)s {{ x }}")
    row = Notice(
        subject_type="suggestions.suggestion", subject_id=life.suggestion.pk, sentence=SENTENCES[0]
    )
    assert "涨价100%是真的吗 %(item)s {{ x }}" in queries.lines([row])[0].text


@pytest.mark.django_db
def test_outside_the_house_no_item_is_called_by_the_name_of_a_person(city):
    mandate = city.mandates["hewan", "乌仁托娅"]
    post = city.users["白玥琪"].posts.first()
    for kind, pk, name in (
        ("deputies.mandate", mandate.pk, "乌仁托娅"),
        ("congress.post", post.pk, "白玥琪"),
    ):
        row = Notice(subject_type=kind, subject_id=pk, sentence=SENTENCES[0])
        [line] = queries.lines([row])
        assert name in line.text and name not in line.brief
    for kind in ("deputies.personchange", "deputies.qualificationcase", "congress.handover"):
        assert hearing.outside_name(kind)
