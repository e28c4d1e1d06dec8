"""A congress, its terms and sessions, bodies and posts."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from renda.congress.roles import BodyKind, Level, Role


class Congress(models.Model):
    """A people's congress: the tenant to which everything else belongs.

    `path` lists the ids of the congresses above and its own, such as "/1/4/", so that "above"
    and "below" need no recursion.
    """

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    name = models.CharField(_("full name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40)
    level = models.CharField(_("level"), max_length=12, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=120, editable=False, default="/")
    phone = models.CharField(_("telephone of its office"), max_length=40, blank=True)
    place = models.CharField(_("name of the place"), max_length=40, blank=True)

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the path true."""
        super().save(*args, **kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            self.path = path
            super().save(update_fields=["path"])

    @property
    def above_ids(self) -> list[int]:
        """The congresses above this one, highest first."""
        return [int(part) for part in self.path.strip("/").split("/")[:-1] if part]


class Term(models.Model):
    """届: a congress's five years (组织法9)."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(_("number"))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["congress", "number"]
        constraints = [
            models.UniqueConstraint(fields=["congress", "number"], name="one_term_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.congress} {self.number}"


class Session(models.Model):
    """次会议: a session of the congress in a term; between two sessions it is 闭会期间."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="sessions")
    term = models.ForeignKey(Term, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("number"))
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"))

    class Meta:
        ordering = ["congress", "opens_on"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="one_session_per_number"),
            models.CheckConstraint(
                name="session_closes_after_opening", condition=Q(closes_on__gte=F("opens_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} / {self.number}"


class Body(models.Model):
    """The one table of what a post can belong to: office, organ, committee, delegation."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="bodies")
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind)
    name = models.CharField(_("name"), max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    order = models.PositiveIntegerField(_("official order"), default=0)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["congress", "order", "id"]
        indexes = [models.Index(fields=["congress", "kind", "order"], name="bodies_of_kind")]

    def __str__(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, asked by day."""

    def held_on(self, day: Any) -> "PostQuerySet":
        """Posts held on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)


class Post(models.Model):
    """A person's role at a body, from a day until a day (inclusive)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="posts")
    role = models.CharField(_("role"), max_length=24, choices=Role)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["body", "role", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "body", "role", "from_on"], name="one_post_from_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.body}"
