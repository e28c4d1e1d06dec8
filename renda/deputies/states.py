"""The states of a qualification case (代表法61–63)."""

from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.states import States


class CaseState(States):
    """Where a case rests, and for whom it waits."""

    REPORTED = "reported", _("awaiting examination")
    EXAMINED = "examined", _("awaiting the announcement")
    ANNOUNCED = "announced", _("announced")
    DROPPED = "dropped", _("dropped")


OPEN = (CaseState.REPORTED, CaseState.EXAMINED)


class TermChangeState(States):
    """How far the change has come."""

    DRAFT = "draft", _("being prepared")
    READY = "ready", _("settled, waiting for the day")
    DONE = "done", _("carried out")
    DROPPED = "dropped", _("given up")
