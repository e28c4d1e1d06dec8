"""机构改革: organs merge or are split; what is open passes on, what was closed stays as it was."""

from datetime import date, timedelta

import pytest
from django.test import Client

from renda.congress.actions import give_post
from renda.congress.models import AddressEntry, Body, Contact, Counterpart, Post, Succession
from renda.congress.queries import successor_of, successors_of
from renda.congress.reform import Reform, carry_out
from renda.congress.renaming import end_body
from renda.congress.roles import BodyKind
from renda.deputies.cast import CITY, HOUSING, TOWN
from renda.kernel.clock.models import Deadline
from renda.kernel.lifecycle.timeline import story
from renda.kernel.moment import today
from renda.kernel.notices.models import Notice
from renda.kernel.notices.outbox import deliver
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.models import Event
from renda.kernel.trail.timeline import events_of
from renda.kernel.trail.verify import faults
from renda.suggestions import handling
from renda.suggestions.listing import matching
from renda.suggestions.models import Handling, Suggestion
from tests.life import POLICE, Life

pytestmark = pytest.mark.django_db
EDUCATION = "市教育局"


@pytest.fixture
def reform(city, clerk):
    """Carry one out, today unless said otherwise."""

    def carried(*olds, into="", name="", on=None, note="", **more):
        rows = [city.organ(old) for old in olds]
        new = Body(congress=rows[0].congress, kind=BodyKind.ORGAN, name=name, order=17)
        heir = city.organ(into) if into else new
        return carry_out(Reform(rows, [heir], on or today(), note, **more), by=clerk)[0]

    return carried


def test_a_merged_organ_has_ended_and_knows_its_successor(city, reform, housing, police):
    heir = reform(HOUSING, POLICE, name="市城乡建设和公共安全局", on=date(2026, 11, 2))
    housing.refresh_from_db()
    assert (housing.until_on, heir.from_on) == (date(2026, 11, 1), date(2026, 11, 2))
    assert successor_of(housing, today()) == heir
    assert successor_of(housing, date(2026, 10, 1)) == housing
    assert Succession.predecessors_of(heir.pk) == {housing.pk, police.pk}
    assert list(faults()) == []


def test_figures_find_whoever_took_over_through_several_reforms(city, reform, clerk, housing):
    first = reform(HOUSING, name="市住房局", on=date(2026, 5, 6))
    heirs = [
        Body(congress=first.congress, kind=BodyKind.ORGAN, name=name) for name in ("甲局", "乙局")
    ]
    carry_out(Reform([first], heirs, date(2026, 9, 1)), by=clerk)
    assert [body.name for body in successors_of(housing, today())] == ["甲局", "乙局"]
    assert successor_of(housing, date(2026, 8, 31)) == first
    assert Succession.predecessors_of(heirs[1].pk) == {first.pk, housing.pk}


def test_open_work_passes_with_its_clocks_and_closed_work_stays(city, reform, housing):
    opened, closed = Life(city).assigned().received(), Life(city).closed()
    clocks = Deadline.objects.of(opened.part()).values("name", "started_on", "latest_on")
    before = list(clocks.filter(stopped_on=None))
    heir = reform(HOUSING, name="市住房和城市更新局", note="编办〔2026〕7号")
    part = Handling.objects.get(suggestion=opened.suggestion)
    assert (part.organ, part.state) == (heir, "received")
    assert list(clocks.filter(stopped_on=None)) == before != []
    assert Handling.objects.get(suggestion=closed.suggestion).organ == housing


def test_the_timeline_says_whose_it_was_and_every_line_keeps_its_organ(city, reform, clerk):
    life = Life(city).assigned().received()
    reform(HOUSING, name="市住房局", note="编办〔2026〕7号")
    told = story(events_of([("suggestions.handling", [life.fresh().standing[0].pk])]))
    assert told[-1].label == "转由承接单位办理"
    assert HOUSING in told[-1].reason and "编办〔2026〕7号" in told[-1].reason
    client = Client()
    client.force_login(city.users["白玥琪"])
    page = client.get(f"/hewan/suggestions/{life.suggestion.pk}/").content.decode()
    lines = page.partition('id="h-line"')[2]
    assert lines.count(f'class="muted">{HOUSING}') == 2, "handed over and signed for by the old one"
    assert lines.count('class="muted">市住房局') == 1
    assert f"<dt>承接自</dt><dd>{HOUSING}" in page


