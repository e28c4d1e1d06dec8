"""Who hears of the steps of a change of term."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_noop

from renda.congress import posts
from renda.congress.roles import Role
from renda.deputies.models import TermChange
from renda.deputies.naming import change_name
from renda.kernel.notices.hearing import Hears, Reader

KEEPERS = (Role.ADMINISTRATOR, Role.DEPUTIES_OFFICE, Role.PRESIDIUM_CHAIR)


def the_keepers(change: TermChange) -> Iterable[Reader]:
    """The administrator and the deputies' affairs office."""
    return posts.readers(change.congress_id, *KEEPERS)


HEARS: dict[str, Hears] = {
    "settle": {the_keepers: gettext_noop("%(item)s is settled and takes effect on its day.")},
    "reopen": {the_keepers: gettext_noop("%(item)s was taken back to change something.")},
    "give_up": {the_keepers: gettext_noop("%(item)s was given up.")},
    "carry_out": {the_keepers: gettext_noop("%(item)s was carried out.")},
}


def titles(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What changes of term are called in notices, and where they open."""
    rows = TermChange.objects.filter(pk__in=list(ids))
    return {
        row.pk: (
            change_name(row),
            reverse("deputies:turnover_change", args=[row.congress.slug, row.pk]),
        )
        for row in rows.select_related("congress", "old__congress", "new__congress")
    }
