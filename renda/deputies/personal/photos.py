"""The deputy's photographs: those of register and card, and those set aside before. They are erased
with their files: a photograph is no paper of the congress."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.deputies.personal.people import MANDATE
from renda.kernel.papers.keeping import destroy
from renda.kernel.papers.models import Kind, Paper
from renda.kernel.personal.holding import Erasing, Holding, Record, Whom, holds


def _photos(whom: Whom) -> QuerySet[Paper]:
    """Those set aside too."""
    return Paper.objects.filter(
        subject_type=MANDATE, subject_id__in=whom.ids(MANDATE), kind=Kind.PHOTO
    )


def _tell(whom: Whom) -> list[Record]:
    return [
        Record(photo.name, [(_("handed in at"), photo.uploaded_at), (_("bytes"), photo.size)])
        for photo in _photos(whom).filter(is_void=False)
    ]


def _go(whom: Whom) -> list[str]:
    many = _photos(whom).count()
    return [_("Photographs: %(n)d") % {"n": many}] if many else []


def _erase(whom: Whom, _erasing: Erasing) -> None:
    destroy(_photos(whom))


def declare() -> None:
    """Tell the registry of them."""
    holds(
        Holding(
            key="photos",
            name=gettext_lazy("Photographs"),
            place=31,
            tells=_tell,
            goes=_go,
            erases=_erase,
        )
    )
