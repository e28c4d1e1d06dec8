"""The public card: what a deputy adds to it, and the photograph."""

from collections.abc import Iterable
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from renda.congress.permits import deputies_office
from renda.congress.roles import DEPUTY
from renda.deputies.models import Mandate, Person
from renda.deputies.queries import photos_of
from renda.deputies.roles import Extra
from renda.kernel.papers.keeping import attach, keep, set_aside
from renda.kernel.papers.models import Kind, Paper
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.keeping import change
from renda.kernel.trail.record import record


def save_card(
    *,
    mandate: Mandate,
    extras: Iterable[str],
    introduction: str,
    expertise: str,
    seen: int | None = None,
    by: Actor,
) -> Person:
    """The deputy chooses what citizens see beyond what the law demands, and writes about the own
    work. It is theirs alone, in whatever congresses they sit."""
    if not by.holds(DEPUTY, mandate.pk):
        raise Refused(_("Only the deputy chooses what the card shows."))
    wanted = set(extras)
    return change(
        mandate.person,
        "deputies.change_card",
        by=by,
        values={
            "public_extras": [e for e in Extra.values if e in wanted],
            "introduction": introduction,
            "expertise": expertise,
        },
        seen=seen,
        congress_id=mandate.congress_id,
    )


@transaction.atomic
def keep_photo(*, mandate: Mandate, file: "File[bytes]", by: Actor) -> Paper:
    """A photograph for register, certificate and card; the one before it is set aside."""
    _check(mandate, by)
    before = [photo.pk for photo in photos_of([mandate.pk]).values()]
    photo = keep(
        congress_id=mandate.congress_id, uploaded_file=file, uploaded_by=by, kind=Kind.PHOTO
    )
    attach(photo, mandate)
    set_aside(Paper.objects.filter(pk__in=before))
    record(mandate, "deputies.keep_photo", **_where(mandate, by))
    return photo


@transaction.atomic
def drop_photo(*, mandate: Mandate, by: Actor) -> None:
    """The photograph is shown nowhere any more."""
    _check(mandate, by)
    there = photos_of([mandate.pk])
    if not there:
        raise Refused(_("There is no photograph."))
    set_aside(Paper.objects.filter(pk__in=[photo.pk for photo in there.values()]))
    record(mandate, "deputies.drop_photo", **_where(mandate, by))


def _check(mandate: Mandate, by: Actor) -> None:
    is_theirs = by.holds(DEPUTY, mandate.pk) or deputies_office(by)
    if mandate.congress_id != by.congress_id or not is_theirs:
        raise Refused(_("Only the deputy or the office changes the photograph."))


def _where(mandate: Mandate, by: Actor) -> dict[str, Any]:
    here, who = mandate.congress_id, by.user_id
    return {"congress_id": here, "actor_id": who, "version": mandate.version}
