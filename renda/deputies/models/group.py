"""Deputies' groups, and who sits in which body from when until when."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Post
from renda.deputies import offices
from renda.deputies.models.mandate import Mandate
from renda.deputies.models.person import Person
from renda.deputies.roles import GroupKind, Office
from renda.kernel.registers.models import Kept, Standing


class Group(Kept):
    """代表小组 (代表法27): a body of kind GROUP, with what kind of group it is and its field."""

    body = models.OneToOneField(
        Body, models.PROTECT, related_name="group", editable=False, verbose_name=_("body")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=GroupKind)
    field = models.CharField(_("field or area"), max_length=80, blank=True)
    plan = models.TextField(_("plan of the year"), blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=120, blank=True, editable=False)

    class Meta:
        ordering = ["body__order", "pk"]
        verbose_name = _("deputies' group")

    def __str__(self) -> str:
        return self.body.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, asked by day."""

    def held_on(self, day: Any) -> "MembershipQuerySet":
        """Those in force on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)


StandingMemberships = Standing.from_queryset(MembershipQuerySet)


class Membership(Kept):
    """A seat in a body: standing committee, council, presidium, committee, Party group, delegation,
    deputies' group. Dated, in order of precedence, with the reason of leaving.

    `mandate` is the seat's basis where it needs one; a group of several levels has members with
    mandates of other congresses. `post` is what the office gives the person's account to do; it
    begins and ends with the membership.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="memberships")
    body = models.ForeignKey(
        Body, models.PROTECT, related_name="memberships", verbose_name=_("body")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    mandate = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("as deputy"),
    )
    office = models.CharField(_("office"), max_length=20, choices=Office, default=Office.MEMBER)
    order = models.PositiveIntegerField(_("order of precedence"), default=0)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason of leaving"), max_length=120, blank=True)
    post = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="memberships",
        verbose_name=_("post that it gives"),
    )

    objects: ClassVar[StandingMemberships] = StandingMemberships()

    class Meta:
        ordering = ["body", "order", "from_on", "pk"]
        verbose_name = _("membership")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "person", "office"],
                condition=Q(is_void=False, until_on=None),
                name="one_running_membership",
            ),
            models.CheckConstraint(
                name="membership_ends_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]
        indexes = [models.Index(fields=["congress", "body"], name="memberships_of_body")]

    def __str__(self) -> str:
        return f"{self.person} – {self.body}"

    @property
    def office_name(self) -> str:
        """What the office is called in this body."""
        return offices.office_name(self.body.kind, self.office)


class GroupExceptionQuerySet(models.QuerySet["GroupException"]):
    """Exceptions, asked by day."""

    def held_on(self, day: Any) -> "GroupExceptionQuerySet":
        """Those in force on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)


StandingExceptions = Standing.from_queryset(GroupExceptionQuerySet)


class GroupException(Kept):
    """A deputy for whom "exactly one field group" does not hold, from a day until a day."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="group_exceptions")
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="group_exceptions", verbose_name=_("deputy")
    )
    reason = models.CharField(_("reason"), max_length=120)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[StandingExceptions] = StandingExceptions()

    class Meta:
        ordering = ["congress", "from_on", "pk"]
        verbose_name = _("exception from the field groups")
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(is_void=False, until_on=None),
                name="one_running_group_exception",
            ),
            models.CheckConstraint(
                name="group_exception_ends_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}"
