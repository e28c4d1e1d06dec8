"""The pages of the door in Chinese: no words of the vendor's own, no Latin letters."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from renda.accounts.office import lines

PAGES = ("account_change_password", "account_reauthenticate", "account_logout", "usersessions_list")
CATALOGUE = settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES"

pytestmark = pytest.mark.django_db


def main_html(page):
    return "".join(re.findall(r"<main.*?</main>", page, re.S))


def main_of(answer):
    html = main_html(answer.content.decode())
    said = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', html)
    text = re.sub(r"<(svg|style).*?</\1>|<[^>]+>", " ", html, flags=re.S)
    return unescape(" ".join([text, *said]))


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
def test_no_latin_words_in_chinese(client, person, sign_in):
    for answer in shown(client, sign_in):
        assert answer.status_code == 200
        assert not re.findall(r"[A-Za-z]{2,}", main_of(answer)), answer.request["PATH_INFO"]


def test_every_word_in_english(client, person, sign_in):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for answer in shown(client, sign_in):
        assert answer.status_code == 200
        text = main_of(answer).replace(person.name, "")
        for line in lines(answer.wsgi_request):
            text = text.replace(line.name, "")  # names are data, in whatever language
        assert not re.findall(r"[\u4e00-\u9fff]", text), answer.request["PATH_INFO"]


def test_the_vendors_own_words_that_can_be_seen_are_chinese():
    with override("zh-hans"):
        for said in ("You must type the same password each time.",):
            assert re.search(r"[\u4e00-\u9fff]", gettext(said))


def test_every_page_has_one_heading_and_a_label_for_every_field(client, person, sign_in):
    for answer in shown(client, sign_in):
        page = answer.content.decode()
        assert len(re.findall(r"<h1[ >]", page)) == 1
        assert "style=" not in page and "onclick" not in page
        labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
        for field in re.findall(r"<input[^>]*>", main_html(page)):
            if 'type="hidden"' not in field and "aria-label=" not in field:
                assert set(re.findall(r' id="([^"]+)"', field)) <= labelled
