"""Suggestions that cross a change of term, for tests."""

from renda.congress.models import Counterpart
from renda.deputies.cast import HOUSING
from renda.kernel import moment
from renda.kernel.registers.keeping import enter
from renda.suggestions import lifecycle
from renda.suggestions.actions import register_on_paper
from renda.suggestions.evaluating import Judgement
from tests.life import WORDS, Life, scan
from tests.turnover import BEFORE, Turn

COMMITTEE = "城乡建设环境资源委员会"


def turned(city, *again, **answers):
    """The whole change of term, with these deputies re-elected."""
    with moment.at(BEFORE):
        turn = Turn(city).again(*(again or ("乌仁托娅",)))
        turn.recognised().decided(**answers).settled_as_it_is().carried_out()
    return turn


def judged(life, by, result="satisfied"):
    said = [Judgement(h.pk, "satisfied", result, "没有修好。") for h in life.fresh().answering]
    return lifecycle.judge(life.fresh(), by=by, judgements=said)


def on_paper(city):
    """A suggestion of a deputy who never signs in and whose number nobody has."""
    life = object.__new__(Life)
    life.city, life.deputy = city, "秦二柱"
    life.suggestion = register_on_paper(
        by=city.actor("白玥琪"),
        mandate=city.mandates["hewan", "秦二柱"],
        fields=WORDS,
        paper=scan(city),
        on=moment.today(),
    )
    lifecycle.accept(life.fresh(), by=life.clerk)
    lifecycle.assign(life.fresh(), by=life.clerk, organs={city.organ(HOUSING): "lead"})
    _looked_after(city)
    return life


def _looked_after(city):
    row = Counterpart(
        congress=city.congresses["hewan"],
        committee=city.bodies["hewan", COMMITTEE],
        organ=city.organ(HOUSING),
    )
    if not Counterpart.objects.exists():
        enter(row, "congress.add_counterpart", by=None)
