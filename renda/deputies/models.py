"""People and mandates."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Term


class Person(models.Model):
    """A person, with or without an account: sixty of 305 deputies will never have one."""

    name = models.CharField(_("name"), max_length=60)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Mandates, asked by day."""

    def held_on(self, day: Any) -> "MandateQuerySet":
        """Mandates in force on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)


class Mandate(models.Model):
    """A person's seat in a congress for a term: what makes a deputy."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates")
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="mandates")
    term = models.ForeignKey(Term, models.PROTECT, related_name="mandates")
    electoral_unit = models.CharField(_("electoral unit"), max_length=60, blank=True)
    delegation = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="mandates"
    )
    order = models.PositiveIntegerField(_("order by strokes"), default=0)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["congress", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "term"], name="one_mandate_per_term")
        ]
        indexes = [models.Index(fields=["congress", "order"], name="mandates_in_order")]

    def __str__(self) -> str:
        return self.person.name
