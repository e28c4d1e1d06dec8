"""What is asked for a whole roster: whose term it is, and whether to name who is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Term
from renda.deputies.models import TermChange
from renda.deputies.naming import term_name
from renda.deputies.queries import present_term
from renda.deputies.states import TermChangeState


class RosterForm(forms.Form):
    """Asked once for the file."""

    term = forms.ModelChoiceField(
        label=_("Term"),
        queryset=Term.objects.none(),
        to_field_name="number",
        empty_label=_("Please choose"),
    )
    is_listing_missing = forms.BooleanField(
        label=_("Tell me who is in the register and not in this file"),
        required=False,
        help_text=_("Nobody's mandate ends because a list leaves them out."),
    )

    def __init__(self, *args: Any, congress: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["term"]
        field.queryset = Term.objects.filter(congress=congress).order_by("-number")
        field.label_from_instance = term_name
        coming = TermChange.objects.filter(congress=congress, state=TermChangeState.DRAFT).first()
        field.initial = coming.new if coming is not None else present_term(congress.pk)
