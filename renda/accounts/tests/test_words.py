"""The pages of the door in Chinese: no words of the vendor's own, no Latin letters."""

import re
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from renda.accounts import second_factor
from renda.accounts.actions import give_one_time_code, invite
from renda.accounts.office import lines
from renda.accounts.tests.conftest import CONGRESS, PASSWORD, code_now
from renda.accounts.tests.soft_key import SoftKey
from renda.kernel.pages.keys import new_key

PAGES = (
    "account_mine",
    "account_change_password",
    "account_reauthenticate",
    "account_logout",
    "usersessions_list",
    "second_factors",
    "second_factor_app",
    "second_factor_passkey",
)
CHOSEN = {"password1": "qiaoyun", "password2": "y"}
CATALOGUE = settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES"

pytestmark = pytest.mark.django_db


def main_html(page):
    return "".join(re.findall(r"<main.*?</main>", page, re.S))


def main_of(answer):
    html = main_html(answer.content.decode())
    said = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', html)
    text = re.sub(r"<(svg|style|code).*?</\1>|<[^>]+>", " ", html, flags=re.S)
    return unescape(" ".join([text, *said])).replace("qiaoyun", "").replace("xinlai", "")


def door(person, newcomer, admin):
    """What one sees with a slip in the hand."""
    link = invite(user=newcomer, congress_id=CONGRESS, by=admin).token
    code = give_one_time_code(user=person, congress_id=CONGRESS, by=admin).code
    client, code_page = Client(), reverse("account_code")
    yield client.get(code_page)
    yield client.post(code_page, {"login": "", "code": ""})
    yield client.post(code_page, {"login": "qiaoyun", "code": "1"})
    client.post(code_page, {"login": "qiaoyun", "code": code})
    yield client.get(reverse("account_choose_password"))
    yield client.post(reverse("account_choose_password"), CHOSEN)
    yield client.get(reverse("account_invitation", args=[link]))
    yield client.post(reverse("account_invitation", args=[link]), CHOSEN)
    client.force_login(person)
    yield client.get(reverse("account_invitation", args=[link]))


def proving(client, person):
    """Second factors: set up, asked for, refused."""
    secret = "".join(client.get(reverse("second_factor_app")).context["groups"])
    form = {"key": new_key(), "code": "1"}
    yield client.post(reverse("second_factor_app_set"), form)
    client.post(reverse("second_factor_app_set"), {"key": new_key(), "code": code_now(secret)})
    Authenticator.objects.create(
        user=person,
        type="webauthn",
        data={"name": "办公电脑", "credential": SoftKey().made("x" * 20)},
    )
    for name in ("account_mine", "second_factors", "recovery_codes"):
        yield client.get(reverse(name))
    for factor in second_factor.factors_of(person):
        yield client.get(reverse("second_factor_remove", args=[factor.pk]))
    half, where = Client(), reverse("second_factor_challenge")
    half.post(reverse("account_login"), {"login": "qiaoyun", "password": PASSWORD})
    yield half.get(where, headers={"host": "localhost"})
    yield half.post(where, {"code": "1"}, headers={"host": "localhost"})
    yield half.post(where, {"credential": "{}"}, headers={"host": "localhost"})
    old = Client()
    old.force_login(person)
    yield old.get(reverse("second_factor_show"))


def everything(client, person, newcomer, admin, sign_in):
    yield from shown(client, sign_in)
    yield from door(person, newcomer, admin)
    yield from proving(client, person)


def shown(client, sign_in):
    yield client.get(reverse("account_login"))
    yield sign_in(client, "", "")
    yield sign_in(client, "nobody", "wrong-wrong-1")
    for _ in range(6):
        answer = sign_in(client, "nobody", "wrong-wrong-1")
    yield answer
    sign_in(client)
    for name in PAGES:
        yield client.get(reverse(name))
    wrong = {"oldpassword": "x", "password1": "qiaoyun", "password2": "y"}
    yield client.post(reverse("account_change_password"), wrong)
    yield client.post(reverse("account_reauthenticate"), {"password": "x"})


@pytest.mark.skipif(
    not list(CATALOGUE.glob("django.po")), reason="the Chinese catalogue is not written yet"
)
def test_no_latin_words_in_chinese(client, person, newcomer, admin, sign_in):
    for answer in everything(client, person, newcomer, admin, sign_in):
        assert answer.status_code in (200, 422)
        assert not re.findall(r"[A-Za-z]{2,}", main_of(answer).replace("Ctrl", "")), answer.request[
            "PATH_INFO"
        ]


def test_every_word_in_english(client, person, newcomer, admin, sign_in, monkeypatch):
    monkeypatch.setattr(settings, "LANGUAGE_CODE", "en")
    for answer in everything(client, person, newcomer, admin, sign_in):
        assert answer.status_code in (200, 422)
        text = main_of(answer).replace(person.name, "").replace(newcomer.name, "")
        text = text.replace("办公电脑", "")
        for line in lines(answer.wsgi_request):
            text = text.replace(line.name, "")  # names are data, in whatever language
        assert not re.findall(r"[\u4e00-\u9fff]", text), answer.request["PATH_INFO"]


def test_the_vendors_own_words_that_can_be_seen_are_chinese():
    with override("zh-hans"):
        for said in ("You must type the same password each time.",):
            assert re.search(r"[\u4e00-\u9fff]", gettext(said))


def test_every_page_has_one_heading_and_a_label_for_every_field(
    client, person, newcomer, admin, sign_in
):
    for answer in everything(client, person, newcomer, admin, sign_in):
        page = answer.content.decode()
        assert len(re.findall(r"<h1[ >]", page)) == 1
        assert "style=" not in page and "onclick" not in page
        labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
        for field in re.findall(r"<input[^>]*>", main_html(page)):
            if 'type="hidden"' not in field and "aria-label=" not in field:
                assert set(re.findall(r' id="([^"]+)"', field)) <= labelled
