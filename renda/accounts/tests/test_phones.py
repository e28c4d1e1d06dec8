"""Mobile numbers: however written, kept sealed, found again."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import override_settings

from renda.accounts import phones
from renda.accounts.actions import create_user
from renda.accounts.models import User
from renda.accounts.queries import find
from renda.accounts.tests.conftest import PHONE
from renda.kernel.permits.refusal import Refused


@pytest.mark.parametrize(
    "written",
    [
        "13900001234",
        " 139 0000 1234 ",
        "139-0000-1234",
        "+86 139 0000 1234",
        "86 13900001234",
        "0086-139-0000-1234",
        "１３９００００１２３４",
        "+８６（139）0000–1234",
    ],
)
def test_a_number_is_read_however_it_is_written(written):
    assert phones.normalise(written) == PHONE
    assert phones.is_phone(written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1390000123", "10"),
        ("139000012345", "12"),
        ("", "0"),
        ("12900001234", "13"),
        ("0470-0000100", "13"),
        ("139x0001234", "digits"),
        ("'; drop table", "digits"),
        ("١٣٩٠٠٠٠١٢٣٤", "digits"),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(written, said, settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(Refused, match=said):
        phones.normalise(written)
    assert not phones.is_phone(written)


def test_a_sealed_number_opens_with_its_key_only():
    one, two = phones.seal(PHONE), phones.seal(PHONE)
    assert one != two
    assert phones.unseal(one) == phones.unseal(two) == PHONE
    print_one = phones.fingerprint(PHONE)
    with override_settings(RENDA_PHONE_KEY=bytes(32)):
        assert phones.fingerprint(PHONE) != print_one
        with pytest.raises(Refused):
            phones.unseal(one)
    with pytest.raises(Refused):
        phones.unseal(one[:-1] + bytes([one[-1] ^ 1]))


def test_no_clear_digits_are_in_the_database(person):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_user")
        rows = repr(
            [
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
                for row in cursor.fetchall()
            ]
        )
    assert PHONE not in rows
    assert PHONE[-4:] not in rows.replace(person.phone_hash, "")
    again = User.objects.get(pk=person.pk)
    assert (again.phone, again.phone_tail) == (PHONE, "1234")


def test_one_number_has_one_person(person):
    with pytest.raises(Refused):
        create_user(username="other", name="另一人", phone="+86 " + PHONE)
    assert find("+86 139 0000 1234") == person
    assert find("13900009999") is None


def test_a_seal_without_a_fingerprint_is_impossible(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(phone_hash=None)


def test_a_number_can_be_taken_away(person):
    person.phone = None
    person.save()
    again = User.objects.get(pk=person.pk)
    assert (again.phone, again.phone_tail, again.phone_hash) == ("", "", None)
