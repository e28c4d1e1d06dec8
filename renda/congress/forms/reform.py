"""机构改革, in two looks: which organs and when; then what passes on to whom."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from renda.congress import inheriting
from renda.congress.listing import organ_groups
from renda.congress.models import Body, Contact, Counterpart, Post
from renda.congress.queries import organs
from renda.congress.reform import Key, Reform, what_passes
from renda.congress.renaming import DAY
from renda.congress.roles import BodyKind, Duty
from renda.kernel.moment import today
from renda.kernel.pages.picking import PickField, grouped
from renda.kernel.permits.actor import Actor

MOST_NEW = 5
ENDS = "ends"


class ReformForm(forms.Form):
    """Which organs end, who takes over, from which day."""

    old = PickField(label=_("Organs that end"), queryset=Body.objects.none())
    into = PickField(
        label=_("Successors that are there already"),
        queryset=Body.objects.none(),
        required=False,
    )
    names = forms.CharField(
        label=_("Successors that are new"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Full names, one a line. Their entries can be completed afterwards."),
    )
    on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Such as the number of the document that says so"),
    )

    def __init__(self, *args: Any, congress: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.congress = congress
        rows, groups = organs(congress.pk, today()), organ_groups(congress.pk, today())
        for name in ("old", "into"):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            grouped(self.fields[name], groups)
        self.fields["on"].initial = today()
        self.fields["on"].widget.attrs["max"] = today().isoformat()

    def clean_names(self) -> list[str]:
        """The names, without empty lines."""
        lines: str = self.cleaned_data["names"]
        names = [line.strip() for line in lines.splitlines() if line.strip()]
        if len(names) > MOST_NEW or any(len(name) > 80 for name in names):
            raise ValidationError(
                _now("At most %(most)d names of 80 characters.") % {"most": MOST_NEW}
            )
        return names

    def clean(self) -> dict[str, Any]:
        """Several into one, or one into several."""
        said: dict[str, Any] = super().clean() or {}
        olds, into = list(said.get("old") or []), list(said.get("into") or [])
        many = len(into) + len(said.get("names") or [])
        if not self.errors and not many:
            raise ValidationError(_now("Say who takes over: an organ that is there, or a new one."))
        if len(olds) > 1 and many > 1:
            raise ValidationError(
                _now("Either several organs merge into one, or one is split. Enter it in turn.")
            )
        if set(olds) & set(into):
            raise ValidationError(_now("An organ cannot be its own successor."))
        return said

    @property
    def heirs(self) -> list[Body]:
        """The successors; a new one begins like the first of the old organs."""
        said = self.cleaned_data
        return [*said["into"], *(self._new(name) for name in said["names"])]

    def _new(self, name: str) -> Body:
        like: Body = next(iter(self.cleaned_data["old"]))
        return Body(
            congress=self.congress,
            kind=BodyKind.ORGAN,
            name=name,
            organ_kind=like.organ_kind,
            parent=like.parent,
            is_forwarding=any(old.is_forwarding for old in self.cleaned_data["old"]),
            order=like.order,
            duties="\n".join(old.duties for old in self.cleaned_data["old"] if old.duties),
        )


class CarryForm(ReformForm):
    """The same, and for each thing at the old organs whether and to whom it passes."""

    def __init__(self, *args: Any, actor: Actor, is_first: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.passing: dict[Key, str] = {}
        self.is_split = False
        if not self.is_bound or not self.is_valid():
            return  # only when the first look is in order is there something to ask
        if is_first:
            self.data = self.data.copy()  # type: ignore[attr-defined]
        olds, self.names_of = list(self.cleaned_data["old"]), [h.name for h in self.heirs]
        self.is_split = len(self.names_of) > 1
        for row in what_passes(olds, self.cleaned_data["on"] - DAY):
            key = (row._meta.label_lower, row.pk)
            self._ask(key, said_of(row), "on" if self._is_usual(row) else "", is_first=is_first)
        if self.is_split:
            self._ask_of_work(olds, is_first=is_first)
        self.full_clean()

    def _ask_of_work(self, olds: list[Body], *, is_first: bool) -> None:
        """A split asks of each open matter who takes it over; a merger knows."""
        for work, items in inheriting.shown_at([old.pk for old in olds], self.actor):
            for item in items:
                self._ask((work.key, item.pk), item.title, "on", is_first=is_first, may_end=False)

    def _is_usual(self, row: Any) -> bool:
        """An organ that is there already keeps its own head and leader."""
        is_leading = isinstance(row, Contact) and row.duty in (Duty.HEAD, Duty.LEADER)
        return not (is_leading and self.cleaned_data["into"])

    def _ask(
        self, key: Key, label: str, usual: str, *, is_first: bool, may_end: bool = True
    ) -> None:
        name = f"goes-{key[0]}-{key[1]}".replace(".", "-")
        self.passing[key] = name
        field: forms.Field = forms.BooleanField(label=label, required=False)
        if self.is_split:
            places = [(str(n), heir) for n, heir in enumerate(self.names_of)]
            ends = [(ENDS, _now("ends with the old organ"))] if may_end else []
            field = forms.ChoiceField(label=label, choices=[*places, *ends])
            usual = "0" if usual else ENDS
        if is_first and usual:
            self.data[name] = usual  # type: ignore[index]
        self.fields[name] = field

    @property
    def questions(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The questions under headings, for the page."""
        headings = {
            "congress.body": _("Sections"),
            "congress.post": _("Handlers and other posts"),
            "congress.contact": _("Heads and contact persons"),
            "congress.counterpart": _("Committees that look after it"),
            **{work.key: work.label for work in inheriting.KINDS.values()},
        }
        return [
            (heading, found)
            for kind, heading in headings.items()
            if (found := [self[name] for (of, _pk), name in self.passing.items() if of == kind])
        ]

    @property
    def reform(self) -> Reform:
        """What was decided."""
        said = self.cleaned_data
        goes = {key: self._place(said.get(name)) for key, name in self.passing.items()}
        return Reform(list(said["old"]), self.heirs, said["on"], said["note"], goes)

    def _place(self, answer: Any) -> int | None:
        if isinstance(answer, bool):
            return 0 if answer else None
        return int(answer) if answer != ENDS else None


def said_of(row: Any) -> str:
    """What a row is called on the page of a reform."""
    if isinstance(row, Counterpart):
        return str(row)
    if isinstance(row, Body):
        name, what, where = row.name, row.get_kind_display(), row.parent
    elif isinstance(row, Post):
        name, what, where = row.user.name, row.get_role_display(), row.body
    else:
        name, what, where = row.name, row.get_duty_display(), row.body
    said = {"name": name, "what": what, "where": where}
    return _now("%(name)s (%(what)s, %(where)s)") % said


def hidden(form: ReformForm) -> Sequence[tuple[str, str]]:
    """What the first look said, for the form of the second."""
    said = form.cleaned_data
    olds = [("old", str(body.pk)) for body in said["old"]]
    into = [("into", str(body.pk)) for body in said["into"]]
    rest = [("names", "\n".join(said["names"])), ("on", said["on"].isoformat())]
    return [*olds, *into, *rest, ("note", said["note"])]
