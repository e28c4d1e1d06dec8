"""A post given along with an account, and why a user name will not do."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.fitting import FITS, refuse_unfit
from renda.congress.forms.posts import day_box, roles_by_kind
from renda.congress.models import Body, Congress
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused


class Placing(forms.Form):
    """Where people work and as what; both or neither."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Body"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=gettext_lazy("none"),
    )
    role = forms.ChoiceField(label=gettext_lazy("As"), required=False)
    from_on = forms.DateField(label=gettext_lazy("From"), widget=day_box())

    def __init__(self, *args: Any, congress: Congress, **kwargs: Any) -> None:
        self.congress = congress
        super().__init__(*args, **kwargs)
        body: Any = self.fields["body"]
        rows = Body.objects.there_on(today()).filter(kind__in=[*FITS, "section"])
        body.queryset = rows.filter(congress=congress).select_related("parent")
        self.fields["role"].choices = [("", _("none")), *roles_by_kind()]  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", today())


def why_not(body: Body | None, role: str) -> str:
    """Why this is no post: a body needs a role that it has, a role a body. "" if it is one."""
    if body is None or not role:
        is_half = bool(body) != bool(role)
        return _("A post needs a body and a role: choose both, or neither.") if is_half else ""
    try:
        refuse_unfit(body, role)
    except Refused as refused:
        return str(refused)
    return ""
