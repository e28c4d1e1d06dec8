"""Posts: who may do what, where, from when until when; and how they went from one to another."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models.body import Body
from renda.congress.models.congress import Congress
from renda.congress.models.term import Session
from renda.congress.roles import Basis, Role
from renda.kernel.registers.models import Kept, Standing


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, asked by day."""

    def held_on(self, day: Any) -> "PostQuerySet":
        """Posts held on this day. Nobody stands in for a post that is not held itself."""
        away = "stands_in_for__"
        rests = Q(stands_in_for=None) | _runs_on(day, away) & Q(**{f"{away}is_void": False})
        return self.filter(_runs_on(day), rests)


def _runs_on(day: Any, of: str = "") -> Q:
    last = Q(**{f"{of}until_on": None}) | Q(**{f"{of}until_on__gte": day})
    return last & Q(**{f"{of}from_on__lte": day})


StandingPosts = Standing.from_queryset(PostQuerySet)


class Post(Kept):
    """A person's role at a body, from a day until a day (inclusive).

    `basis` says how it is held: by appointment, on secondment (借调), as a temporary post (挂职),
    borrowed for a session (`session`, with which it ends), or standing in for somebody who is away
    (`stands_in_for`).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name=_("person")
    )
    body = models.ForeignKey(Body, models.PROTECT, related_name="posts", verbose_name=_("body"))
    role = models.CharField(_("role"), max_length=24, choices=Role)
    basis = models.CharField(
        _("how it is held"), max_length=12, choices=Basis, default=Basis.APPOINTED
    )
    stands_in_for = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stand_ins",
        verbose_name=_("stands in for"),
    )
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="borrowed",
        verbose_name=_("borrowed for"),
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[StandingPosts] = StandingPosts()

    class Meta:
        ordering = ["body", "role", "from_on"]
        verbose_name = _("post")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "body", "role", "from_on"],
                condition=Q(is_void=False),
                name="one_post_from_a_day",
            ),
            models.CheckConstraint(
                name="post_ends_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.get_role_display()} {self.body}"

    @property
    def last_on(self) -> date | None:
        """The last day; of standing in, that of the post itself if it comes first."""
        away = self.stands_in_for
        days = [day for day in (self.until_on, away and away.until_on) if day]
        return min(days, default=None)


class Handover(Kept):
    """交接: posts and the work that was open went from one person to another on a day.

    `ended` are the ids of the posts that ended, `open_work` what was open then: for each register
    of work its items as [kind of thing, id, number, last day]. Titles are asked when it is read.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="handovers")
    old = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="handed_over",
        verbose_name=_("handed over by"),
    )
    new = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="took_over",
        verbose_name=_("taken over by"),
    )
    from_on = models.DateField(_("from"))
    ended = models.JSONField(default=list)
    open_work = models.JSONField(default=list)

    class Meta:
        ordering = ["-from_on", "-pk"]
        verbose_name = _("handover")

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
