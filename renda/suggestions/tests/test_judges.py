"""Who judges a suggestion whose deputy is out of office: the deputy still, or who was named."""

from datetime import timedelta

import pytest

from renda.congress.actions import give_post
from renda.congress.models import Body
from renda.deputies.cast import HOUSING
from renda.deputies.models import Suspension
from renda.kernel import moment
from renda.kernel.notices.models import Outbox
from renda.kernel.options.declaring import set_option
from renda.kernel.permits.refusal import Refused
from renda.suggestions import handling, lifecycle
from renda.suggestions.carrying import OPEN_WORK
from renda.suggestions.evaluating import Judgement
from renda.suggestions.permits import judges, reader
from renda.suggestions.tests.crossing import judged, on_paper, turned
from renda.suggestions.waiting import waiting
from tests.life import Life, scan
from tests.turnover import AFTER, BEFORE, Turn

pytestmark = pytest.mark.django_db
COMMITTEE = "城乡建设环境资源委员会"


@pytest.fixture(autouse=True)
def _before():
    with moment.at(BEFORE - timedelta(days=20)):
        yield


@pytest.fixture
def open_one(city):
    """刘麦霞's suggestion, handed to the housing bureau; she will not be re-elected."""
    return Life(city, deputy="刘麦霞").assigned().received().heard()


def test_who_cannot_be_reached_is_replaced_by_the_committee_that_looks_after_the_organ(city):
    life = on_paper(city)
    turned(city)
    committee = Body.objects.get(congress__slug="hewan", name=COMMITTEE)
    assert life.fresh().judge == committee
    head = city.users["敖日其楞"]
    told = Outbox.objects.filter(action="suggestions.carry_over", user_id=head.pk)
    assert told.count() == 1
    with moment.at(AFTER):
        handling.receive(life.part(), by=city.handler(HOUSING))
        life.heard().answered()
        assert not judges(city.actor("敖日其楞"), life.fresh()), "elected anew, like the committee"
        give_post(user=head, body=committee, role="committee_head", from_on=AFTER.date())
        actor = city.actor("敖日其楞")
        assert list(waiting(actor)) == [life.suggestion]
        assert not judges(city.actor("贺川平"), life.fresh())
        judged(life, actor)
    assert life.fresh().state == "closed"


def test_the_place_may_leave_it_to_the_former_deputyon_paper(city):
    set_option(
        congress_id=city.congresses["hewan"].pk, key="suggestions.judges_instead", value="sponsor"
    )
    life = on_paper(city)
    turned(city)
    assert life.fresh().judge == city.mandates["hewan", "秦二柱"]


def test_the_office_names_a_new_deputy_of_the_same_place(city, open_one):
    with moment.at(BEFORE):
        turn = Turn(city).again("乌仁托娅")
        new = turn.new("苏木吉", "临湾区")
        [item] = [i for g in OPEN_WORK.groups(turn.change) for i in g.items]
        assert item.usual == "sponsor" and f"deputy:{new.pk}" in dict(item.answers)
        answers = {str(open_one.suggestion.pk): f"deputy:{new.pk}"}
        turn.recognised().decided(suggestions=answers).settled_as_it_is().carried_out()
    assert open_one.fresh().judge == new
    with moment.at(AFTER):
        open_one.answered()
        assert not judges(city.actor("刘麦霞"), open_one.fresh())
        with pytest.raises(Refused):
            judged(open_one, city.actor("刘麦霞"))
        assert reader(city.actor("刘麦霞"), open_one.fresh()), "and still reads it"


def test_after_the_change_the_office_names_another_and_undoes_it(city, open_one):
    with pytest.raises(Refused, match="在任"):
        lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=None)
    turned(city)
    with moment.at(AFTER):
        committee = Body.objects.get(congress__slug="hewan", name=COMMITTEE)
        lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=committee)
        assert open_one.fresh().judge == committee
        with pytest.raises(Refused, match="没有作任何改动"):
            lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=committee)
        other = Body.objects.filter(congress__slug="linwan").first()
        with pytest.raises(Refused):
            lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=other)
        lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=None)
        assert open_one.fresh().judge == city.mandates["hewan", "刘麦霞"]
        with pytest.raises(Refused):
            lifecycle.name_judge(open_one.fresh(), by=city.actor("高珺"), judge=committee)


def test_the_office_registers_the_judgement_of_a_former_deputyon_paper(city, open_one):
    turned(city)
    with moment.at(AFTER):
        open_one.answered()
        said = [Judgement(h.pk, "satisfied", "satisfied") for h in open_one.fresh().answering]
        behalf = lifecycle.life.principal(open_one.fresh())
        assert (behalf.kind, behalf.id) == ("mandate", city.mandates["hewan", "刘麦霞"].pk)
        lifecycle.judge(
            open_one.fresh(),
            by=open_one.clerk,
            behalf=behalf,
            paper=scan(city),
            judgements=said,
        )
    assert open_one.fresh().state == "closed"


def test_who_is_back_in_office_judges_again_and_nobody_else_is_named(city, open_one):
    """暂停后恢复: the judge named meanwhile can be taken back, which is all that is left to do."""
    committee = Body.objects.get(congress__slug="hewan", name=COMMITTEE)
    mandate = open_one.fresh().sponsor
    paused = Suspension.objects.create(mandate=mandate, ground="detained", from_on=moment.today())
    lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=committee)
    paused.until_on = paused.from_on
    with moment.at(moment.now() + timedelta(days=2)):
        paused.save()
        other = city.mandates["hewan", "乌仁托娅"]
        with pytest.raises(Refused, match="在任"):
            lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=other)
        lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=None)
        with pytest.raises(Refused, match="在任"):
            lifecycle.name_judge(open_one.fresh(), by=open_one.clerk, judge=committee)
    assert open_one.fresh().judge == mandate
