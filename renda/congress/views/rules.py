"""Local rules: what the law leaves to the place, what holds here, and setting it."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.congress import local_rules
from renda.congress.forms.rules import RuleForm
from renda.congress.local_rules import Rule
from renda.congress.permits import administrator, reads_bodies
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.refusal import Stale


@page("congress/rules.html", to=reads_bodies)
def rules(request: Request) -> dict[str, Any]:
    """All of them, process by process."""
    groups = local_rules.rules_by_group(request.congress.pk)
    return {"groups": groups, "may_set": administrator(request.actor)}


@page("congress/rule.html", to=reads_bodies)
def rule(request: Request, key: str) -> dict[str, Any]:
    """One rule, its history, and the form for whoever may set it."""
    found = _found(request, key)
    form = request.problem.form if request.problem is not None else None
    return {
        "rule": found,
        "settings": local_rules.settings_of(request.congress.pk, key),
        "form": form or RuleForm(rule=found),
        "may_set": administrator(request.actor),
    }


@act(to=administrator, again=rule)
def set_rule(request: Request, key: str) -> str:
    """Set it for this congress."""
    found = _found(request, key)
    form = RuleForm(request.POST, rule=found)
    if not form.is_valid():
        raise Invalid(form)
    _set(request, found, form.cleaned_data["value"])
    return reverse("congress:rules", args=[request.congress.slug])


@act(to=administrator, again=rule)
def back_to_usual(request: Request, key: str) -> str:
    """The usual value holds again."""
    found = _found(request, key)
    _set(request, found, found.declared.usual)
    return reverse("congress:rules", args=[request.congress.slug])


def _set(request: Request, found: Rule, value: Any) -> None:
    if request.POST.get("seen", "") != found.seen:
        raise Stale(_("Somebody else set this rule meanwhile. Look at it again."))
    local_rules.set_rule(found, value, congress_id=request.congress.pk, by=request.actor)
    said = _("Set: %(rule)s") % {"rule": found.declared.says}
    if found.is_span:
        said = _("Set: %(rule)s. Clocks that run already keep theirs.") % {
            "rule": found.declared.says
        }
    messages.success(request, said)


def _found(request: Request, key: str) -> Rule:
    found = local_rules.rule_named(request.congress.pk, key)
    if found is None:
        raise Http404
    return found
