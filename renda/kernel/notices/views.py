"""The inbox, and the office's list for people who never sign in."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from renda.kernel.moment import today
from renda.kernel.notices import actions, queries
from renda.kernel.notices.chat import chat_text
from renda.kernel.notices.forms import ChoicesForm
from renda.kernel.notices.permits import passes_on
from renda.kernel.pages.decorators import act, page
from renda.kernel.pages.problem import Invalid
from renda.kernel.pages.request import Request
from renda.kernel.permits.who import signed_in

PAGE = 50
MOST_SUBJECTS = 50  # an item and its parts
PAPER = 500  # notices on one printed list


@page("notices/inbox.html", to=signed_in)
def inbox(request: Request) -> dict[str, Any]:
    """What was said to me, newest first."""
    rows, here = queries.visible_to(request.actor), request.congress.pk
    before = request.GET.get("before", "")
    if before.isdecimal():
        rows = rows.filter(pk__lt=int(before[:18]))
    shown = list(rows[: PAGE + 1])
    told = queries.lines(shown[:PAGE])
    return {
        "lines": [(line, _for_the_group(request, line)) for line in told],
        "older": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "is_older": bool(before),
        "to_print": queries.to_print(here).count() if passes_on(request.actor) else 0,
    }


def _for_the_group(request: Request, line: queries.Line) -> str:
    """What can be pasted into a chat group; nothing for what no longer opens."""
    if not line.url:
        return ""
    url = request.build_absolute_uri(line.url)
    return chat_text(request.congress.short_name, [line.brief], url)


@act(to=signed_in, again=inbox, keyed=False)
def read(request: Request) -> str:
    """Mark all as read; doing it twice is the same."""
    actions.mark_read(by=request.actor)
    return reverse("notices:inbox", args=[request.congress.slug])


@act(to=signed_in, again=inbox, keyed=False)
def seen(request: Request) -> HttpResponse:
    """The notices about an item just opened and its parts are read (sent by the page itself)."""
    for subject in request.POST.getlist("subject")[:MOST_SUBJECTS]:
        kind, _sep, pk = subject.rpartition("/")
        if pk.isdecimal():
            actions.mark_read(by=request.actor, subject=(kind, int(pk[:18])))
    return HttpResponse(status=204)


@page("notices/choices.html", to=signed_in)
def choices(request: Request) -> dict[str, Any]:
    """How I want to be told outside the inbox."""
    problem = request.problem
    form = problem.form if problem and problem.form else None
    return {"form": form or _choices_form(request)}


@act(to=signed_in, again=choices)
def choose(request: Request) -> str:
    """Keep it."""
    form = _choices_form(request, request.POST)
    if not form.is_valid():
        raise Invalid(form)
    actions.choose(by=request.actor, chosen=form.chosen())
    messages.success(request, _("Saved."))
    return reverse("notices:choices", args=[request.congress.slug])


def _choices_form(request: Request, typed: Any = None) -> ChoicesForm:
    user_id = request.actor.user_id
    assert user_id is not None  # the permit says so
    return ChoicesForm(typed, user_id=user_id, known=queries.choices_of(request.actor))


@page("notices/printed.html", to=passes_on)
def printed(request: Request) -> dict[str, Any]:
    """Notices for people without an account, to be printed and passed on."""
    rows = list(queries.to_print(request.congress.pk).order_by("id")[: PAPER + 1])
    shown = rows[:PAPER]
    return {
        "readers": queries.by_reader(shown),
        "ids": [row.pk for row in shown],
        "is_cut": len(rows) > PAPER,
        "day": today(),
    }


@act(to=passes_on, again=printed)
def printed_done(request: Request) -> str:
    """These have been passed on."""
    ids = [int(i[:18]) for i in request.POST.getlist("notice") if i.isdecimal()]
    done = actions.mark_printed(by=request.actor, ids=ids)
    messages.success(request, _("Marked as passed on: %(count)d.") % {"count": done})
    return reverse("notices:printed", args=[request.congress.slug])
