"""Photos of deputies, and who sees them."""

from collections.abc import Iterable

from renda.deputies.models import (
    Mandate,
)
from renda.deputies.permits import (
    reads_deputies,
)
from renda.deputies.queries.mandates import deputies_of
from renda.deputies.roles import Extra
from renda.kernel.papers.models import Kind, Paper
from renda.kernel.permits.actor import Actor


def photos_of(mandate_ids: Iterable[int]) -> dict[int, Paper]:
    """The photographs of these deputies, by mandate: one query."""
    rows = Paper.objects.filter(
        subject_type=Mandate._meta.label_lower,
        subject_id__in=list(mandate_ids),
        kind=Kind.PHOTO,
        is_void=False,
    )
    return {row.subject_id: row for row in rows.order_by("pk") if row.subject_id is not None}


def may_see_photo(actor: Actor, mandate_id: int) -> bool:
    """The office and the deputy always; everyone while the deputy is in office and has chosen to
    show it."""
    mandate = Mandate.objects.filter(pk=mandate_id).select_related("person").first()
    if mandate is None or mandate.congress_id != actor.congress_id:
        return False
    is_own = actor.user_id is not None and mandate.person.user_id == actor.user_id
    if is_own or reads_deputies(actor):
        return True
    is_chosen = Extra.PHOTO in mandate.person.public_extras
    return is_chosen and deputies_of(mandate.congress_id).filter(pk=mandate_id).exists()
