"""What is asked when a post is given, ended, stood in for, handed over."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.fitting import FITS, refuse_unfit
from renda.congress.forms.people import PersonField
from renda.congress.models import Body, Post
from renda.congress.roles import Basis
from renda.kernel.moment import today
from renda.kernel.permits.refusal import Refused
from renda.kernel.registers.forms import RowForm

BY_HAND = (Basis.APPOINTED, Basis.SECONDED, Basis.ATTACHED)


def day_box() -> forms.DateInput:
    """A day, as browsers ask for it."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def roles_by_kind() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Every role once, under the first kind of body it belongs to."""
    groups, seen = [], set()
    for kind, roles in FITS.items():
        new = [(role.value, role.label) for role in roles if role not in seen]
        seen |= set(roles)
        if new:
            groups.append((kind.label, new))
    return groups


class PostForm(RowForm):
    """Who, where, as what, from when until when. Of a post given only the days are changed."""

    user = PersonField()

    class Meta:
        model = Post
        fields = ("user", "body", "role", "basis", "from_on", "until_on")

    def narrow(self) -> None:
        """Bodies that are there, roles by kind of body; what is borrowed or stood in for is not
        given here."""
        if self.instance.pk is not None:
            for name in ("user", "body", "role"):
                del self.fields[name]
            if self.instance.basis not in BY_HAND:
                del self.fields["basis"]
        else:
            _offer_posts(self)
        if "basis" in self.fields:
            self.fields["basis"].choices = [(b.value, b.label) for b in BY_HAND]  # type: ignore[attr-defined]
        last = self.fields["until_on"]
        if self.instance.basis in BY_HAND:
            last.help_text = _("The last day. Nothing: until further notice.")
        else:  # it rests on a session or on another post
            last.required = True

    def clean(self) -> dict[str, Any]:
        """Days in order, and a role that the body has."""
        said: dict[str, Any] = super().clean() or {}
        from_on, until_on = said.get("from_on"), said.get("until_on")
        if from_on and until_on and until_on < from_on:
            self.add_error("until_on", _("A post cannot end before it begins."))
        if said.get("body") and said.get("role"):
            try:
                refuse_unfit(said["body"], said["role"])
            except Refused as refused:
                self.add_error("role", str(refused))
        return said


def _offer_posts(form: PostForm) -> None:
    person: Any = form.fields["user"]
    person.offer(form.congress.pk)
    body: Any = form.fields["body"]
    kinds = Q(kind__in=[*FITS, "section"])
    body.queryset = Body.objects.there_on(today()).filter(kinds, congress=form.congress)
    form.fields["role"].choices = [("", _("Please choose")), *roles_by_kind()]  # type: ignore[attr-defined]
    form.initial.setdefault("from_on", today())


class EndForm(forms.Form):
    """Until when, and why."""

    until_on = forms.DateField(label=gettext_lazy("Last day of the post"), widget=day_box())
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200, required=False)


class _Choosing(forms.Form):
    """Posts of one person, to choose from."""

    posts = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Posts"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, posts: Iterable[Post], **kwargs: Any) -> None:
        self.known = {post.pk: post for post in posts}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["posts"]
        field.choices = [
            (post.pk, f"{post.get_role_display()} · {post.body}") for post in self.known.values()
        ]

    @property
    def chosen(self) -> list[Post]:
        """Those that were ticked."""
        return [self.known[pk] for pk in self.cleaned_data["posts"]]


class StandInForm(_Choosing):
    """For which posts, who, from when until when."""

    user = PersonField(label=gettext_lazy("Who stands in"))
    from_on = forms.DateField(label=gettext_lazy("First day"), widget=day_box())
    until_on = forms.DateField(label=gettext_lazy("Last day"), widget=day_box())

    field_order = ("posts", "user", "from_on", "until_on")


class HandOverForm(_Choosing):
    """Which posts, to whom, from which day."""

    user = PersonField(label=gettext_lazy("Who takes over"))
    from_on = forms.DateField(
        label=gettext_lazy("From this day on"),
        help_text=gettext_lazy("The day before is the last day of whoever hands over."),
        widget=day_box(),
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200, required=False)

    field_order = ("posts", "user", "from_on", "reason")


def tomorrow() -> date:
    """What is proposed for a handover: today is still the leaver's."""
    return today() + timedelta(days=1)
