"""From a button to a step: read the form, take the step, keep what was typed when it is refused."""

from typing import Any

from django.http import Http404

from renda.kernel.lifecycle.forms import StepForm
from renda.kernel.lifecycle.registry import Process, life_of
from renda.kernel.lifecycle.step import Offer, Step
from renda.kernel.lifecycle.taking import take
from renda.kernel.lifecycle.undoing import undo_last
from renda.kernel.pages import drafts
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request, version_seen
from renda.kernel.papers.keeping import attach, keep
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.record import Behalf

Asks = dict[str, type[StepForm]]


def form_key(subject: Any, step: Step) -> str:
    """Under which key the unsent text of a step's form is kept."""
    return f"{step.action}/{subject.pk}"


def press(request: Request, subject: Any, name: str, asks: Asks) -> Any:
    """Take the step `name` on a subject from a posted form; returns the subject as it is now.

    A person's own step comes first; only then what the office may register for another. Raises
    Invalid or Refused, both carrying the form, and 404 for what is no step.
    """
    version = version_seen(request)
    if name == "undo":
        return undo_last(subject, by=request.actor, version=version)
    step = _step(life_of(subject), name)
    is_own = step.is_for(request.actor, subject)
    for_another = not is_own and step.is_registered_by(request.actor, subject)
    form = asks.get(name, StepForm)(
        request.POST, request.FILES, subject=subject, for_another=for_another
    )
    if not form.is_valid():
        raise Invalid(form, _place(subject, name))
    try:
        taken = _take(request, step, subject, form, version)
    except Refused as refused:
        refused.form, refused.step = form, _place(subject, name)  # type: ignore[attr-defined]
        raise
    drafts.drop(request.actor.user_id, request.actor.congress_id, form_key(subject, step))
    return taken


def _take(request: Request, step: Step, subject: Any, form: StepForm, version: int) -> Any:
    said = form.cleaned_data
    behalf, paper = None, None
    if form.for_another:
        behalf = _behalf(subject, said["signed_name"])
        paper = keep(
            congress_id=subject.congress_id, uploaded_file=said["scan"], uploaded_by=request.actor
        )
    taken = take(
        step,
        subject,
        by=request.actor,
        on=said["on"],
        reason=said["reason"],
        behalf=behalf,
        paper=paper,
        version=version,
        **form.asked(),
    )
    if paper is not None:
        attach(paper, subject, is_confidential=step.is_confidential)
    return taken


def _behalf(subject: Any, signed: str) -> Behalf:
    life = life_of(subject)
    assert life.principal is not None, "a step with a registrar needs a principal"
    whom = life.principal(subject)
    return Behalf(whom.kind, whom.id, signed)


def _step(life: Process, name: str) -> Step:
    step = life.steps.get(name)
    if step is None or step.is_automatic:
        raise Http404
    return step


def _place(subject: Any, name: str) -> str:
    return f"{subject._meta.label_lower}/{subject.pk}/{name}"


class Pressable:
    """An offer with its form, as a page shows it: filled again after a refusal or from a draft."""

    def __init__(
        self, offer: Offer, subject: Any, form: StepForm, key: str, is_wrong: bool
    ) -> None:
        self.offer, self.subject, self.form = offer, subject, form
        self.key, self.is_wrong = key, is_wrong

    @property
    def asks_something(self) -> bool:
        """Whether the form must be opened before the button can be pressed."""
        return bool(self.form.own_fields) or self.offer.for_another


def pressables(
    request: Request, subject: Any, asks: Asks, kept: dict[str, Any], actor: Actor
) -> list[Pressable]:
    """The steps offered to an actor on a subject, each with its form."""
    made = []
    for offer in life_of(subject).offers(actor, subject):
        step = offer.step
        key = form_key(subject, step)
        problem = request.problem
        is_wrong = problem is not None and problem.step == _place(subject, step.name)
        if is_wrong and problem is not None and problem.form is not None:
            form = problem.form
        else:
            draft = kept.get(key)
            form = asks.get(step.name, StepForm)(
                subject=subject, for_another=offer.for_another, initial=_typed(draft)
            )
        made.append(Pressable(offer, subject, form, key, is_wrong))
    return made


def _typed(draft: Any) -> dict[str, Any]:
    """A kept draft as initial values; fields sent several times stay lists."""
    if draft is None:
        return {}
    return {
        name: values[0] if len(values) == 1 else values for name, values in draft.content.items()
    }
