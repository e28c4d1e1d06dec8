"""How each step of a change of term comes to be taken, for the test of all steps."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from renda.deputies import changing_terms
from renda.deputies.carrying.posts import POSTS
from renda.deputies.changing_terms import usual_freeze
from renda.kernel.moment import today
from tests.turnover import Turn


def begun(play: Callable[[Turn], Any]) -> Callable[[Any], Any]:
    """A change of term that begins in three weeks, as far as `play` takes it."""

    def before(life: Any) -> Any:
        opens = today() + timedelta(days=21)
        life.turn = Turn(life.city, opens_on=opens, closes_on=opens + timedelta(days=4))
        return play(life.turn)

    return before


def plain(turn: Turn) -> Turn:
    """Just begun."""
    return turn


def days(turn: Turn) -> dict[str, Any]:
    """The elections on the last day, freezing on the first."""
    change = turn.change
    return {"elected_on": change.session.closes_on, "freezes_at": usual_freeze(change)}


def namesake(turn: Turn) -> Turn:
    """Somebody new who is called like a deputy of the old term."""
    turn.twin = turn.new("乌仁托娅")
    return turn


def pair(turn: Turn) -> dict[str, Any]:
    """The two of one name."""
    return {"pair": f"{turn.twin.pk}/{turn.city.mandates['hewan', '乌仁托娅'].pk}"}


def prepared(turn: Turn) -> Turn:
    """All but settled."""
    return turn.again("乌仁托娅").recognised().decided().dated(**days(turn))


def settled(turn: Turn) -> Any:
    """Waiting for its day."""
    return changing_terms.settle(prepared(turn).fresh(), by=turn.clerk)


def settled_on_the_day(life: Any) -> None:
    """The first session opens today: it follows at once."""
    life.turn = Turn(life.city, opens_on=today(), closes_on=today() + timedelta(days=4))
    settled(life.turn)


def moved(turn: Turn) -> dict[str, Any]:
    """A week later."""
    session = turn.change.session
    week = timedelta(days=7)
    return {"opens_on": session.opens_on + week, "closes_on": session.closes_on + week}


def nothing(_turn: Turn) -> dict[str, Any]:
    """The step asks nothing."""
    return {}


# step: how far the change has come, and what the step asks
TURNS: dict[str, tuple[Callable[[Turn], Any], Callable[[Turn], dict[str, Any]]]] = {
    "turnovers.move": (plain, moved),
    "turnovers.recognise": (lambda turn: turn.new("苏木吉"), nothing),
    "turnovers.tell_apart": (namesake, pair),
    "turnovers.make_one": (namesake, pair),
    "turnovers.decide": (plain, lambda _turn: {"part": POSTS, "answers": {}}),
    "turnovers.set_days": (plain, days),
    "turnovers.settle": (prepared, nothing),
    "turnovers.reopen": (settled, nothing),
    "turnovers.give_up": (settled, nothing),
}
