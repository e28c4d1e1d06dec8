"""Two administrators at the same moment: one always stays, and no user name is given twice."""

from datetime import date

import pytest

from tests.crash.house import House
from tests.crash.visitor import Said, new_key, post, together

pytestmark = pytest.mark.crash
BOTH = ("高珺", "单禾")
LOGIN = {"高珺": "gaojun", "单禾": "shanhe"}


def _administrators(house: House) -> dict[str, tuple[int, int]]:
    """Who is administrator without a last day, with post and version."""
    rows = house.rows(
        "SELECT u.name, p.id, p.version FROM congress_post p JOIN accounts_user u "
        "ON u.id = p.user_id WHERE p.role = 'administrator' AND p.until_on IS NULL "
        f"AND p.body_id = {house.told['center']}"
    )
    return {name: (pk, version) for name, pk, version in rows}


def _end(house: House, who: str, whose: str) -> Said:
    pk, version = _administrators(house)[whose]
    last = date(2099, 1, 1).isoformat()
    return post(house, who, f"/hewan/posts/{pk}/end/", until_on=last, version=version)


def test_two_administrators_end_each_others_post_and_one_stays(house: House) -> None:
    house.start_web()
    ends = [lambda a=a, b=b: _end(house, a, b) for a, b in (BOTH, BOTH[::-1])]
    for _round in range(5):
        said = together(*ends)
        assert sorted(answer.code for answer in said) == [302, 409]
        assert "没有系统管理员" in next(answer.body for answer in said if answer.code == 409)
        (left,) = _administrators(house)
        gone = next(name for name in BOTH if name != left)
        pk, version = house.rows(
            "SELECT p.id, p.version FROM congress_post p JOIN accounts_user u ON u.id = p.user_id "
            f"WHERE p.role = 'administrator' AND u.name = '{gone}'"
        )[0]
        typed = {"basis": "appointed", "from_on": "2021-12-20", "until_on": "", "why": "再来"}
        again = post(house, left, f"/hewan/registers/posts/{pk}/change/", version=version, **typed)
        assert again.code == 302
    house.is_whole()


def test_accounts_made_at_once_have_each_a_name_of_their_own(house: House) -> None:
    house.start_web()

    def make(who: str, letter: str) -> Said:
        people = "\n".join(f"{letter}某{n}" for n in range(8))
        typed = {"people": people, "from_on": "2026-01-01"}
        return post(house, who, "/hewan/accounts/make-many/", **typed)

    said = together(
        *(lambda w=who, c=c: make(w, c) for who, c in zip(BOTH * 2, "甲乙丙丁", strict=True))
    )
    assert [answer.code for answer in said] == [200] * 4
    names = house.rows("SELECT username FROM accounts_user WHERE username LIKE 'hewan0%'")
    assert len(names) == len(set(names)) == 32
    house.is_whole()


def test_one_slip_list_sent_twice_at_once_is_printed_once(house: House) -> None:
    house.start_web()
    key, people = new_key(), "万和平\n乔云"

    def send() -> Said:
        typed = {"key": key, "people": people, "from_on": "2026-01-01"}
        return post(house, "高珺", "/hewan/accounts/make-many/", **typed)

    said = together(send, send, send)
    assert sorted(answer.code for answer in said) == [200, 409, 409]
    assert house.one("SELECT count(*) FROM accounts_invitation") == 2
    house.is_whole()
