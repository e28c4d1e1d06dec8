"""An event holds who, what, which and when, and never a word that anyone typed."""

import pytest

from renda.kernel.trail.models import Event, Words
from renda.kernel.trail.record import Behalf, erase_words
from renda.kernel.trail.tests.telling import PLACE, tell
from renda.kernel.trail.verify import faults
from tests.life import WORDS, Life

pytestmark = pytest.mark.django_db

SAID = "夜里灯不亮摔伤两位老人"


def texts_of_events():
    """Every value of every column of every event, as one text."""
    return "\n".join(str(value) for row in Event.objects.values_list() for value in row)


def test_a_rich_story_leaves_no_word_of_it_in_any_event(city):
    life = Life(city, problem=SAID)
    life.replied().judged("dissatisfied", "只修了三个小区")
    life.heard().answered(text="四个小区全部修复").judged()
    tell("刘麦霞代表的手机号是13900000002")
    typed = [
        SAID,
        "只修了三个小区",
        "四个小区全部修复",
        "已列入计划",
        "当面听取意见",
        "13900000002",
    ]
    typed += [WORDS["title"], *WORDS["requests"], *city.users, "haoyannan"]
    said = texts_of_events()
    assert Event.objects.filter(subject_type__startswith="suggestions.").count() > 10
    assert [word for word in typed if word in said] == []


def test_the_name_signed_on_a_paper_is_among_the_erasable_words():
    from renda.kernel.trail.models import Chain
    from renda.kernel.trail.record import record

    event = record(
        Chain(congress_id=PLACE),
        "test.said",
        congress_id=PLACE,
        actor_id=1,
        behalf=Behalf("mandate", 12, "秦二柱"),
    )
    assert (event.behalf_kind, event.behalf_id) == ("mandate", 12)
    assert event.words.said == {"signed_by": "秦二柱"}
    erase_words(event, actor_id=1)
    assert not Words.objects.filter(event=event).exists()
    assert list(faults()) == []


def test_the_same_words_have_another_hash_each_time():
    one, two = tell("满意", "满意")
    assert one.words_hash != two.words_hash


def test_an_event_without_words_has_no_hash():
    from renda.kernel.trail.models import Chain
    from renda.kernel.trail.record import record

    event = record(
        Chain(congress_id=PLACE), "test.said", congress_id=PLACE, actor_id=1, said={"reason": ""}
    )
    assert event.words_hash == "" and not Words.objects.filter(event=event).exists()
