"""The question whether somebody is already known to the deployment: asked, never decided."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from renda.accounts import phones
from renda.deputies.forms.fields import read_born
from renda.deputies.models import Mandate, Person
from renda.deputies.naming import born_words, kept_name, unit_name
from renda.deputies.queries import namesakes, unrelated

ANOTHER = "another"


class Listed(forms.RadioSelect):
    """Answers too long to stand side by side."""

    is_listed = True


class SamePerson:
    """What the form of a new deputy asks when the deployment knows people with the same name and
    month of birth, or the same mobile number."""

    fields: dict[str, forms.Field]
    data: Any
    congress: Any
    candidates: dict[str, Person]

    def ask_who(self) -> None:
        """Add the question, if there is somebody to ask about."""
        self.candidates = {str(p.pk): p for p in self._found()}
        if not self.candidates:
            return
        choices = [(pk, described(person)) for pk, person in self.candidates.items()]
        self.fields["same"] = forms.ChoiceField(
            label=_("Somebody like this is known already"),
            choices=[*choices, (ANOTHER, _("Somebody else: enter a new person"))],
            widget=Listed,
            help_text=_("The same person keeps one entry, whatever congresses they sit in."),
        )
        if any(unrelated(person, self.congress) for person in self.candidates.values()):
            self.fields["is_aware"] = forms.BooleanField(
                label=_("The mandate in the other region has ended or will end"), required=False
            )

    def check_same(self, said: dict[str, Any]) -> None:
        """The same person cannot sit in two regions of which neither contains the other."""
        person = getattr(self, "candidates", {}).get(said.get("same") or "")
        said["same"] = person
        if person is None or said.get("is_aware"):
            return
        if others := unrelated(person, self.congress):
            places = "、".join(m.congress.short_name for m in others)
            self.add_error(  # type: ignore[attr-defined]
                "is_aware",
                _(
                    "They already sit in %(places)s, which neither contains this region nor "
                    "belongs to it (%(law)s). Make sure before you go on."
                )
                % {"places": places, "law": "选举法48"},
            )

    def _found(self) -> list[Person]:
        typed = self.data or {}
        try:
            born = read_born(typed.get("born", ""))
        except ValueError:
            born = ""
        mobile = typed.get("mobile", "")
        key = phones.fingerprint(phones.normalise(mobile)) if phones.is_phone(mobile) else ""
        return list(
            namesakes(name=kept_name(typed.get("name", "")), born=born, mobile_hash=key)[:8]
        )


def described(person: Person) -> str:
    """Who it is, in as few words as tell two people apart: the mandates are public anyway."""
    return described_with(person, seats_of(Mandate.objects.filter(person=person))[:3])


def seats_of(rows: Any) -> Any:
    """Of these mandates those that began, the latest first, with what is public of them."""
    begun = rows.exclude(from_on=None).select_related("congress", "unit")
    return begun.order_by("-from_on")


def described_with(person: Person, held: Iterable[Mandate]) -> str:
    """The same from mandates that are at hand."""
    seats = [f"{m.congress.short_name} {unit_name(m)}".strip() for m in held]
    known = [person.name, born_words(person.born), *seats]
    return _("The same person: %(who)s") % {"who": "，".join(filter(None, known))}
