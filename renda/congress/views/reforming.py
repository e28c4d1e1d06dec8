"""机构改革: choose, look at what passes on, carry out."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from renda.congress.forms.reform import CarryForm, hidden
from renda.congress.inheriting import shown_at
from renda.congress.permits import keeps_bodies
from renda.congress.reform import carry_out
from renda.congress.views.bodies import address
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid, keeping_typed
from renda.kernel.pages.request import Request


@page("congress/reform.html", to=keeps_bodies)
def reform(request: Request) -> dict[str, Any]:
    """Which organs, and then what passes on to whom."""
    asked, congress = request.GET, request.congress
    if request.problem is not None and request.problem.form is not None:
        form = request.problem.form
    elif "on" in asked:
        form = CarryForm(asked, congress=congress, actor=request.actor, is_first=True)
    else:
        chosen = {"old": asked.getlist("old")[:50]}
        form = CarryForm(initial=chosen, congress=congress, actor=request.actor)
    is_chosen = form.is_bound and not any(name in form.errors for name in (*_FIRST, "__all__"))
    olds = [body.pk for body in form.cleaned_data["old"]] if is_chosen else []
    return {
        "form": form,
        "first": [form[name] for name in _FIRST],
        "has_organs": form.fields["old"].queryset.exists(),
        "is_chosen": is_chosen,
        "hidden": hidden(form) if is_chosen else [],
        "heirs": form.heirs if is_chosen else [],
        "open_work": shown_at(olds, request.actor) if is_chosen else [],
    }


_FIRST = ("old", "into", "names", "on", "note")


@act(to=keeps_bodies, again=reform)
def carry_out_reform(request: Request) -> str:
    """Carry it out, all or nothing."""
    form = CarryForm(request.POST, congress=request.congress, actor=request.actor)
    if not form.is_valid():
        raise Invalid(form)
    with keeping_typed(form):
        heirs = carry_out(form.reform, by=request.actor)
    messages.success(request, _("The reform is carried out. What was open has passed on."))
    return address(heirs[0], request.congress.slug)
