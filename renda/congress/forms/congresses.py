"""A congress's own settings, and a lower congress that is set up."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress import powers as law
from renda.congress.forms.places import PlaceField, seen_by
from renda.congress.models import TAKEN_ADDRESSES, Congress
from renda.congress.roles import USUAL_POWERS, Level, Power
from renda.kernel.registers.forms import RowForm

ONLY_NEW = ("slug", "parent")


class CongressForm(RowForm):
    """What a congress is called, where it stands, what it may do, and its fixed numbers."""

    region = PlaceField(
        label=_("Place in the tree"),
        required=False,
        help_text=_("Its code. The congress sees this place and all below it."),
    )
    powers = forms.MultipleChoiceField(
        label=_("Powers"),
        choices=Power.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The usual ones of its level are marked. The law bounds what can be changed."),
    )

    class Meta:
        model = Congress
        fields = (
            "slug",
            "parent",
            "name",
            "short_name",
            "place",
            "level",
            "phone",
            "region",
            "is_dispatched",
            "is_municipality",
            "powers",
            "population",
            "fixed_deputies",
            "fixed_committee",
        )

    def narrow(self) -> None:
        """An address and a superior are given once; the superior is this congress or one below."""
        self.fields["region"].among(seen_by(self.actor, self.congress))  # type: ignore[attr-defined]
        if self.instance.pk is not None:
            for name in ONLY_NEW:
                del self.fields[name]
            level = self.instance.level
            self.initial["powers"] = self.instance.powers or USUAL_POWERS[level]
            self.fields["powers"].choices = [(p.value, _worded(level, p)) for p in Power]  # type: ignore[attr-defined]
            if level != Level.PROVINCE:
                del self.fields["is_municipality"]
        else:
            self.fields["slug"].help_text = _(
                "Letters and digits; it stands in the address of its pages."
            )
            parent: Any = self.fields["parent"]
            parent.queryset = Congress.objects.filter(path__startswith=self.congress.path)
            parent.label, parent.required, parent.empty_label = _("Belongs to"), True, None
            self.fields["powers"].help_text = _("Left empty, it has the usual ones of its level.")

    def clean_slug(self) -> str:
        """An address of its own, and none of the house's."""
        slug = str(self.cleaned_data["slug"])
        if slug in TAKEN_ADDRESSES:
            raise forms.ValidationError(gettext("The house itself answers at this address."))
        if Congress.ever().filter(slug=slug).exists():
            raise forms.ValidationError(gettext("There is a congress with this address already."))
        return slug

    def clean(self) -> dict[str, Any]:
        """Powers keep to the law; a dispatched committee has none of them."""
        said: dict[str, Any] = super().clean() or {}
        level, is_dispatched = said.get("level", ""), bool(said.get("is_dispatched"))
        asked = [p.value for p in Power if p in said.get("powers", ())]
        if is_dispatched and self.instance.pk and self.instance.terms.filter(is_void=False):
            self.add_error(
                "is_dispatched",
                gettext("It has terms; a dispatched committee holds no sessions (组织法59)."),
            )
        if is_dispatched or not level:
            said["powers"] = []
            return said
        if not asked and self.instance.pk is None:
            asked = list(USUAL_POWERS[level])
        for why in _faults(level, asked):
            self.add_error("powers", why)
        is_as_usual = set(asked) == set(USUAL_POWERS[level])
        said["powers"] = [] if is_as_usual and not self.instance.powers else asked
        return said


def _worded(level: str, power: Power) -> str:
    """A power with what the law says of it at this level."""
    limit = law.required(level, power, is_dispatched=False) or law.forbidden(
        level, power, is_dispatched=False
    )
    if limit is None:
        return str(power.label)
    return gettext("%(power)s: %(limit)s") % {"power": power.label, "limit": limit}


def _faults(level: str, asked: list[str]) -> list[str]:
    """What the law does not allow, each with its article."""
    faults = []
    for power in Power:
        if power in asked:
            limit = law.forbidden(Level(level), power, is_dispatched=False)
        else:
            limit = law.required(Level(level), power, is_dispatched=False)
        if limit is not None:
            faults.append(gettext("%(power)s: %(limit)s") % {"power": power.label, "limit": limit})
    return faults
