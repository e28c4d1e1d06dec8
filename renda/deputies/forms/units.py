"""Constituencies and electoral units."""

from typing import Any

from django.utils.translation import gettext as _

from renda.congress.models import Congress, Region
from renda.congress.roles import Power
from renda.deputies.models import ElectoralUnit
from renda.deputies.naming import term_name
from renda.deputies.queries import present_term
from renda.deputies.roles import UnitKind
from renda.kernel.registers.forms import RowForm

LEAST, MOST = 1, 3


class UnitForm(RowForm):
    """选区 with number, seats and extent; 选举单位 with the congress that elects."""

    class Meta:
        model = ElectoralUnit
        fields = ("term", "kind", "name", "number", "region", "electing", "seats", "extent")

    def narrow(self) -> None:
        """Places are those below this congress's own; congresses likewise."""
        is_direct = self.congress.may(Power.DIRECT_ELECTION)
        usual = UnitKind.CONSTITUENCY if is_direct else UnitKind.ELECTORAL_UNIT
        term = present_term(self.congress.pk)
        self.fields["term"].initial = term.pk if term else None
        self.fields["term"].label_from_instance = term_name  # type: ignore[attr-defined]
        self.fields["kind"].initial = usual
        self.fields["region"].queryset = self._places()  # type: ignore[attr-defined]
        self.fields["electing"].queryset = Congress.objects.filter(  # type: ignore[attr-defined]
            path__startswith=self.congress.path
        ).exclude(pk=self.congress.pk)
        self.fields["seats"].help_text = _("A constituency elects 1 to 3 deputies (%(law)s).") % {
            "law": "选举法25"
        }

    def _places(self) -> Any:
        own = self.congress.region
        if own is None:
            return Region.objects.none()
        # No deeper than the next but one: a list to choose from, not the whole tree.
        below = Region.objects.filter(path__startswith=own.path, until_on=None)
        return below.filter(parent__in=[own.pk, *own.parts.values_list("pk", flat=True)])

    def clean(self) -> dict[str, Any]:
        """What a constituency has, and what an electoral unit has."""
        said: dict[str, Any] = super().clean() or {}
        seats = said.get("seats")
        if said.get("kind") == UnitKind.CONSTITUENCY:
            if seats is not None and not LEAST <= seats <= MOST:
                self.add_error("seats", _("A constituency elects 1 to 3 deputies."))
            if said.get("electing"):
                self.add_error("electing", _("In a constituency the voters elect."))
        elif seats == 0:
            self.add_error("seats", _("Enter how many deputies it elects."))
        self._check_name(said)
        return said

    def _check_name(self, said: dict[str, Any]) -> None:
        others = ElectoralUnit.objects.filter(term=said.get("term"), name=said.get("name"))
        if said.get("term") and others.exclude(pk=self.instance.pk).exists():
            self.add_error("name", _("This term has a unit of this name."))

    def validate_constraints(self) -> None:
        """The register itself keeps them, in words (`keeping.enter`)."""
