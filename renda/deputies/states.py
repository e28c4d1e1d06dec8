"""The states of a change of term (换届)."""

from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.states import States


class TermChangeState(States):
    """How far the change has come."""

    DRAFT = "draft", _("being prepared")
    READY = "ready", _("settled, waiting for the day")
    DONE = "done", _("carried out")
    DROPPED = "dropped", _("given up")
