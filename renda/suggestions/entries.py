"""What steps write beside a handling: contacts, opinions, replies, evaluations, whose it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Body
from renda.kernel.lifecycle.models import Entry
from renda.suggestions.models import Handling


class Way(models.TextChoices):
    """How an organ talked with the deputy."""

    VISIT = "visit", _("visit")
    ON_SITE = "on_site", _("on site")
    TELEPHONE = "telephone", _("telephone")
    MEETING = "meeting", _("meeting")
    WRITING = "writing", _("in writing")


class Contact(Entry):
    """沟通: the organ talked with the deputy, which must come before a reply (代表法51.2)."""

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="contacts")
    round = models.PositiveSmallIntegerField()
    held_on = models.DateField(_("day"))
    way = models.CharField(_("way"), max_length=12, choices=Way)
    summary = models.TextField(_("what was said"))

    class Meta(Entry.Meta):
        ordering = ["held_on", "id"]


class Inheritance(Entry):
    """承接: whose part this was until a reform passed it to the successor."""

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="inheritances")
    old = models.ForeignKey(Body, models.PROTECT, related_name="+")
    passed_on = models.DateField()

    class Meta(Entry.Meta):
        ordering = ["id"]


class Opinion(Entry):
    """协办意见: what an assisting organ tells the lead organ."""

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="opinions")
    round = models.PositiveSmallIntegerField()
    text = models.TextField(_("opinion"))
    given_on = models.DateField()

    class Meta(Entry.Meta):
        ordering = ["id"]


class ResultClass(models.TextChoices):
    """A to D, as the place's rule defines them (legal-rules 2.3)."""

    A = "A", _("A solved")
    B = "B", _("B being solved")
    C = "C", _("C conditions lacking")
    D = "D", _("D for reference")


class Reply(Entry):
    """答复: the organ's answer in one round; a matter handled again gets another."""

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="replies")
    round = models.PositiveSmallIntegerField()
    text = models.TextField(_("reply"))
    result = models.CharField(_("class"), max_length=1, choices=ResultClass)
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    replied_on = models.DateField()

    class Meta(Entry.Meta):
        ordering = ["round", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling", "round"],
                condition=models.Q(is_void=False),
                name="one_reply_a_round",
            )
        ]


class Satisfaction(models.TextChoices):
    """满意, 基本满意, 不满意."""

    SATISFIED = "satisfied", _("satisfied")
    MOSTLY = "mostly", _("mostly satisfied")
    DISSATISFIED = "dissatisfied", _("dissatisfied")


class Evaluation(Entry):
    """评价: the deputy judges an organ's attitude and the result, apart from each other."""

    reply = models.ForeignKey(Reply, models.PROTECT, related_name="evaluations")
    attitude = models.CharField(_("attitude"), max_length=12, choices=Satisfaction)
    result = models.CharField(_("result"), max_length=12, choices=Satisfaction)
    reason = models.TextField(_("reason"), blank=True)
    is_private = models.BooleanField(_("reason for the congress only"), default=False)
    judged_on = models.DateField()

    class Meta(Entry.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reply"],
                condition=models.Q(is_void=False),
                name="one_evaluation_per_reply",
            )
        ]