def test_the_successors_handlers_go_on_where_the_old_ones_stopped(city, reform, clerk):
    life = Life(city).assigned().received().heard()
    handler = city.handlers[CITY, HOUSING]
    heir = reform(HOUSING, name="市住房局")
    post = Post.objects.get(body=heir, user__name=handler)
    assert post.from_on == today()
    part = Handling.objects.get(suggestion=life.suggestion)
    handling.reply(part, by=city.actor(handler), text="已列入计划。", result="B")
    assert life.fresh().state == "replied"


def test_whoever_handles_for_the_successor_reads_what_the_old_organ_had_closed(city, reform):
    closed = Life(city).closed().suggestion
    reader = city.users[city.handlers[CITY, POLICE]]
    url, client = f"/hewan/suggestions/{closed.pk}/", Client()
    client.force_login(reader)
    assert client.get(url).status_code == 404
    reform(HOUSING, into=POLICE)
    assert client.get(url).status_code == 200


def test_so_does_a_section_of_the_successor_after_one_more_reform(city, reform, clerk, new_organ):
    closed = Life(city).closed().suggestion
    first = reform(HOUSING, name="市住房局", on=date(2026, 5, 6))
    last = Body(congress=first.congress, kind=BodyKind.ORGAN, name="市城建局")
    carry_out(Reform([first], [last], today()), by=clerk)
    section = new_organ("城建科", BodyKind.SECTION, parent=last)
    reader, client = city.users["单禾"], Client()
    give_post(user=reader, body=section, role="handler", from_on=today())
    client.force_login(reader)
    assert client.get(f"/hewan/suggestions/{closed.pk}/").status_code == 200


def test_the_old_name_finds_what_was_inherited(city, reform, clerk):
    opened = Life(city).assigned().suggestion
    reform(HOUSING, name="市城建局")
    assert opened in matching(Suggestion.objects.all(), HOUSING)


def test_an_organ_does_not_assist_itself(city, reform):
    life = Life(city).assigned(**{HOUSING: "lead", POLICE: "assisting", EDUCATION: "assisting"})
    life.received(POLICE)
    reform(POLICE, into=HOUSING)
    parts = {h.organ.name: h.state for h in Handling.objects.filter(suggestion=life.suggestion)}
    assert parts == {HOUSING: "offered", POLICE: "merged", EDUCATION: "offered"}
    assert [h.organ.name for h in life.fresh().standing] == [HOUSING, EDUCATION]
    merged = Handling.objects.get(organ__name=POLICE)
    assert not Deadline.objects.of(merged).running().exists()


def test_the_lead_passes_to_an_organ_that_assisted(city, reform, police):
    life = Life(city).assigned(**{HOUSING: "lead", POLICE: "assisting"}).received()
    reform(HOUSING, into=POLICE)
    lead = life.fresh().standing
    assert [(h.organ, h.role, h.state) for h in lead] == [(police, "lead", "received")]
    life.heard(POLICE).answered(POLICE).judged()
    assert life.fresh().state == "closed"


def test_of_two_separate_parts_the_one_that_was_signed_for_stays(city, reform):
    life = Life(city).assigned(**{HOUSING: "separate", POLICE: "separate"}).received(POLICE)
    heir = reform(HOUSING, POLICE, name="市城乡建设和公共安全局")
    standing = life.fresh().standing
    assert [(h.organ, h.state) for h in standing] == [(heir, "received")]


def test_two_replies_that_wait_to_be_judged_are_both_judged(city, reform):
    life = Life(city).assigned(**{HOUSING: "separate", POLICE: "separate"})
    for organ in (HOUSING, POLICE):
        life.received(organ).heard(organ).answered(organ)
    heir = reform(HOUSING, POLICE, name="市城乡建设和公共安全局")
    assert [h.organ for h in life.fresh().answering] == [heir, heir]
    life.judged("dissatisfied", "还没有修好。")
    assert {h.state for h in life.fresh().answering} == {"reopened"}


def test_an_opinion_that_was_given_stays_with_who_gave_it(city, reform, police):
    life = Life(city).assigned(**{HOUSING: "lead", POLICE: "assisting"}).received(POLICE)
    handling.give_opinion(life.part(POLICE), by=city.handler(POLICE), text="同意。")
    reform(POLICE, name="市公共安全局")
    assert life.part(POLICE).organ == police


