"""Personal data of one person: what goes and what stays, and that nothing erased is found anywhere
afterwards."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from renda.accounts.actions import change_phone, open_account, rename_user
from renda.congress.models import AddressEntry, Contact
from renda.deputies import changing_terms as turnovers
from renda.deputies.models import Person
from renda.kernel.moment import today
from renda.kernel.notices.models import Notice
from renda.kernel.pages.keys import new_key
from renda.kernel.permits.refusal import Refused
from renda.kernel.personal import actions
from renda.kernel.personal.holding import Whom, found
from renda.kernel.registers.history import history_of
from renda.kernel.registers.keeping import change
from renda.kernel.trail.models import Event
from renda.kernel.trail.verify import erasures, faults
from renda.suggestions.models import Suggestion
from tests.dump import dump, holds
from tests.filed import elected_elsewhere
from tests.teller import DRAFT, MOBILE, NAME, SAID, UNSENT, retire
from tests.turnover import Turn

pytestmark = pytest.mark.django_db(databases="__all__")


def test_what_goes_and_what_stays_is_shown_with_reasons_before(teller, own):
    teller.leaves_office()
    shown = own.get(reverse("personal:mine")).content.decode()
    goes, stays = shown.split("将保留")
    for words in ("住址", "简介", "建议草稿：1件", "通知：", "账号的手机号码", "通讯录条目：1条"):
        assert words in goes, words
    for words in ("代表名册上的姓名", "代表法58", "提出的建议：1件", "代表法51", "档案法"):
        assert words in stays, words


def test_erased_values_are_nowhere_in_any_table_and_the_trail_is_whole(teller, own):
    text = dump()
    assert [value for value in teller.values if not holds(text, value)] == []
    teller.leaves_office()
    answer = own.post(reverse("personal:erase"), {"key": new_key(), "sure": "yes"})
    assert answer.status_code == 302
    text = dump()
    assert [value for value in teller.values if holds(text, value)] == []
    assert list(faults()) == []
    said = list(erasures())
    assert len(said) >= 4 and all("were erased by event" in line for line in said)
    out = io.StringIO()
    call_command("verify", stdout=out)
    assert "Whole:" in out.getvalue() and "Erased:" in out.getvalue()


def test_what_files_and_their_answers_said_goes_too(teller, own, tmp_path):
    said = elected_elsewhere(teller, tmp_path)
    text = dump()
    assert [value for value in said if not holds(text, value)] == []
    teller.leaves_office()
    own.post(reverse("personal:erase"), {"key": new_key(), "sure": "yes"})
    text = dump()
    assert [value for value in [*said, *teller.values] if holds(text, value)] == []
    assert list(faults()) == []


def test_what_must_stay_stays(teller, own):
    teller.leaves_office()
    own.post(reverse("personal:erase"), {"key": new_key(), "sure": "yes"})
    person = Person.objects.get(pk=teller.person.pk)
    assert person.name == NAME and person.mandates.count() == 1
    assert Suggestion.objects.filter(sponsor__person=person, state="closed").get().title
    assert Contact.objects.get(name=NAME).mobile == ""
    other = AddressEntry.objects.get(name="同号的别人")
    assert other.mobile == MOBILE, "who shares the number keeps the own entry"
    assert Event.objects.filter(action="personal.erase").count() == 1
    labels = [entry.label for entry in history_of(person)]
    assert labels[0] == "已删除个人信息" and "有过登记或改动，文字已删除" in labels


def test_the_account_is_closed_and_signed_out_everywhere(teller, own):
    teller.leaves_office()
    elsewhere = Client()
    elsewhere.force_login(teller.user)
    own.post(reverse("personal:erase"), {"key": new_key(), "sure": "yes"})
    for client in (own, elsewhere):
        assert client.get(reverse("personal:mine")).status_code == 302
    teller.user.refresh_from_db()
    assert not teller.user.is_active and not teller.user.has_usable_password()
    assert (teller.user.phone, teller.user.username) == ("", f"closed-{teller.user.pk}")
    assert not Notice.objects.filter(user_id=teller.user.pk).exists()


def test_an_erased_account_is_never_filled_or_opened_again(teller, own):
    teller.leaves_office()
    own.post(reverse("personal:erase"), {"key": new_key(), "sure": "yes"})
    by, here = teller.city.actor("高珺"), teller.here
    with pytest.raises(Refused, match="已删除"):
        open_account(user=teller.user, reason="误关", congress_id=here, by=by)
    with pytest.raises(Refused, match="已删除"):
        change_phone(user=teller.user, phone=MOBILE, congress_id=here, by=by)
    other = teller.city.users["白玥琪"]
    with pytest.raises(Refused):
        rename_user(user=other, username=f"closed-{other.pk}", congress_id=here, by=by)


def test_sent_twice_or_without_being_sure_it_is_done_once_or_not_at_all(teller, admin):
    teller.leaves_office()
    url = reverse("deputies:personal_erase", args=["hewan", "person", teller.person.pk])
    assert admin.post(url, {"key": new_key()}).status_code == 409
    key = new_key()
    assert [admin.post(url, {"key": key, "sure": "yes"}).status_code for _n in "ab"] == [302, 302]
    assert Event.objects.filter(action="personal.erase").count() == 1


def test_one_person_entered_twice_is_erased_in_both_entries(city):
    opens = today() + timedelta(days=30)
    turn = Turn(city, opens_on=opens, closes_on=opens)
    new = turn.new("秦二柱", residence="双胞胎记录里的住址")
    old = city.mandates["hewan", "秦二柱"]
    turnovers.make_one(turn.fresh(), by=turn.clerk, pair=f"{new.pk}/{old.pk}")
    whom = found(Whom(name="秦二柱").known_as("deputies.person", [old.person_id]))
    assert set(whom.ids("deputies.person")) == {old.person_id, new.person_id}
    retire(old.person)
    actions.erase(whom, old.person, by=city.actor("高珺"), congress_id=old.congress_id)
    assert not holds(dump(), "双胞胎记录里的住址")
    assert list(faults()) == []


def test_the_administrator_sees_kinds_and_counts_and_no_content(teller, admin):
    teller.leaves_office()
    url = reverse("deputies:personal_of", args=["hewan", "person", teller.person.pk])
    shown = admin.get(url).content.decode()
    assert "建议草稿：1件" in shown
    values = (*SAID.values(), DRAFT["title"], UNSENT, MOBILE, "关于修复路灯的建议")
    assert [value for value in values if value in shown] == []


def test_people_of_another_congress_are_not_there(teller, admin):
    search = reverse("deputies:personal", args=["hewan"])
    assert NAME in admin.get(search, {"q": "乌仁"}).content.decode()
    assert "白玥琪" in admin.get(search, {"q": "白"}).content.decode()
    assert "没有找到" in admin.get(search, {"q": "苗青禾"}).content.decode()
    other = teller.city.users["苗青禾"]
    url = reverse("deputies:personal_of", args=["hewan", "user", other.pk])
    assert admin.get(url).status_code == 404
    for kind, pk in (("person", 987654321), ("nobody", teller.person.pk)):
        assert admin.get(f"/hewan/deputies/personal/{kind}/{pk}/").status_code == 404


def test_a_handler_who_left_is_erased_by_account(city, admin):
    post = city.users["郝雁南"].posts.get()
    user = post.user
    url = reverse("deputies:personal_erase", args=["hewan", "user", user.pk])
    assert admin.post(url, {"key": new_key(), "sure": "yes"}).status_code == 409
    values = {"until_on": today() - timedelta(days=1)}
    change(post, "congress.end_post", by=None, values=values, congress_id=post.body.congress_id)
    assert admin.post(url, {"key": new_key(), "sure": "yes"}).status_code == 302
    user.refresh_from_db()
    assert not user.is_active and user.name == "郝雁南", "the trail still says who signed"


def test_a_withdrawn_consent_ends_at_once(teller, own):
    card = reverse("deputies:card", args=["hewan", teller.city.mandates["hewan", NAME].pk])
    assert SAID["work"] in Client().get(card).content.decode()
    page = own.get(reverse("personal:mine")).content.decode()
    key = f"deputies.person/{teller.person.pk}/work"
    assert f'value="{key}"' in page
    sent = {"key": new_key(), "consent": key}
    assert own.post(reverse("personal:withdraw"), sent).status_code == 302
    assert Person.objects.get(pk=teller.person.pk).public_extras == ["expertise"]
    shown = Client().get(card).content.decode()
    assert SAID["work"] not in shown and SAID["expertise"] in shown
    assert own.post(reverse("personal:withdraw"), {**sent, "key": new_key()}).status_code == 409
    other = Person.objects.get(name="秦二柱")
    for hostile in ("", "x", f"deputies.person/{other.pk}/work", "deputies.person/1"):
        sent = {"key": new_key(), "consent": hostile}
        assert own.post(reverse("personal:withdraw"), sent).status_code == 409


def test_an_act_alone_refuses_too(teller):
    with pytest.raises(Refused):
        actions.erase(teller.whom, teller.user, by=teller.city.actor(NAME))
