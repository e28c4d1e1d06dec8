"""A place is entered or changed."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renda.congress.codes import is_code, is_without_congress, kind_of, superiors_of
from renda.congress.forms.places.fields import PlaceField, seen_by
from renda.congress.models import Region
from renda.kernel.registers.forms import RowForm

NO_CODE = _("A code has 2, 4, 6, 9 or 12 digits.")


class RegionForm(RowForm):
    """A place as it is: entered, or a mistake in it mended."""

    parent = PlaceField(
        label=_("Belongs to"),
        required=False,
        help_text=_("The code of its superior. Left empty, it is found by the code."),
    )

    class Meta:
        model = Region
        fields = ("code", "name", "parent", "kind", "is_without_congress", "from_on")

    def narrow(self) -> None:
        """Only places one sees; beside them the superior that it has."""
        mine = Q(pk__in=seen_by(self.actor, self.congress)) | Q(pk=self.instance.parent_id)
        self.fields["parent"].among(Region.objects.filter(mine))  # type: ignore[attr-defined]
        self.fields["kind"].required = False
        if self.instance.pk is None:
            self.fields["kind"].help_text = _("Left empty, it is guessed by code and name.")
        else:
            self.fields["name"].help_text = _(
                "Only to mend a mistake. A place that was renamed or moved has buttons of its own."
            )

    def clean_code(self) -> str:
        """Digits, of the right number, and not given twice."""
        code = str(self.cleaned_data["code"]).strip()
        if not is_code(code):
            raise forms.ValidationError(str(NO_CODE))
        twin = Region.objects.filter(code=code, until_on=None).exclude(pk=self.instance.pk).first()
        if twin is not None:
            raise forms.ValidationError(
                gettext("%(name)s has this code already.") % {"name": twin.name}
            )
        return code

    def clean(self) -> dict[str, Any]:
        """What was left empty is found or guessed; a superior must be there."""
        said: dict[str, Any] = super().clean() or {}
        code, name = said.get("code", ""), said.get("name", "")
        if not code or not name or "parent" in self.errors:
            return said
        if not said.get("parent"):
            said["parent"] = self._superior(code)
        if said["parent"] is None and len(code) > 2:
            self.add_error(
                "parent", gettext("Its superior is not in the register: enter it first.")
            )
        elif said["parent"] is not None and self._is_inside(said["parent"]):
            self.add_error("parent", gettext("A place cannot belong to itself or to one below it."))
        if not said.get("kind"):
            said["kind"] = kind_of(code, name)
            said["is_without_congress"] = is_without_congress(said["kind"], name)
        return said

    def _superior(self, code: str) -> Region | None:
        rows = self.fields["parent"].queryset  # type: ignore[attr-defined]
        by_code = {region.code: region for region in rows.filter(code__in=superiors_of(code))}
        return next((by_code[above] for above in superiors_of(code) if above in by_code), None)

    def _is_inside(self, parent: Region) -> bool:
        return self.instance.pk is not None and parent.path.startswith(self.instance.path)
