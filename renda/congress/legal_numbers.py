"""Numbers that the law fixes or bounds: deputies, the standing committee, quorum, majority."""

from dataclasses import dataclass

from renda.congress.roles import Level

MONTHS_BETWEEN_MEETINGS = 2  # 组织法51: the standing committee meets at least every two months


@dataclass(frozen=True)
class Bounds:
    """A number that the law counts (`usual`) or only bounds (`usual` is None), with its article.

    `may_be_less` and `may_be_more` say that a small place may have fewer and that five per cent
    may be added by decision.
    """

    least: int
    most: int
    cites: str
    usual: int | None = None
    may_be_less: bool = False
    may_be_more: bool = False

    def holds(self, number: int) -> bool:
        """Whether a number fixed so keeps to the law."""
        return self.least <= number <= self.most


@dataclass(frozen=True)
class _Seats:
    """选举法12, one of its four items: the base, one more for so many people, the cap."""

    base: int
    people: int
    cap: int
    small_below: int = 0
    may_be_more: bool = False


_SEATS = {
    Level.PROVINCE: _Seats(350, 150_000, 1000, may_be_more=True),
    Level.PREFECTURE: _Seats(240, 25_000, 650),
    Level.COUNTY: _Seats(140, 5_000, 450, small_below=50_000, may_be_more=True),
    Level.TOWNSHIP: _Seats(45, 1_500, 160, small_below=2_000, may_be_more=True),
}
_MUNICIPALITY = _Seats(350, 25_000, 1000)
# 组织法47: least, most, and above how many people how many at most.
_COMMITTEE = {
    Level.PROVINCE: (45, 75, 80_000_000, 95),
    Level.PREFECTURE: (29, 51, 8_000_000, 61),
    Level.COUNTY: (15, 35, 1_000_000, 45),
}


def deputies(level: str, population: int | None, *, is_municipality: bool = False) -> Bounds | None:
    """How many deputies a congress has (选举法12): a base, and one more for so many people, up to
    a cap. Fewer where few people live; five per cent may be added in autonomous regions and where
    minorities live together or people far apart. None without a population, and for the nation.
    """
    seats = _SEATS.get(Level(level))
    if seats is None or population is None:
        return None
    if is_municipality and level == Level.PROVINCE:
        seats = _MUNICIPALITY
    usual = min(seats.base + population // seats.people, seats.cap)
    is_small = population < seats.small_below
    return Bounds(
        least=1 if is_small else usual,
        most=usual * 105 // 100 if seats.may_be_more else usual,
        usual=usual,
        cites="选举法12",
        may_be_less=is_small,
        may_be_more=seats.may_be_more,
    )


def committee(level: str, population: int | None) -> Bounds | None:
    """How many members a standing committee may have (组织法47.4); more where many people live. A
    township has none (组织法46)."""
    if Level(level) not in _COMMITTEE:
        return None
    least, most, many, most_there = _COMMITTEE[Level(level)]
    return Bounds(least, most_there if (population or 0) > many else most, "组织法47.4")


def majority(members: int) -> int:
    """过半数: of 15 it is 8, of 36 it is 19. Quorum and vote of a standing committee (组织法51.3、
    51.4), and the vote of a congress (组织法25), are counted of all members, not of those present.
    """
    return members // 2 + 1


def congress_quorum(deputies_in_all: int) -> int:
    """三分之二以上: how many deputies must be there for a session to be held (组织法14.4)."""
    return -(-2 * deputies_in_all // 3)
