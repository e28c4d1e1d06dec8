"""Making accounts."""

import pytest
from django.contrib.auth.hashers import make_password

from renda.accounts.actions import create_user
from renda.accounts.models import User
from renda.accounts.queries import find
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db


def test_user_names_ignore_capitals_and_full_width_letters():
    user = create_user(username="ＱiaoYun", name="乔云")
    assert user.username == "qiaoyun"
    assert find("QIAOYUN") == find("ｑｉａｏｙｕｎ ") == user


def test_long_minority_names_and_chinese_user_names():
    name = "阿不都热依木·买买提艾力·吐尔逊江·艾尔肯" * 2
    user = create_user(username="买买提", name=name)
    assert str(User.objects.get(pk=user.pk)) == name
    assert find("买买提") == user


def test_demo_accounts_share_one_hash():
    kept = make_password("one for all")
    users = [create_user(username=f"u{n}", name="甲", password_hash=kept) for n in (1, 2)]
    assert {u.password for u in users} == {kept}
    assert all(u.check_password("one for all") for u in users)
    assert kept.startswith("argon2")


def test_without_a_password_nobody_can_sign_in():
    assert not create_user(username="later", name="以后").has_usable_password()


@pytest.mark.parametrize("name", ["", "a b", "a'--", "13900001234", "<b>", "x\x00y"])
def test_wrong_user_names_are_refused(name):
    with pytest.raises(Refused):
        create_user(username=name, name="甲")


def test_a_user_name_is_given_once():
    create_user(username="same", name="甲")
    with pytest.raises(Refused):
        create_user(username="SAME", name="乙")
    assert User.objects.filter(username="same").count() == 1


def test_a_person_has_no_powers_of_their_own():
    assert not {f.name for f in User._meta.get_fields()} & {"is_staff", "is_superuser", "groups"}
