"""Words of the place, guidance given and received, and the door to the local rules."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from renda.congress.drawing import guidance_badge
from renda.congress.forms.local import GuidanceForm, WordForm
from renda.congress.models import GlossaryWord, Guidance
from renda.congress.permits import administrator, guides, reads_bodies, writes_guidance
from renda.kernel.moment import today
from renda.kernel.permits.actor import Actor
from renda.kernel.registers import hub
from renda.kernel.registers.register import Chip, Column, Register, add
from renda.kernel.words.local import known


def _words(actor: Actor) -> QuerySet[Any]:
    return GlossaryWord.objects.filter(congress_id=actor.congress_id)


def _usual(row: GlossaryWord) -> str:
    term = known().get(row.key)
    return term.zh if term is not None else row.key


def _given(actor: Actor) -> QuerySet[Any]:
    return Guidance.objects.filter(congress_id=actor.congress_id).select_related("lower")


def _received(actor: Actor) -> QuerySet[Any]:
    return Guidance.objects.filter(lower_id=actor.congress_id).select_related("congress")


def _open(rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.filter(done_on=None).exclude(follow_up="")


CHIPS = (
    Chip("overdue", _("Overdue"), lambda rows, a: _open(rows, a).filter(due_on__lt=today())),
    Chip("open", _("Not done yet"), _open),
    Chip("done", _("Done"), lambda rows, actor: rows.exclude(done_on=None)),
)
FOUND = (
    Column(_("Day"), "on"),
    Column(_("State"), guidance_badge),
    Column(_("Who went"), "people", is_desk=True),
    Column(_("What was found"), "finding", is_desk=True),
    Column(_("What is to follow"), "follow_up", is_desk=True),
    Column(_("To be done by"), "due_on", is_desk=True),
    Column(_("Done on"), "done_on", is_desk=True),
)

WORDS = Register(
    key="words",
    name=_("Words of this place"),
    one=_("a word of this place"),
    about=_("What this place calls a thing, where the usual word of the pages is another."),
    icon="say",
    group="congress",
    model=lambda: GlossaryWord,
    rows=_words,
    reads=reads_bodies,
    writes=administrator,
    columns=(
        Column(_("Word of this place"), "word", is_title=True),
        Column(_("Instead of"), _usual),
    ),
    action="congress.{}_word",
    form=WordForm,
    search=("word",),
    order=("key",),
    place=70,
)

GUIDANCE = Register(
    key="guidance",
    name=_("Guidance of lower congresses"),
    one=_("a guidance record"),
    about=_("Visits to lower congresses: what was found, what is to follow, by when."),
    icon="eye",
    group="congress",
    model=lambda: Guidance,
    rows=_given,
    reads=guides,
    writes=writes_guidance,
    columns=(Column(_("Congress guided"), "lower.short_name", is_title=True), *FOUND),
    action="congress.{}_guidance",
    form=GuidanceForm,
    search=("lower__name", "finding", "follow_up", "people"),
    chips=CHIPS,
    order=("-on", "-pk"),
    place=60,
)

RECEIVED = Register(
    key="guidance-received",
    name=_("Guidance from above"),
    one=_("a guidance record"),
    about=_("What the higher congress wrote about this one."),
    icon="info",
    group="congress",
    model=lambda: Guidance,
    rows=_received,
    reads=guides,
    writes=writes_guidance,
    columns=(Column(_("By"), "congress.short_name", is_title=True), *FOUND),
    action="congress.{}_guidance",
    search=("finding", "follow_up"),
    chips=CHIPS,
    order=("-on", "-pk"),
    place=61,
)


def declare() -> None:
    """Tell the kernel of them."""
    for register in (WORDS, GUIDANCE, RECEIVED):
        add(register)
    hub.add(
        hub.Tile(
            name=_("Local rules"),
            about=_("What the law leaves to the place: usual values, bounds, and what holds here."),
            icon="law",
            group="congress",
            url_name="congress:rules",
            to=reads_bodies,
            place=80,
        )
    )
