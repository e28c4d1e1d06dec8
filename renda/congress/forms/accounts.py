"""What is asked when accounts are made, and when something is done to one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.enrolling import Newcomer
from renda.congress.fitting import FITS, refuse_unfit
from renda.congress.forms import pasted
from renda.congress.forms.posts import day_box, roles_by_kind
from renda.congress.models import Body, Congress, Session
from renda.congress.naming import session_name
from renda.congress.roles import Role
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused


class _Placing(forms.Form):
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


class OneForm(_Placing):
    """One account."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Letters and digits. Nothing: one is made up."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Mobile number"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("To sign in with instead of the user name. It is kept sealed."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    field_order = ("name", "username", "phone", "body", "role", "from_on")

    def clean(self) -> dict[str, Any]:
        """A post that the body has."""
        said = super().clean() or {}
        if why := why_not(said.get("body"), said.get("role", "")):
            self.add_error("role", why)
        return said

    @property
    def newcomers(self) -> list[Newcomer]:
        """Whom to make an account for."""
        said = self.cleaned_data
        names = ("name", "username", "phone", "body", "role")
        return [Newcomer(**{name: said[name] for name in names})]


class ManyForm(_Placing):
    """Many accounts, from a list."""

    people = forms.CharField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy(
            "One person a line: the name, and if you like user name, mobile number, body and post."
            " Copied from a spreadsheet it is right as it is."
        ),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )

    field_order = ("people", "body", "role", "from_on")
    newcomers: list[Newcomer]

    def clean(self) -> dict[str, Any]:
        """Every line is somebody new, with a post that fits."""
        said = super().clean() or {}
        lines, faults = pasted.read(said.get("people", ""), self.congress)
        faults += pasted.find_known(lines, self.congress)
        faults += pasted.of_known(lines) + pasted.unread(lines)
        self.newcomers = []
        for line in lines:
            body, role = line.body or said.get("body"), line.role or said.get("role", "")
            if why := why_not(body, role):
                faults.append((line.n, why))
            self.newcomers.append(Newcomer(line.name, line.username, line.phone, body, role))
        for fault in pasted.told(faults):
            self.add_error("people", fault)
        return said


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


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)


class UserNameForm(forms.Form):
    """Another user name."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        help_text=gettext_lazy("The one before is never given to anybody else."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )


class NameForm(forms.Form):
    """The name, corrected."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)


class PhoneForm(forms.Form):
    """Another mobile number, or none."""

    phone = forms.CharField(
        label=gettext_lazy("Mobile number"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Nothing: no number any more."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
