"""The states of a suggestion and of one organ's handling of it (office.md 3.5)."""

from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.states import States


class SuggestionState(States):
    """Where a suggestion rests, and for whom it waits."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("awaiting review")
    RETURNED = "returned", _("returned for revision")
    REGISTERED = "registered", _("awaiting assignment")
    ASSIGNED = "assigned", _("awaiting receipt")
    RECEIVED = "received", _("being handled")
    REPLIED = "replied", _("awaiting evaluation")
    REOPENED = "reopened", _("being handled again")
    CLOSED = "closed", _("closed")


class HandlingState(States):
    """Where one organ stands with it."""

    OFFERED = "offered", _("awaiting receipt")
    RECEIVED = "received", _("being handled")
    OPINION_GIVEN = "opinion_given", _("opinion given")
    ANSWERED = "answered", _("answered")
    REOPENED = "reopened", _("being handled again")
    ENDED = "ended", _("ended with the suggestion")
    MERGED = "merged", _("merged with another part")
    VOID = "void", _("assignment undone")
