"""Groups: one field group for each deputy, moves, exceptions, several levels."""

from datetime import date, timedelta

import pytest

from renda.congress.models import Body
from renda.deputies import actions
from renda.deputies.cast import CITY, TOWN
from renda.deputies.grouping import lines_of, placing
from renda.deputies.models import Group, GroupException, Membership
from renda.deputies.queries import groups_for_topic
from renda.deputies.roles import GroupKind
from renda.deputies.tests.conftest import DAY
from renda.kernel.options.declaring import set_option
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.history import history_of
from renda.kernel.registers.undoing import undo
from renda.kernel.trail.verify import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(city):
    """The city's congress."""
    return city.congresses[CITY]


@pytest.fixture
def group(here):
    """Found a group of the city."""

    def found(name="社会治理代表小组", kind=GroupKind.FIELD, **more):
        return actions.found_group(congress=here, kind=kind, name=name, **more)

    return found


def sits_in(mandate, day=DAY, kind=GroupKind.FIELD):
    rows = Membership.objects.held_on(day).filter(person=mandate.person, body__group__kind=kind)
    return list(rows.values_list("body__name", flat=True))


def test_a_deputy_does_not_join_a_second_field_group(group, seated, deputy):
    (old,) = sits_in(deputy("秦二柱"))
    with pytest.raises(Refused, match=f"秦二柱已编入{old}"):
        seated(group().body, deputy("秦二柱"))


def test_a_place_may_do_without_the_rule(group, seated, deputy, here, clerk):
    set_option(congress_id=here.pk, key="deputies.one_field_group", value=False, by=clerk)
    seated(group().body, deputy("秦二柱"))
    assert len(sits_in(deputy("秦二柱"))) == 2


def test_other_kinds_of_groups_and_liaisons_do_not_count(group, seated, deputy, city):
    seated(group("女代表专业小组", GroupKind.PROFESSION).body, deputy("乌仁托娅"))
    seated(group("城区代表小组", GroupKind.AREA).body, deputy("乌仁托娅"))
    seated(group().body, deputy("乌仁托娅"), "liaison")
    found = placing(city.congresses[CITY], DAY)
    assert "乌仁托娅" not in [m.person.name for m, _names in found.several]


def test_a_move_ends_one_membership_and_begins_the_other(group, deputy, clerk):
    mandate, to = deputy("秦二柱"), group().body
    (old,) = sits_in(mandate)
    actions.move_to_group(group=to, people=[(mandate.person, None)], from_on=DAY, by=clerk)
    assert sits_in(mandate, date(2026, 6, 24)) == [old]
    assert sits_in(mandate) == [to.name]
    left = Membership.objects.get(body__name=old, person=mandate.person)
    assert (left.until_on, left.reason) == (date(2026, 6, 24), f"调入{to.name}")
    assert list(faults()) == []


def test_a_liaison_stays_in_the_group_to_which_they_belong(group, deputy, clerk):
    own, visited = group("农业小组").body, group("教育小组").body
    mandate = deputy("秦二柱")
    people = [(mandate.person, None)]
    actions.move_to_group(group=own, people=people, from_on=DAY - timedelta(days=9), by=clerk)
    actions.move_to_group(group=visited, people=people, from_on=DAY, office="liaison", by=clerk)
    assert set(sits_in(mandate)) == {own.name, visited.name}


def test_a_move_is_all_or_nothing(group, deputy, city, clerk):
    mandate, to = deputy("秦二柱"), group().body
    stranger = actions.add_person(name="谷雨田", congress_id=city.congresses[CITY].pk)
    people = [(mandate.person, None), (stranger, None)]
    with pytest.raises(Refused, match="谷雨田"):
        actions.move_to_group(group=to, people=people, from_on=DAY, by=clerk)
    assert sits_in(mandate) != [to.name]


def test_whoever_joined_only_today_is_not_moved_today(group, deputy, clerk):
    mandate = deputy("谷雨田")
    first, second = group("甲组").body, group("乙组").body
    people = [(mandate.person, None)]
    actions.move_to_group(group=first, people=people, from_on=DAY, by=clerk)
    with pytest.raises(Refused, match="撤销那条登记"):
        actions.move_to_group(group=second, people=people, from_on=DAY, by=clerk)
    assert sits_in(mandate) == ["甲组"]


def test_who_is_in_none_and_who_in_several_is_listed(group, deputy, here, seated, clerk):
    new = deputy("谷雨田")
    assert [m.person.name for m in placing(here, DAY).none] == ["谷雨田"]
    set_option(congress_id=here.pk, key="deputies.one_field_group", value=False, by=clerk)
    seated(group("甲组").body, new)
    seated(group("乙组").body, new)
    found = placing(here, DAY)
    assert found.none == [] and found.several == [(new, ["甲组", "乙组"])]


