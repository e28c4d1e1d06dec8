"""Deputy certificates that hold, and who has none."""

from django.db.models import Exists, OuterRef, QuerySet

from renda.deputies.models import (
    Certificate,
    MandateQuerySet,
)
from renda.deputies.queries.mandates import deputies_of


def without_certificate(congress_id: int) -> MandateQuerySet:
    """The deputies in office who have no valid certificate, in the order of the register."""
    valid = valid_certificates().filter(mandate=OuterRef("pk"))
    return deputies_of(congress_id).exclude(Exists(valid)).order_by("order", "pk")


def valid_certificates() -> QuerySet[Certificate]:
    """Those neither lost nor returned."""
    return Certificate.objects.filter(lost_on=None, returned_on=None)
