"""What the kernel itself holds of people: notices, text not yet sent, papers they handed in."""

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.exchange.models import ImportedRow
from renda.kernel.notices.models import Choice, Delivery, Notice, Outbox
from renda.kernel.notices.queries import lines
from renda.kernel.pages.models import Answer, Draft
from renda.kernel.papers.models import Paper
from renda.kernel.personal.holding import Erasing, Holding, Record, Stays, Whom, holds
from renda.kernel.registers.history import changed_lines, names_of_rows


def _notices(whom: Whom) -> QuerySet[Notice]:
    return Notice.objects.filter(_told_to(whom))


def _told_to(whom: Whom) -> Q:
    """To the account, or by name on the printed list to one of the person's rows."""
    asked = Q(pk__in=[])
    if whom.user_id is not None:
        asked = Q(user_id=whom.user_id) | Q(reader_kind="user", reader_id=whom.user_id)
    for model, pk in whom.rows:
        asked |= Q(user_id=None, reader_kind=model.rpartition(".")[2], reader_id=pk)
    return asked


def _tell_notices(whom: Whom) -> list[Record]:
    return [
        Record(line.text, [(_("told on"), line.notice.created_at), (_("item"), line.url)])
        for line in lines(_notices(whom))
    ]


def _go_notices(whom: Whom) -> list[str]:
    many = _notices(whom).count()
    return [_("Notices: %(n)d") % {"n": many}] if many else []


def _erase_notices(whom: Whom, _erasing: Erasing) -> None:
    for rows in (Outbox.objects.all(), Notice.objects.all(), Delivery.objects.all()):
        rows.filter(_told_to(whom)).delete()


def _choices(whom: Whom) -> QuerySet[Choice]:
    return Choice.objects.filter(user_id=whom.user_id) if whom.user_id else Choice.objects.none()


def _tell_choices(whom: Whom) -> list[Record]:
    return [
        Record(choice.channel, [(_("address"), choice.address), (_("switched on"), choice.is_on)])
        for choice in _choices(whom)
    ]


def _go_choices(whom: Whom) -> list[str]:
    return [_("How one is told outside, and the mail address")] if _choices(whom) else []


def _erase_choices(whom: Whom, _erasing: Erasing) -> None:
    _choices(whom).delete()


def _imported(whom: Whom) -> QuerySet[ImportedRow]:
    """Lines of files that spoke of this person's rows."""
    asked = Q(pk__in=[])
    for model, pk in whom.rows:
        asked |= Q(subject_type=model, subject_id=pk)
    return ImportedRow.objects.filter(asked).select_related("run").order_by("pk")


def _tell_imported(whom: Whom) -> list[Record]:
    lines, known = list(_imported(whom)), dict[Any, str]()
    for kind in {line.subject_type for line in lines}:
        said = [line.said for line in lines if line.subject_type == kind]
        known |= names_of_rows(apps.get_model(kind), said)
    return [
        Record(
            line.run.file_name,
            [
                (_("row"), line.row),
                (_("taken in at"), line.run.taken_at),
                *_said_lines(line, known),
            ],
        )
        for line in lines
    ]


def _said_lines(line: ImportedRow, known: dict[Any, str]) -> list[tuple[str, str]]:
    """What the file said of the row, field by field."""
    told = changed_lines(apps.get_model(line.subject_type), line.said, known)
    return [(field.label, field.after) for field in told]


def _drafts(whom: Whom) -> QuerySet[Draft]:
    return Draft.objects.filter(user_id=whom.user_id) if whom.user_id else Draft.objects.none()


def _tell_drafts(whom: Whom) -> list[Record]:
    return [
        Record(
            draft.form_key,
            [(_("kept at"), draft.saved_at), *((k, " ".join(v)) for k, v in draft.content.items())],
        )
        for draft in _drafts(whom)
    ]


def _go_drafts(whom: Whom) -> list[str]:
    many = _drafts(whom).count()
    return [_("Text typed and not sent: %(n)d") % {"n": many}] if many else []


def _erase_drafts(whom: Whom, _erasing: Erasing) -> None:
    _drafts(whom).delete()
    if whom.user_id is not None:  # what was said after a form was sent
        Answer.objects.filter(user_id=whom.user_id).delete()


def _papers(whom: Whom) -> QuerySet[Paper]:
    if whom.user_id is None:
        return Paper.objects.none()
    return Paper.objects.filter(uploaded_by_id=whom.user_id, is_void=False)


def _tell_papers(whom: Whom) -> list[Record]:
    return [
        Record(paper.name, [(_("handed in at"), paper.uploaded_at), (_("bytes"), paper.size)])
        for paper in _papers(whom)
    ]


def _stay_papers(whom: Whom) -> list[Stays]:
    many = _papers(whom).count()
    what = _("Papers handed in: %(n)d") % {"n": many}
    why = _("They belong to the items they were handed in with.")
    return [Stays(what, why, _("Archives Law"))] if many else []


HOLDINGS = (
    Holding(
        key="notices",
        name=gettext_lazy("Notices"),
        place=80,
        tells=_tell_notices,
        goes=_go_notices,
        erases=_erase_notices,
        is_content=True,
    ),
    Holding(
        key="told_outside",
        name=gettext_lazy("How one is told outside"),
        place=82,
        tells=_tell_choices,
        goes=_go_choices,
        erases=_erase_choices,
    ),
    Holding(
        key="drafts",
        name=gettext_lazy("Text typed and not sent"),
        place=85,
        tells=_tell_drafts,
        goes=_go_drafts,
        erases=_erase_drafts,
        is_content=True,
    ),
    Holding(
        key="imports",
        name=gettext_lazy("Lines of files that were taken in"),
        place=88,
        tells=_tell_imported,
    ),
    Holding(
        key="papers",
        name=gettext_lazy("Papers handed in"),
        place=90,
        tells=_tell_papers,
        stays=_stay_papers,
    ),
)


def declare() -> None:
    """Tell the registry of them."""
    for holding in HOLDINGS:
        holds(holding)