def test_an_exception_frees_from_the_rule_on_its_days(group, deputy, here, seated):
    mandate = deputy("贺川平")
    assert [e.mandate for e in placing(here, DAY).excepted] == [mandate]
    assert mandate not in placing(here, DAY).none
    GroupException.objects.update(until_on=date(2026, 6, 24))
    assert mandate in placing(here, DAY).none
    GroupException.objects.update(until_on=None)
    seated(group("甲组").body, mandate)
    seated(group("乙组").body, mandate)


def test_a_group_of_several_levels_counts_by_level(city):
    (line,) = lines_of(city.congresses[TOWN], DAY)
    levels = dict(line.levels)
    assert set(levels) == {"狼湾镇人大", "河湾市人大"}
    assert sum(levels.values()) == line.size
    assert line.leader == "刘麦霞" and line.is_mixed


def test_only_a_group_of_several_levels_takes_deputies_of_another_congress(group, city):
    other = next(m for (slug, n), m in city.mandates.items() if slug == TOWN and n != "刘麦霞")
    with pytest.raises(Refused, match="不是本级人大代表"):
        actions.seat(body=group().body, person=other.person, mandate=other, from_on=DAY)
    mixed = group("混合组", GroupKind.MIXED).body
    assert actions.seat(body=mixed, person=other.person, mandate=other, from_on=DAY)


def test_a_professional_group_is_offered_for_topics_of_its_field(here, group):
    group("卫生专业小组", GroupKind.PROFESSION, field="医疗、卫生、疾控")
    named = [g.body.name for g in groups_for_topic(here.pk, "关于教育均衡发展情况的专题调研")]
    assert named == ["教育专业代表小组"]
    assert [g.body.name for g in groups_for_topic(here.pk, "疾控体系和医疗")] == ["卫生专业小组"]
    assert groups_for_topic(here.pk, "末级渠系衬砌") == []
    assert groups_for_topic(here.pk, "") == []


def test_a_group_is_entered_changed_and_keeps_its_old_name_in_the_history(send, browser, here):
    typed = {"name": "社会治理代表小组", "kind": "field", "field": "社区、调解", "order": "220"}
    answer = send("/hewan/registers/groups/enter/", **typed)
    made = Group.objects.get(body__name="社会治理代表小组")
    assert answer.url == f"/hewan/registers/groups/{made.pk}/"
    assert made.body.kind == "group" and made.body.congress == here
    send(
        f"/hewan/registers/groups/{made.pk}/change/",
        **{**typed, "name": "基层治理代表小组", "plan": "走访四次"},
    )
    page = browser.get(answer.url).content.decode()
    assert "由“社会治理代表小组”更名为“基层治理代表小组”" in page and "走访四次" in page


def test_a_name_alone_can_be_changed_and_nothing_changed_is_said(group, clerk):
    made = group()
    actions.change_group(made, {"name": "新名字", "kind": made.kind}, by=clerk)
    assert Body.objects.get(pk=made.body_id).name == "新名字"
    with pytest.raises(Refused, match="没有作任何改动"):
        actions.change_group(made, {"name": "新名字"}, by=clerk)


def test_an_empty_group_is_withdrawn_with_its_body_and_comes_back_with_it(send, group, clerk):
    made = group()
    url = f"/hewan/registers/groups/{made.pk}/"
    assert send(f"{url}withdraw/", version=made.version).status_code == 302
    assert not Body.objects.filter(pk=made.body_id).exists()
    row = Group.ever().get(pk=made.pk)
    undo(row, history_of(row)[0].event.seq, congress_id=made.body.congress_id, by=clerk)
    actions.follow_group(row, clerk)
    assert Body.objects.filter(pk=made.body_id).exists()


def test_a_group_with_people_is_not_withdrawn(send, group, seated, deputy):
    made = group("女代表专业小组", GroupKind.PROFESSION)
    seated(made.body, deputy("乌仁托娅"))
    assert send(f"/hewan/registers/groups/{made.pk}/withdraw/", version=0).status_code == 409
    assert Body.objects.filter(pk=made.body_id).exists()
    assert Group.objects.filter(pk=made.pk).exists()


