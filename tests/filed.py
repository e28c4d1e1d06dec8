"""The teller in the rosters of other congresses: what files and their answers say of them there."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.management import call_command

from renda.deputies.models import Mandate, PersonChange
from renda.kernel.exchange import runs
from renda.kernel.exchange.models import ImportedRow
from renda.kernel.exchange.table import TABLES
from renda.kernel.moment import today
from renda.kernel.permits import actor as actors
from renda.kernel.registers.keeping import change
from tests.teller import NAME, SAID, Teller

BORN, MOVED_TO = SAID["born"][:7], "文件里写的新住址"
ASKED = "文件里有一个同名同月生的人，是谁？"
HEADS = "姓名,出生年月,选举单位"


def elected_elsewhere(teller: Teller, folder: Path) -> list[str]:
    """A known person's new mandates, answered on a page and by the command, and a change of data
    that a file proposes to the other congresses; returns the values that must go."""
    _answered_on_the_page(teller)
    _answered_by_the_command(teller, folder)
    _proposed_by_a_file(teller, folder)
    return [ASKED, f"person/{NAME}/{BORN}/第九选区", f"person/{NAME}/{BORN}/第八选区", MOVED_TO]


def _answered_on_the_page(teller: Teller) -> None:
    table, there = TABLES["roster"], teller.city.congresses["wuquan"]
    file = ContentFile(f"{HEADS}\n{NAME},{BORN},第九选区\n".encode(), "五泉.csv")
    by: Any = actors.the_system(there.pk)
    asked = {"term": teller.city.terms["wuquan"].number}
    run = runs.begin(table, there, by=by, file=file, asked=asked)
    said = {"row": 2, "value": str(teller.person.pk), "label": NAME, "question": ASKED}
    runs.answer(run, {f"person/{NAME}/{BORN}/第九选区": said})
    runs.take_in(table, there, run, by=by)
    _only_a_mandate(there)


def _answered_by_the_command(teller: Teller, folder: Path) -> None:
    said = f"person/{NAME}/{BORN}/第八选区={teller.person.pk}"
    _command(folder, "dengling", f"{HEADS}\n{NAME},{BORN},第八选区\n", "--answer", said)
    _only_a_mandate(teller.city.congresses["dengling"])


def _proposed_by_a_file(teller: Teller, folder: Path) -> None:
    """The office's own proposal is answered first: one at a time waits."""
    for open_one in PersonChange.objects.filter(person=teller.person, answer=""):
        values = {"answer": "declined", "answered_on": today()}
        change(open_one, "deputies.answer_change", by=None, values=values)
    text = f"{HEADS},住址\n{NAME},{BORN},第八选区,{MOVED_TO}\n"
    _command(folder, "dengling", text)
    assert ImportedRow.objects.filter(subject_type="deputies.personchange").count() == 1


def _command(folder: Path, slug: str, text: str, *words: str) -> None:
    file = folder / "名册.csv"
    file.write_text(text, "utf-8")
    call_command("import_table", "roster", str(file), "--congress", slug, *words)


def _only_a_mandate(congress: Any) -> None:
    """The file said nothing new of the person: only the mandate leads to its answers."""
    mandate = Mandate.objects.get(congress=congress, person__name=NAME)
    lines = ImportedRow.objects.filter(run__congress_id=congress.pk)
    assert [(x.subject_type, x.subject_id) for x in lines] == [("deputies.mandate", mandate.pk)]