def test_those_concerned_are_told(city, reform):
    Life(city).assigned()
    deliver()
    Notice.objects.all().delete()
    reform(HOUSING, into=POLICE)
    deliver()
    told = set(Notice.objects.values_list("user_id", flat=True))
    assert {city.users[n].pk for n in ("乌仁托娅", city.handlers[CITY, POLICE])} <= told


def test_people_and_committees_pass_on_as_far_as_was_said(city, reform, housing, contact, clerk):
    head, person = contact(housing, "孔堃", "head"), contact(housing)
    committee = city.bodies[CITY, "城乡建设环境资源委员会"]
    row = Counterpart(congress=housing.congress, committee=committee, organ=housing)
    row.save()
    goes = {("congress.contact", head.pk): None}
    heir = reform(HOUSING, name="市住房局", goes=goes)
    assert [c.name for c in heir.contacts.all()] == ["田玉芬"]
    assert heir.contacts.get().mobile == person.mobile
    person.refresh_from_db()
    assert person.until_on == today() - timedelta(days=1)
    assert Counterpart.objects.get(organ=heir, until_on=None).committee == committee
    assert Contact.objects.filter(body=housing, until_on=None).count() == 0


def test_sections_go_along_and_so_do_entries_of_the_address_book(city, reform, housing, new_organ):
    kept = new_organ("照明科", BodyKind.SECTION, parent=housing)
    gone = new_organ("档案科", BodyKind.SECTION, parent=housing)
    entry = AddressEntry(congress=housing.congress, body=housing, unit=HOUSING, name="孔堃")
    entry.save()
    heir = reform(HOUSING, name="市住房局", goes={("congress.body", gone.pk): None})
    for row in (kept, gone, entry):
        row.refresh_from_db()
    assert (kept.parent, kept.until_on) == (heir, None)
    assert gone.until_on == today() - timedelta(days=1)
    assert entry.body == heir


def test_what_a_forwarding_organ_had_below_it_goes_to_the_successor(city, reform):
    heir = reform("市政府办公室", name="市政府办公厅", on=today())
    assert city.organ(EDUCATION).pk in heir.parts.values_list("pk", flat=True)


def test_a_forwarding_organ_may_go_into_one_of_its_own(city, reform):
    heir = reform("市政府办公室", into=EDUCATION)
    heir.refresh_from_db()
    assert heir.parent is None
    assert Body.objects.get(name=POLICE).parent == heir


@pytest.mark.parametrize(
    ("olds", "heirs", "day", "why"),
    [
        ([], [POLICE], 0, "请选择撤销"),
        ([HOUSING], [], 0, "请选择撤销"),
        ([HOUSING], [HOUSING], 0, "选了两次"),
        ([HOUSING, POLICE], [EDUCATION, "市财政局"], 0, "分次登记"),
        ([HOUSING], [POLICE], 1, "以后登记"),
        (["市园林局"], [POLICE], 0, "已经撤销"),
        (["代表工作委员会"], [POLICE], 0, "承办单位"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(city, clerk, olds, heirs, day, why):
    rows = [[city.bodies[CITY, name] for name in names] for names in (olds, heirs)]
    before = Event.objects.count()
    with pytest.raises(Refused, match=why):
        carry_out(Reform(*rows, on=today() + timedelta(days=day)), by=clerk)
    assert Event.objects.count() == before


def test_an_organ_of_another_congress_is_refused(city, clerk, housing):
    town = city.bodies[TOWN, "狼湾镇人民政府"]
    with pytest.raises(Refused, match="本级人大"):
        carry_out(Reform([housing], [town], today()), by=clerk)


def test_the_end_of_an_organ_with_a_successor_is_not_undone_alone(city, reform, housing, clerk):
    reform(HOUSING, name="市住房局")
    ended = next(entry for entry in history_of(housing) if entry.can_undo)
    with pytest.raises(Refused, match="承接"):
        undo(housing, ended.event.seq, congress_id=housing.congress_id, by=clerk)
    with pytest.raises(Refused, match="已经撤销"):
        end_body(body=housing, until_on=today(), by=clerk)
