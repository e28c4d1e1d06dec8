"""Two people press at the same moment, and one presses twice."""

import pytest

from tests.crash.house import House
from tests.crash.visitor import accept, new_key, reply, together, version

pytestmark = pytest.mark.crash

ROUNDS = 14


def _events(house: House, action: str, pk: int) -> int:
    kind = "handling" if action.startswith("handlings") else "suggestion"
    return int(
        house.one(
            f"SELECT count(*) FROM trail_event WHERE action = '{action}' AND subject_id = {pk} "
            f"AND subject_type = 'suggestions.{kind}'"
        )
    )


def _taken(house: House, action: str, pk: int) -> int:
    return int(
        house.one(
            f"SELECT count(*) FROM lifecycle_taken WHERE action = '{action}' AND subject_id = {pk}"
        )
    )


def test_two_handlers_reply_at_once_and_one_is_told_so(house: House) -> None:
    house.start_web()
    for ids in house.told["heard"][:ROUNDS]:
        seen = version(house, "handling", ids[1])
        said = together(
            lambda ids=ids, seen=seen: reply(house, "孔堃", ids, version=seen),
            lambda ids=ids, seen=seen: reply(house, "郝雁南", ids, version=seen),
        )
        assert sorted(answer.code for answer in said) == [302, 409]
        loser = "孔堃" if said[0].code == 409 else "郝雁南"
        assert f"{loser}的答复" in next(a.body for a in said if a.code == 409), "typed text stays"
        assert _events(house, "handlings.reply", ids[1]) == 1
        assert _taken(house, "handlings.reply", ids[1]) == 1
        assert _events(house, "suggestions.conclude_replies", ids[0]) == 1
    assert house.one("SELECT count(*) FROM suggestions_reply") == ROUNDS
    house.is_whole()


def test_the_same_post_sent_many_times_acts_once_and_answers_alike(house: House) -> None:
    house.start_web()
    for n, ids in enumerate(house.told["heard"][:7]):
        key, seen = new_key(), version(house, "handling", ids[1])
        send = lambda ids=ids, key=key, seen=seen: reply(  # noqa: E731
            house, "郝雁南", ids, version=seen, key=key
        )
        said = together(*[send] * (2 + n % 7))
        assert {answer.code for answer in said} == {302}
        assert {answer.goes_to for answer in said} == {f"/hewan/suggestions/{ids[0]}/"}
        assert send().code == 302, "and once more, later"
        assert _events(house, "handlings.reply", ids[1]) == 1
        assert house.one(f"SELECT count(*) FROM suggestions_reply WHERE handling_id={ids[1]}") == 1
        assert house.one(f"SELECT count(*) FROM pages_answer WHERE key = '{key}'") == 1
    house.is_whole()


def test_numbers_given_at_once_are_each_given_once_without_a_gap(house: House) -> None:
    house.start_web()
    waiting = house.told["submitted"]
    first = house.one("SELECT max(number) FROM suggestions_suggestion")
    for n in range(0, len(waiting), 4):
        four = waiting[n : n + 4]
        said = together(
            *(
                lambda pk=pk, who=who: accept(house, who, pk)
                for pk, who in zip(four, ("白玥琪", "韩赟") * 2, strict=True)
            )
        )
        assert [answer.code for answer in said] == [302] * 4
    ids = ",".join(map(str, waiting))
    given = house.rows(f"SELECT number FROM suggestions_suggestion WHERE id IN ({ids})")
    numbers = sorted(number for (number,) in given)
    assert numbers == list(range(first + 1, first + 1 + len(waiting)))
    house.is_whole()
