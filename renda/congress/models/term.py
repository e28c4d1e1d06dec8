"""Terms, sessions of the congress, and the numbered meetings of its bodies."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models.body import Body
from renda.congress.models.congress import Congress
from renda.kernel.registers.models import Kept


class Term(Kept):
    """届: a congress's five years, from its first session to the first of the next (组织法9).

    From `freezes_at` on the outgoing office changes nothing of it any more.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(_("number"))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    freezes_at = models.DateTimeField(_("frozen from"), null=True, blank=True)

    class Meta:
        ordering = ["congress", "number"]
        verbose_name = _("term")
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"],
                condition=Q(is_void=False),
                name="one_term_per_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.congress} {self.number}"


class Session(Kept):
    """次会议: a session of the congress in a term; between two sessions it is 闭会期间."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="sessions")
    term = models.ForeignKey(Term, models.PROTECT, related_name="sessions", verbose_name=_("term"))
    number = models.PositiveSmallIntegerField(_("number"))
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"))

    class Meta:
        ordering = ["congress", "opens_on"]
        verbose_name = _("session")
        constraints = [
            models.UniqueConstraint(
                fields=["term", "number"],
                condition=Q(is_void=False),
                name="one_session_per_number",
            ),
            models.CheckConstraint(
                name="session_closes_after_opening", condition=Q(closes_on__gte=F("opens_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} / {self.number}"


class Sitting(Kept):
    """A numbered meeting of a body: 常委会第32次会议, 第60次主任会议, 党组2026年第5次会议.

    It numbers itself inside the term, or inside the year where the kind of body does so (`year`);
    a dispatched committee has no terms (组织法59).
    The meetings package hangs agenda, papers and attendance on it.
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="sittings")
    body = models.ForeignKey(Body, models.PROTECT, related_name="sittings", verbose_name=_("body"))
    term = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sittings",
        verbose_name=_("term"),
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("number"))
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"), null=True, blank=True)

    class Meta:
        ordering = ["congress", "-opens_on", "-pk"]
        verbose_name = _("meeting of a body")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "term", "number"],
                condition=Q(is_void=False, year=None),
                name="one_meeting_per_number_in_term",
            ),
            models.UniqueConstraint(
                fields=["body", "year", "number"],
                condition=Q(is_void=False, year__isnull=False),
                name="one_meeting_per_number_in_year",
            ),
            models.CheckConstraint(
                name="meeting_in_term_or_year",
                condition=Q(term__isnull=False) | Q(year__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.number}"
