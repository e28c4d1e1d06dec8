"""People borrowed for a session."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from renda.congress.enrolling import Newcomer
from renda.congress.fitting import FITS
from renda.congress.forms import pasted
from renda.congress.forms.accounts.placing import why_not
from renda.congress.forms.posts import day_box
from renda.congress.models import Body, Congress, Session
from renda.congress.naming import session_name
from renda.congress.roles import Role
from renda.kernel.moment import today


class BorrowForm(forms.Form):
    """For which session, in whose groups, who."""

    session = forms.ModelChoiceField(
        label=gettext_lazy("Session"),
        queryset=Session.objects.none(),
        empty_label=gettext_lazy("Please choose"),
    )
    under = forms.ModelChoiceField(
        label=gettext_lazy("Secretariat of the session"),
        queryset=Body.objects.none(),
        empty_label=gettext_lazy("Please choose"),
        help_text=gettext_lazy("Its groups are set up by the list."),
    )
    from_on = forms.DateField(label=gettext_lazy("From"), widget=day_box())
    people = forms.CharField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy(
            "One person a line: the name, the group, and if you like mobile number and user name."
        ),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, congress: Congress, **kwargs: Any) -> None:
        self.congress = congress
        super().__init__(*args, **kwargs)
        session: Any = self.fields["session"]
        rows = Session.objects.filter(congress=congress, closes_on__gte=today())
        session.queryset = rows.select_related("term", "congress")
        session.label_from_instance = session_name
        under: Any = self.fields["under"]
        kinds = [kind for kind, roles in FITS.items() if Role.SESSION_DESK in roles]
        under.queryset = Body.objects.there_on(today()).filter(congress=congress, kind__in=kinds)
        self.initial.setdefault("from_on", today())

    newcomers: list[Newcomer]

    def clean(self) -> dict[str, Any]:
        """Every line is somebody, old or new."""
        said = super().clean() or {}
        lines, faults = pasted.read(said.get("people", ""), self.congress)
        faults += pasted.find_known(lines, self.congress)
        faults += pasted.unread(lines, with_groups=True)
        under = said.get("under")
        for line in lines:
            line.role = line.role or Role.SESSION_DESK
            if under and (why := why_not(line.body or under, line.role)):
                faults.append((line.n, why))
        for fault in pasted.told(faults):
            self.add_error("people", fault)
        self.newcomers = [
            Newcomer(
                line.name,
                line.username,
                line.phone,
                line.body,
                line.role,
                line.user,
                line.group,
            )
            for line in lines
        ]
        return said
