"""Who may read a paper: whoever may read its subject. The domains say who that is."""

from collections.abc import Callable, Iterable

from renda.kernel.papers.models import Paper
from renda.kernel.permits.actor import Actor

Permit = Callable[[Actor, int], bool]
_permits: dict[tuple[str, bool], Permit] = {}  # by type, and whether the paper is confidential


def may_read(subject_type: str, permit: Permit, *, is_confidential: bool = False) -> None:
    """Register who reads papers of this type (`label_lower`): `permit(actor, subject_id)`. For
    the confidential ones a permit of their own is asked, and nobody reads them without it."""
    _permits[subject_type, is_confidential] = permit


def readable(actor: Actor, congress_id: int, pk: int) -> Paper | None:
    """The paper, or None for all that this actor may not know of: a paper elsewhere, one that
    lies with nothing, or with a type nobody has given a permit for."""
    paper = Paper.objects.filter(pk=pk, congress_id=congress_id, is_void=False).first()
    if paper is None or paper.subject_id is None:
        return None
    permit = _permits.get((paper.subject_type, paper.is_confidential))
    return paper if permit is not None and permit(actor, paper.subject_id) else None


def papers_of(
    subject_type: str, subject_ids: Iterable[int], *, also_confidential: bool = False
) -> list[Paper]:
    """The standing papers of these subjects, oldest first. For pages whose subject was loaded
    through its permit already; the confidential ones have another."""
    rows = Paper.objects.filter(
        subject_type=subject_type, subject_id__in=list(subject_ids), is_void=False
    )
    return list(rows if also_confidential else rows.filter(is_confidential=False))
