"""What a place says in its own words, and how a higher congress guides a lower one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from renda.congress.models.congress import Congress
from renda.kernel.registers.models import Kept


class GlossaryWord(Kept):
    """A congress's own word for one of the glossary: 旗县区 for 县市区, 联名代表 for 附议代表."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="words")
    key = models.CharField(_("word of the glossary"), max_length=60)
    word = models.CharField(_("word of this place"), max_length=30)

    class Meta:
        ordering = ["congress", "key"]
        verbose_name = _("word of this place")
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "key"], condition=Q(is_void=False), name="one_word_per_key"
            )
        ]

    def __str__(self) -> str:
        return self.word


class Guidance(Kept):
    """联系指导: a higher congress visits a lower one: who, when, what was found and follows."""

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="guidance_given", verbose_name=_("by")
    )
    lower = models.ForeignKey(
        Congress, models.PROTECT, related_name="guidance_had", verbose_name=_("congress guided")
    )
    on = models.DateField(_("day"))
    people = models.CharField(_("who went"), max_length=200)
    finding = models.TextField(_("what was found"))
    follow_up = models.TextField(_("what is to follow"), blank=True)
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("guidance record")

    def __str__(self) -> str:
        return f"{self.lower} {self.on}"
