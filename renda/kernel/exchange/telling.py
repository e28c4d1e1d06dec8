"""What runs tell others: a row's history, the proof of the trail; and what is erased of them."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from renda.kernel.exchange.lines import hash_of
from renda.kernel.exchange.models import ImportedRow, ImportRun
from renda.kernel.registers.history import Told
from renda.kernel.registers.models import Kept
from renda.kernel.trail.models import Event, Words
from renda.kernel.trail.naming import names_of
from renda.kernel.trail.verify import Fault


def history(row: Kept) -> Iterable[Told]:
    """The lines of files that entered or changed this row, and their undoing."""
    lines = list(
        ImportedRow.objects.filter(
            subject_type=row._meta.label_lower, subject_id=row.pk
        ).select_related("run")
    )
    if not lines:
        return []
    runs = [line.run for line in lines]
    names = names_of("user", {i for run in runs for i in (run.taken_by_id, run.undone_by_id) if i})
    return [told for line in lines for told in _told(line, names)]


def _told(line: ImportedRow, names: dict[int, str]) -> Iterator[Told]:
    run = line.run
    if run.taken_at is not None:
        label = _("Taken in from the file “%(file)s”, row %(row)d")
        said = {"file": run.file_name, "row": line.row}
        who = names.get(run.taken_by_id or 0, "")
        yield Told(run.taken_at, who, label % said, line.said, run.undone_at is not None)
    if run.undone_at is not None:
        label = _("The file “%(file)s” was undone") % {"file": run.file_name}
        changed = line.said.get("changed", {})
        back = {"changed": {name: [after, before] for name, (before, after) in changed.items()}}
        yield Told(run.undone_at, names.get(run.undone_by_id or 0, ""), label, back)


def faults() -> Iterator[Fault]:
    """Runs whose rows are no longer those that the trail holds the hash of."""
    for run in ImportRun.objects.exclude(taken_seq=None):
        here = (run.congress_id, run.taken_seq or 0)
        lines = list(run.rows.order_by("pk"))
        if any(not line.is_whole() for line in lines):
            yield Fault("import", *here, "what a row of the file did was changed afterwards")
        words = Words.objects.filter(event__congress_id=run.congress_id, event__seq=here[1]).first()
        if words is not None and words.said.get("rows") != hash_of(lines):
            yield Fault("import", *here, "the rows of the file are not those that were recorded")
        if not Event.objects.filter(congress_id=run.congress_id, seq=here[1]).exists():
            yield Fault("import", *here, "no event of the trail speaks of this file")


def erase(subject_type: str, subject_ids: Iterable[int]) -> int:
    """Erase what files said of these rows, and what was asked about them (PIPL 47): numbers and
    hashes stay, and the trail still verifies; without its salt a hash lets nobody try words out.
    Returns how many lines were emptied."""
    ids = list(subject_ids)
    forget_answers(subject_type, ids)
    lines = ImportedRow.objects.filter(subject_type=subject_type, subject_id__in=ids)
    emptied: int = lines.exclude(said={}).update(said={}, sealed={}, salt="")
    return emptied


def forget_answers(subject_type: str, subject_ids: Iterable[int]) -> None:
    """Forget what was asked and answered about these rows: a question names people. What a command
    answered beforehand stands at no row, and goes with any."""
    lines = ImportedRow.objects.filter(subject_type=subject_type, subject_id__in=list(subject_ids))
    for run in ImportRun.objects.filter(rows__in=lines).exclude(answers={}).distinct():
        rows = {0, *lines.filter(run=run).values_list("row", flat=True)}
        run.answers = {k: said for k, said in run.answers.items() if said["row"] not in rows}
        run.save(update_fields=["answers"])
