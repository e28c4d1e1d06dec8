"""What people hand in, and what attackers do: taken by its bytes, or refused in words."""

import pytest
from django import forms

from renda.kernel.papers.fields import ScanField
from renda.kernel.papers.keeping import keep
from renda.kernel.papers.models import Paper
from renda.kernel.papers.naming import LONGEST, clean, ending_of
from renda.kernel.papers.tests import files
from renda.kernel.papers.tests.files import CLERK, upload
from renda.kernel.permits.refusal import Refused

pytestmark = pytest.mark.django_db
TAKEN = [
    ("letter.pdf", files.PDF, "application/pdf"),
    ("LETTER.PDF", files.PDF, "application/pdf"),
    ("page.jpg", files.JPEG, "image/jpeg"),
    ("page.jpeg", files.JPEG, "image/jpeg"),
    ("page.png", files.PNG, "image/png"),
    ("page.webp", files.WEBP, "image/webp"),
    ("page.tif", files.TIFF, "image/tiff"),
    ("page.heic", files.HEIC, "image/heic"),
]
REFUSED = [
    ("empty.pdf", b""),
    ("program.pdf", files.EXE),
    ("program.exe", files.EXE),
    ("page.pdf", files.JPEG),
    ("page.jpg", files.PDF),
    ("letter.pdf.exe", files.PDF),
    ("letter", files.PDF),
    ("letter.docx", files.ZIP),
    ("page.html", files.HTML),
    ("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
    ("page.png", files.HTML),
    ("letter\x00.exe", files.PDF),
    ("broken.jpg", files.JPEG[:40]),
    ("broken.jpg", b"\xff\xd8\xff\xe0\xff\xff" + b"a" * 50),
]


class Form(forms.Form):
    scan = ScanField()


def kept(name, content):
    return keep(congress_id=1, uploaded_file=upload(name, content), uploaded_by=CLERK)


@pytest.mark.parametrize(("name", "content", "mime"), TAKEN, ids=[row[0] for row in TAKEN])
def test_taken(name, content, mime):
    paper = kept(name, content)
    assert (paper.media_type, paper.name, paper.size) == (mime, name, len(content))
    assert Form({}, {"scan": upload(name, content)}).is_valid()


@pytest.mark.parametrize(("name", "content"), REFUSED, ids=range(len(REFUSED)))
def test_refused_and_nothing_is_kept(name, content, folder):
    with pytest.raises(Refused) as refused:
        kept(name, content)
    assert len(str(refused.value)) > 10
    assert not Paper.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_the_form_says_the_same_words():
    form = Form({}, {"scan": upload("program.pdf", files.EXE)})
    with pytest.raises(Refused) as refused:
        kept("program.pdf", files.EXE)
    assert form.errors["scan"] == [str(refused.value)]
    assert Form({}, {}).errors["scan"]
    assert Form({}, {"scan": upload("empty.pdf", b"")}).errors["scan"]


def test_the_form_tells_the_browser():
    shown = str(Form()["scan"])
    assert 'accept=".pdf,.jpg' in shown and f'data-limit="{20 * 1024 * 1024}"' in shown
    assert "PDF、JPEG" in Form()["scan"].help_text


def test_too_big(settings):
    settings.RENDA_PAPER_LIMIT = 100
    kept("just.pdf", files.PDF.ljust(100))
    with pytest.raises(Refused):
        kept("more.pdf", files.PDF.ljust(101))


def test_a_file_that_lies_about_its_size(settings):
    settings.RENDA_PAPER_LIMIT = 100
    lying = upload("letter.pdf", files.PDF.ljust(5000))
    lying.size = 50
    with pytest.raises(Refused):
        keep(congress_id=1, uploaded_file=lying, uploaded_by=CLERK)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("letter.pdf", "letter.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\贺川平\\扫描件.pdf", "扫描件.pdf"),
        ("/absolute/path.pdf", "path.pdf"),
        ("..", ""),
        ("", ""),
        ("  letter  of\tmay .pdf", "letter ofmay .pdf"),
        ("a\x00b\x1b[31m\r\nSet-Cookie: x.pdf", "ab[31mSet-Cookie: x.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        (".hidden.pdf", "hidden.pdf"),
        ("韩赟的建议📎.pdf", "韩赟的建议📎.pdf"),
        ("\ud800.pdf", "pdf"),
    ],
)
def test_names(typed, name):
    assert clean(typed) == name


def test_a_long_name_keeps_its_ending():
    name = clean("关" * 300 + ".pdf")
    assert len(name) == LONGEST and name.endswith("关.pdf") and len(name.encode()) < 255
    assert len(clean("x." + "y" * 300)) == LONGEST
    assert ending_of("A" * 300 + ".PDF") == ".pdf"


def test_a_name_of_300_characters_is_kept():
    assert kept("建" * 300 + ".pdf", files.PDF).name.endswith(".pdf")
