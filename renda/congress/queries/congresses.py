"""Congresses by their address, their telephones and words."""

from renda.accounts.office import Line
from renda.congress.models import (
    Congress,
    GlossaryWord,
)


def congress_id_named(slug: str) -> int | None:
    """The congress with this address, for commands."""
    return Congress.objects.filter(slug=slug).values_list("pk", flat=True).first()


def named(slug: str) -> Congress | None:
    """The congress with this address."""
    return Congress.objects.filter(slug=slug).first()


def listed() -> list[tuple[str, str]]:
    """Addresses and names of the congresses, for whoever asks by which calendar to count."""
    return list(Congress.objects.values_list("slug", "short_name"))


def telephones(_request: object) -> list[Line]:
    """Whom to call about an account, on the sign-in page: the congresses' own offices."""
    rows = Congress.objects.exclude(phone="").order_by("path").values_list("short_name", "phone")
    return [Line(name, phone) for name, phone in rows[:5]]


def words_of(congress_id: int) -> dict[str, str]:
    """This congress's own words for those of the glossary."""
    rows = GlossaryWord.objects.filter(congress_id=congress_id)
    return dict(rows.values_list("key", "word"))
