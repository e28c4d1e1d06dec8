"""找代表: what the law demands is public always, the rest by choice, a telephone number never."""

import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.deputies.demo import recall
from renda.deputies.models import Mandate, Person
from renda.deputies.tests.roster.conftest import Hand
from renda.kernel.papers.models import Paper
from renda.kernel.papers.storing import place
from renda.suggestions.demo.telling import blank_sheet
from tests.life import Life
from tests.qualifying import Qualification

pytestmark = pytest.mark.django_db
MOBILE = "13900000002"


@pytest.fixture
def seat(city):
    """乌仁托娅, whose telephone number is known."""
    mandate = city.mandates["hewan", "乌仁托娅"]
    mandate.person.mobile = MOBILE
    mandate.person.save()
    return mandate


def card_of(hand, seat):
    return hand.see(f"/hewan/deputies/{seat.pk}/").partition("<main")[2].partition("</main>")[0]


def save(deputy, seat, **chosen):
    version = Person.objects.get(pk=seat.person_id).version
    return deputy.send("/hewan/deputies/mine/save/", version, **chosen)


def test_name_place_delegation_and_work_are_always_public_and_nothing_else(citizen, seat, city):
    Life(city).published()
    text = card_of(citizen, seat)
    for said in ("乌仁托娅", "前川旗", "前川旗代表团", "公开的建议", "<b>1</b>"):
        assert said in text
    for hidden in ("蒙古族", "理事长", "1979", "草原畜牧", MOBILE, MOBILE[-4:], "中共党员"):
        assert hidden not in text


def test_what_the_deputy_chooses_is_shown_and_a_number_never(citizen, deputy, seat):
    page = save(
        deputy,
        seat,
        extras=["sex", "nationality", "work", "introduction"],
        introduction="关心草场。<script>1</script>",
        expertise="草原畜牧",
    )
    assert page.status_code == 302
    text = card_of(citizen, seat)
    for said in ("蒙古族", "理事长", "关心草场", "女"):
        assert said in text
    assert "<script>1" not in text and MOBILE[-4:] not in text and "草原畜牧" not in text
    assert "关心草场" in deputy.see("/hewan/deputies/mine/")
    assert save(deputy, seat, introduction="", expertise="草原畜牧").status_code == 302
    assert "关心草场" not in card_of(citizen, seat), "taken back as easily"


def test_two_windows_of_one_deputy(deputy, seat):
    save(deputy, seat, expertise="甲")
    late = deputy.send("/hewan/deputies/mine/save/", 0, expertise="乙")
    assert late.status_code == 409 and 'value="乙"' in late.content.decode()


def test_the_office_cannot_choose_for_a_deputy(clerk, seat):
    assert clerk.send("/hewan/deputies/mine/save/", 0, extras=["work"]).status_code == 403


@pytest.mark.parametrize("word", ["乌仁", "前川", "前川旗代表团"])
def test_a_deputy_is_found_by_name_and_by_place(citizen, seat, word):
    text = citizen.see(f"/hewan/deputies/?q={word}")
    assert "乌仁托娅" in text and "秦二柱" not in text


def test_a_strange_word_finds_nobody_and_harms_nothing(citizen, city):
    for word in ("'; drop", "%00x", "<b>", "𠮷" * 200):
        assert "没有查到" in citizen.see(f"/hewan/deputies/?q={word}")
    citizen.see("/hewan/deputies/?page=999999")
    citizen.see("/hewan/deputies/?page=x")


def test_who_left_or_waits_has_no_card_and_a_suspension_is_not_told(citizen, seat, city):
    Qualification(city, kind="suspend", ground="detained").announced()
    assert "暂停" not in card_of(citizen, seat) and "羁押" not in card_of(citizen, seat)
    other = city.mandates["hewan", "秦二柱"]
    Qualification(city, deputy="秦二柱").announced()
    citizen.see(f"/hewan/deputies/{other.pk}/", 404)
    assert "秦二柱" not in citizen.see("/hewan/deputies/")


def test_a_card_is_of_its_own_congress(citizen, seat):
    citizen.see(f"/langwan/deputies/{seat.pk}/", 404)


def test_the_public_home_leads_to_the_deputies(citizen, city):
    assert "/hewan/deputies/" in citizen.see("/hewan/")


def png(*chunks):
    """A picture with more in it than a picture needs."""

    def chunk(kind, body):
        crc = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + crc

    plain = blank_sheet()
    return plain[:33] + b"".join(chunk(k, b) for k, b in chunks) + plain[33:]


def photo(data, name="像.png"):
    return SimpleUploadedFile(name, data, content_type="image/png")


def keep(hand, seat, file):
    return hand.send(f"/hewan/deputies/{seat.pk}/photo/keep/", photo=file)


def test_a_photograph_is_kept_without_its_place_and_shown_only_by_choice(
    citizen, deputy, clerk, seat
):
    data = png((b"eXIf", b"GPS 40.7 107.4"), (b"tEXt", b"Author\0somebody"))
    assert keep(clerk, seat, photo(data)).status_code == 302
    paper = Paper.objects.get(kind="photo")
    kept = place(paper.congress_id, paper.sha256).read_bytes()
    assert b"GPS" not in kept and b"Author" not in kept and kept == blank_sheet()
    url = f"/hewan/papers/{paper.pk}/"
    citizen.see(url, 404)
    assert deputy.client.get(url).status_code == clerk.client.get(url).status_code == 200
    assert url in clerk.see(f"/hewan/registers/deputies/{seat.pk}/")
    save(deputy, seat, extras=["photo"])
    assert citizen.client.get(url).status_code == 200
    assert url in card_of(citizen, seat)
    Qualification(recall()).announced()
    citizen.see(url, 404)


def test_a_new_photograph_sets_the_old_one_aside(clerk, seat):
    keep(clerk, seat, photo(png((b"tIME", b"1234567"))))
    first = Paper.objects.get(kind="photo", is_void=False)
    keep(clerk, seat, photo(png(), "新.png"))
    now = Paper.objects.get(kind="photo", is_void=False)
    assert now.name == "新.png"
    clerk.see(f"/hewan/papers/{first.pk}/", 404)
    drop = clerk.send(f"/hewan/deputies/{seat.pk}/photo/drop/")
    assert drop.status_code == 302 and not Paper.objects.filter(is_void=False).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        (b"%PDF-1.7 " + b"x" * 60, "像.pdf"),
        (b"", "像.png"),
        (b"<svg onload=1>", "像.svg"),
        (blank_sheet()[:-20], "像.png"),
        (blank_sheet() + b"\0" * (3 * 1024 * 1024), "像.png"),
        (blank_sheet(), "像.jpg"),
    ],
    ids=["pdf", "empty", "svg", "cut", "big", "named wrong"],
)
def test_what_is_no_photograph_is_refused_in_words(clerk, seat, wrong):
    page = keep(clerk, seat, photo(*wrong))
    assert page.status_code in (409, 422)
    assert not Paper.objects.exists()


def test_another_deputy_does_not_change_the_photograph(city, seat):
    other = Hand(city.users["刘麦霞"])
    assert keep(other, seat, photo(png())).status_code == 404
    assert Mandate.objects.filter(pk=seat.pk).exists()
