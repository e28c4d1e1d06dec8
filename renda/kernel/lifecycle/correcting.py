"""更正: setting a wrong text right after the fact, with the old and the new wording both kept.

A wrong character must be correctable, or the clerk goes back to Excel (office.md 5.2-4); that a
text was corrected, by whom, when and why, stays visible.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.lifecycle.life import Lifecycle, TakenStep
from renda.kernel.lifecycle.models import Correction
from renda.kernel.lifecycle.occasion import Occasion
from renda.kernel.lifecycle.states import Arrow
from renda.kernel.permits.refusal import Refused
from renda.kernel.permits.who import Who


def correction(
    life: Lifecycle,
    arrow: Arrow,
    *,
    by: Who,
    fields: tuple[str, ...],
    of: Callable[[Any], Any] = lambda subject: subject,
    registrar: Who | None = None,
) -> TakenStep:
    """Declare the step `correct` of a lifecycle: these text fields may be set right.

    `of` is where they stand, if not on the subject itself: a handling's last reply.
    """

    @life.step(gettext_lazy("Correct"), arrow, by=by, registrar=registrar)
    def correct(subject: Any, *, texts: dict[str, Any], why: str, occasion: Occasion) -> None:
        """更正: both wordings stay visible."""
        text = of(subject)
        changed = {f: texts[f] for f in fields if f in texts and texts[f] != getattr(text, f)}
        if not changed:
            raise Refused(_("Nothing was changed."))
        for field, after in changed.items():
            Correction.objects.create(
                taken=occasion.row,
                subject_type=text._meta.label_lower,
                subject_id=text.pk,
                field=field,
                before=getattr(text, field),
                after=after,
                reason=why,
            )
            setattr(text, field, after)
        if text is not subject:
            text.save(update_fields=list(changed))

    return correct


def corrections_of(texts: Iterable[Any]) -> list[Correction]:
    """What was corrected on these texts, oldest first: one query."""
    asked = Q(pk__in=[])
    for text in texts:
        asked |= Q(subject_type=text._meta.label_lower, subject_id=text.pk)
    return list(Correction.objects.filter(asked).select_related("taken").order_by("pk"))
