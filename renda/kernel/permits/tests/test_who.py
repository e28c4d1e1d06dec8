"""Denied unless allowed; questions are joined with & | ~ and keep their names."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from renda.kernel.permits.actor import Actor, Held, load, the_system
from renda.kernel.permits.who import everyone, signed_in, system, who

USER = SimpleNamespace(pk=5, is_authenticated=True)
NOBODY = Actor(None, 0)
CLERK = Actor(
    USER, 1, frozenset({Held("clerk", 10), Held("handler", 20), Held("chair", 30, above=True)})
)


@who("the clerk")
def clerk(actor, subject):
    return actor.holds("clerk")


@who("the handler")
def handler(actor, subject):
    return actor.holds("handler", subject)


@who("the mayor")
def mayor(actor, subject):
    return actor.holds("mayor")


def test_who_holds_nothing_may_nothing():
    for actor in (NOBODY, Actor(USER, 1), the_system(1)):
        assert not clerk(actor) and not handler(actor, 20) and not mayor(actor)
    assert not signed_in(NOBODY) and everyone(NOBODY)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (clerk, True),
        (mayor, False),
        (clerk | mayor, True),
        (mayor | clerk, True),
        (clerk & mayor, False),
        (mayor & clerk, False),
        (~mayor, True),
        (~clerk, False),
        (clerk & ~mayor, True),
        (~(clerk | mayor), False),
        (~(clerk & mayor), True),
        ((mayor | clerk) & handler, True),
        (mayor | (clerk & handler), True),
    ],
)
def test_questions_are_joined(question, answer):
    assert question(CLERK, 20) is answer


def test_a_role_is_held_at_a_place():
    assert CLERK.holds("handler") and CLERK.holds("handler", 20) and not CLERK.holds("handler", 21)
    assert CLERK.places("handler", "clerk") == {10, 20}


def test_a_role_held_above_is_not_held_here():
    assert not CLERK.holds("chair") and not CLERK.holds("chair", 30)
    assert CLERK.holds_above("chair") and not CLERK.holds_above("clerk")
    assert CLERK.places("chair") == set()


def test_an_answer_that_is_not_a_truth_value_is_made_one():
    @who("somebody")
    def somebody(actor, subject):
        return []

    assert somebody(CLERK) is False


def test_names_are_listed_for_a_refusal():
    assert (clerk | mayor).names == ("the clerk", "the mayor")
    assert "the clerk" in (clerk | mayor).listed() and "the mayor" in (clerk | mayor).listed()


def test_the_system_is_nobody_and_nobody_is_the_system():
    assert system(the_system(1)) and not system(NOBODY) and not system(CLERK)
    assert the_system(1).user_id is None and CLERK.user_id == 5


def test_an_actor_outside_a_congress_holds_nothing():
    assert load(USER, None).held == frozenset()
    stranger = load(AnonymousUser(), None)
    assert (stranger.user_id, stranger.held) == (None, frozenset())
    assert load(None, SimpleNamespace(pk=3)) == Actor(None, 3)


def test_what_is_loaded_cannot_be_added_to():
    with pytest.raises(AttributeError):
        CLERK.held.add(Held("mayor", 1))
    with pytest.raises(AttributeError):
        CLERK.held = frozenset()


@pytest.mark.django_db
def test_posts_and_mandates_are_loaded_for_this_congress_and_those_above(city):
    district = city.congresses["linwan"]
    clerk_of_city = load(city.users["白玥琪"], district)
    assert clerk_of_city.holds_above("deputies_office") and not clerk_of_city.holds(
        "deputies_office"
    )
    below = load(city.users["苗青禾"], city.congresses["hewan"])
    assert below.held == frozenset(), "a lower congress's clerk is nobody above"
    both = load(city.users["刘麦霞"], city.congresses["langwan"])
    assert both.holds("presidium_chair") and both.holds("deputy")


@pytest.mark.django_db
def test_a_post_that_has_ended_gives_nothing(city):
    from datetime import timedelta

    from renda.kernel import moment

    post = city.users["白玥琪"].posts.get()
    post.until_on = moment.today() - timedelta(days=1)
    post.save()
    assert not city.actor("白玥琪").holds("deputies_office")
    with moment.at(moment.now() - timedelta(days=1)):
        assert city.actor("白玥琪").holds("deputies_office"), "the last day is held"