def test_an_exception_is_entered_once_for_each(send, deputy):
    typed = {"mandate": deputy("秦二柱").pk, "reason": "长期住院", "from_on": "2026-06-01"}
    assert send("/hewan/registers/group-exceptions/enter/", **typed).status_code == 302
    assert send("/hewan/registers/group-exceptions/enter/", **typed).status_code in (409, 422)
    wrong = {**typed, "mandate": deputy("乌仁托娅").pk, "until_on": "2026-05-01"}
    assert send("/hewan/registers/group-exceptions/enter/", **wrong).status_code == 422


def test_taking_in_moves_where_it_is_ticked_and_refuses_where_not(group, deputy, send):
    mandate, to = deputy("秦二柱"), group().body
    url = f"/hewan/deputies/bodies/{to.pk}/seat/people/"
    typed = {"office": "member", "from_on": "2026-06-25", "names": "秦二柱"}
    page = send(url, **typed)
    assert page.status_code == 409 and "已编入" in page.content.decode()
    assert send(url, **typed, is_moved="on").url == f"/hewan/registers/groups/{to.group.pk}/"
    assert sits_in(mandate) == [to.name]


def test_whoever_is_deputy_at_two_levels_sits_as_the_one_that_was_chosen(city, clerk):
    town = city.congresses[TOWN]
    two = actions.found_group(congress=town, kind=GroupKind.MIXED, name="第二代表活动小组").body
    above = city.mandates[CITY, "刘麦霞"]
    actions.move_to_group(group=two, people=[(above.person, above)], from_on=DAY, by=clerk)
    assert Membership.objects.get(body=two).mandate == above


def ended(send, group, until_on=DAY):
    url = f"/hewan/deputies/groups/{group.pk}/end/"
    return send(f"{url}now/", version=group.version, until_on=until_on, reason="与他组合并")


def test_a_group_ends_with_a_day_and_a_reason_and_its_members_leave(group, seated, deputy, send):
    made, mandate = group("女代表专业小组", GroupKind.PROFESSION), deputy("乌仁托娅")
    seated(made.body, mandate)
    later = deputy("秦二柱")
    actions.seat(body=made.body, person=later.person, from_on=DAY + timedelta(days=9))
    assert ended(send, made).url == f"/hewan/registers/groups/{made.pk}/"
    assert Body.objects.get(pk=made.body_id).until_on == DAY
    left = Membership.objects.get(body=made.body)
    assert (left.person, left.until_on, left.reason) == (mandate.person, DAY, "与他组合并")
    assert made.pk not in [ln.group.pk for ln in lines_of(made.body.congress, DAY + timedelta(1))]
    with pytest.raises(Refused):
        seated(made.body, later, from_on=DAY + timedelta(days=1))
    assert list(faults()) == []


def test_its_end_is_undone_with_all_that_ended(group, seated, deputy, send):
    made, mandate = group("女代表专业小组", GroupKind.PROFESSION), deputy("乌仁托娅")
    seated(made.body, mandate)
    ended(send, made)
    row = Group.objects.get(pk=made.pk)
    url = f"/hewan/registers/groups/{row.pk}/undo/{history_of(row)[0].event.seq}/"
    assert send(url, version=row.version).status_code == 302
    assert Body.objects.get(pk=made.body_id).until_on is None
    assert Membership.objects.get(body=made.body).until_on is None


def test_whoever_joined_another_group_meanwhile_hinders_the_undoing(group, seated, deputy, clerk):
    made, mandate = group("甲组"), deputy("谷雨田")
    seated(made.body, mandate)
    done = actions.end_group(group=made, until_on=DAY, reason="合并", by=clerk)
    actions.seat(
        body=group("乙组").body, person=mandate.person, from_on=DAY + timedelta(days=1), by=clerk
    )
    undo(done, history_of(done)[0].event.seq, congress_id=made.body.congress_id, by=clerk)
    with pytest.raises(Refused, match="乙组"):
        actions.follow_group(done, clerk)


@pytest.mark.parametrize("day", [date(2099, 1, 1), date(2020, 1, 1)])
def test_a_group_ends_neither_ahead_nor_before_it_began(group, clerk, day):
    made = group(from_on=date(2022, 1, 1))
    with pytest.raises(Refused):
        actions.end_group(group=made, until_on=day, reason="合并", by=clerk)


def test_a_name_changed_meanwhile_is_not_overwritten(group, send):
    made = group()
    typed = {"name": "甲组", "kind": "field", "order": 0, "body_seen": made.body.version}
    url = f"/hewan/registers/groups/{made.pk}/change/"
    assert send(url, **typed, version=made.version).status_code == 302
    assert send(url, **{**typed, "name": "乙组"}, version=made.version).status_code == 409
    assert Body.objects.get(pk=made.body_id).name == "甲组"
