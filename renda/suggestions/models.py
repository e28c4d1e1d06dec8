"""Suggestions and one organ's handling of one. Verbs live in the lifecycles."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body, Congress, Session
from renda.congress.queries import body_name_on
from renda.deputies.models import Mandate
from renda.kernel.lifecycle.models import Living
from renda.suggestions.states import HandlingState, SuggestionState


class Category(models.TextChoices):
    """What a suggestion is about; a place's own list comes later."""

    AGRICULTURE = "agriculture", _("farming, herding and water")
    TOWNS = "towns", _("towns and housing")
    TRANSPORT = "transport", _("transport and police")
    ENVIRONMENT = "environment", _("environment")
    EDUCATION = "education", _("education and culture")
    HEALTH = "health", _("health and medicine")
    LIVELIHOOD = "livelihood", _("livelihood and social security")
    ECONOMY = "economy", _("economy, trade and finance")
    GOVERNANCE = "governance", _("governance and law")
    OTHER = "other", _("other")


class Suggestion(Living):
    """One matter that a deputy puts forward (一事一议), with numbered requests."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="suggestions")
    sponsor = models.ForeignKey(Mandate, models.PROTECT, related_name="sponsored")
    title = models.CharField(_("title"), max_length=120, blank=True)
    problem = models.TextField(_("situation and problem"), blank=True)
    requests = models.JSONField(_("requests"), default=list)
    category = models.CharField(_("category"), max_length=20, choices=Category, blank=True)
    is_open = models.BooleanField(_("may be published"), default=True)
    state = models.CharField(max_length=20, choices=SuggestionState, default=SuggestionState.DRAFT)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="suggestions"
    )
    is_recess = models.BooleanField(_("between sessions"), default=False)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "is_recess", "number"], name="one_suggestion_per_number"
            ),
            models.CheckConstraint(
                name="registered_suggestion_has_number",
                condition=Q(state__in=["draft", "submitted", "returned", "registered"])
                | Q(number__isnull=False, session__isnull=False),
            ),
            models.CheckConstraint(
                name="submitted_suggestion_has_day",
                condition=Q(state="draft") | Q(submitted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="published_suggestion_is_closed",
                condition=Q(published_on=None) | Q(state="closed", is_open=True),
            ),
        ]
        indexes = [
            models.Index(fields=["congress", "state", "-id"], name="suggestions_in_state"),
            models.Index(fields=["congress", "-published_on"], name="suggestions_published"),
        ]

    def __str__(self) -> str:
        return self.title or str(_("untitled"))

    @property
    def standing(self) -> list["Handling"]:
        """The organs' handlings that were neither undone nor merged, those who assist last; loaded
        once if prefetched."""
        gone = (HandlingState.VOID, HandlingState.MERGED)
        rows = [h for h in self.handlings.all() if h.state not in gone]
        return sorted(rows, key=lambda h: not h.must_answer)

    @property
    def answering(self) -> list["Handling"]:
        """Those of organs that must answer: the lead organ, and each separate one."""
        return [h for h in self.standing if h.must_answer]


class OrganRole(models.TextChoices):
    """主办, 协办, 分办."""

    LEAD = "lead", _("lead organ")
    ASSISTING = "assisting", _("assisting organ")
    SEPARATE = "separate", _("separate organ")


class Handling(Living):
    """One organ's part in a suggestion: its receipt, clock, contacts, reply and class."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="handlings")
    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="handlings")
    organ = models.ForeignKey(Body, models.PROTECT, related_name="handlings")
    role = models.CharField(_("part"), max_length=12, choices=OrganRole)
    state = models.CharField(max_length=20, choices=HandlingState, default=HandlingState.OFFERED)
    round = models.PositiveSmallIntegerField(default=1)
    assigned_on = models.DateField(_("assigned on"))
    received_at = models.DateTimeField(_("signed for at"), null=True, blank=True)
    received_by = models.CharField(_("signed for by"), max_length=80, blank=True)
    receipt_recorded_at = models.DateTimeField(null=True, blank=True)
    receipt_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "organ"],
                condition=Q(state__in=["offered", "received"]),
                name="one_handling_per_organ",
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(role="lead") & ~Q(state="void"),
                name="one_lead_organ",
            ),
            models.CheckConstraint(
                name="received_handling_has_receipt",
                condition=Q(state__in=["offered", "ended", "merged", "void"])
                | Q(received_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["organ", "state"], name="handlings_of_organ")]

    def __str__(self) -> str:
        return f"{self.suggestion} – {self.organ}"

    @property
    def organ_name(self) -> str:
        """What its organ is called; a closed matter keeps the name that the organ had then."""
        if "name_then" in self.__dict__:  # read along by queries.named
            return self.__dict__["name_then"] or self.organ.name
        closed_on = self.suggestion.closed_on
        return body_name_on(self.organ, closed_on) if closed_on else self.organ.name

    @property
    def must_answer(self) -> bool:
        """An assisting organ gives its opinion to the lead organ instead."""
        return self.role != OrganRole.ASSISTING

    @property
    def last_reply(self) -> Any:
        """Its reply of the current or the last round, or None."""
        return max(self.replies.all(), key=lambda reply: reply.round, default=None)
