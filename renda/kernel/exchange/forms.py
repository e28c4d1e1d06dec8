"""What the pages of the exchange ask: a file; what was taken for what; how a doubt is decided."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.kernel.exchange.examining import Examined
from renda.kernel.exchange.header import LINES
from renda.kernel.exchange.labels import letter
from renda.kernel.exchange.table import Table

ACCEPTED = ".xlsx,.xls,.et,.xlsm,.xlsb,.ods,.csv,.tsv,.txt,.htm,.html,.mht"
LEFT_OUT = ""
AT_ONCE = 50  # so many questions on a page


def _told() -> str:
    size = filesizeformat(settings.RENDA_PAPER_LIMIT)
    return _("An Excel or WPS table, or text with commas; %(size)s at most.") % {"size": size}


class SheetField(forms.FileField):
    """A table as a file; the bytes decide later what it is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=gettext_lazy("File"), help_text=lazy(_told, str)(), **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The browser offers tables first, and says it when one is too big."""
        own = {"accept": ACCEPTED, "data-limit": str(settings.RENDA_PAPER_LIMIT)}
        return {**super().widget_attrs(widget), **own}

    def to_python(self, data: Any) -> Any:
        """The upload. Raises ValidationError for one that is too big."""
        file = super().to_python(data)
        if file is not None and file.size > settings.RENDA_PAPER_LIMIT:
            size = filesizeformat(settings.RENDA_PAPER_LIMIT)
            raise ValidationError(_("The file is too big: %(size)s at most.") % {"size": size})
        return file


class FileForm(forms.Form):
    """The file itself; what the table asks beside it stands in the table's own form."""

    file = SheetField()


class ReadForm(forms.Form):
    """What was taken for what: the sheet, the row of the header, and each column."""

    sheet = forms.ChoiceField(label=gettext_lazy("Sheet"))
    header_row = forms.IntegerField(
        label=gettext_lazy("Row of the header"), min_value=1, max_value=2_000_000
    )
    header_lines = forms.TypedChoiceField(
        label=gettext_lazy("Lines of the header"),
        choices=[(n, n) for n in range(1, LINES + 1)],
        coerce=int,
    )

    def __init__(self, data: Any = None, *, table: Table, examined: Examined) -> None:
        self.examined = examined
        header = examined.header
        first = {
            "sheet": examined.book.sheet,
            "header_row": header.row,
            "header_lines": header.lines,
            **{f"column_{at}": name for at, name in examined.mapping.items()},
        }
        super().__init__(data, initial=first)
        sheets = [(s.name, s.name) for s in examined.book.sheets]
        self.fields["sheet"].choices = sheets  # type: ignore[attr-defined]
        if len(sheets) < 2:
            del self.fields["sheet"]
        offered = [(LEFT_OUT, _("is left out")), *((c.name, str(c.label)) for c in table.columns)]
        for at, label in enumerate(header.labels):
            said = label or _("(no heading)")
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=f"{letter(at)} {said}",
                choices=offered,
                widget=forms.Select(attrs={"class": "control"}),
                required=False,
            )

    def columns(self, examples: Mapping[str, str]) -> list[tuple[Any, str]]:
        """The fields of the columns, each with the first thing that stands in it."""
        names = [name for name in self.fields if name.startswith("column_")]
        return [(self[name], examples.get(name, "")) for name in names]

    def clean(self) -> dict[str, Any]:
        """Two columns of the file cannot be the same one of ours."""
        said: dict[str, Any] = super().clean() or {}
        taken: dict[str, str] = {}
        for name, value in list(said.items()):
            if not name.startswith("column_") or not value:
                continue
            if value in taken:
                self.add_error(name, _("Another column is taken for this one already."))
            taken[value] = name
        return said

    def mapping(self) -> dict[str, str] | None:
        """{place: column}, fit for JSON; None when sheet or header changed, since then the columns
        are others."""
        told = self.cleaned_data
        header = self.examined.header
        sheet = told.get("sheet", self.examined.book.sheet)
        told_header = (sheet, told["header_row"], told["header_lines"])
        if told_header != (self.examined.book.sheet, header.row, header.lines):
            return None
        chosen = {n.removeprefix("column_"): v for n, v in told.items() if n.startswith("column_")}
        return {at: name for at, name in chosen.items() if name}


class DoubtsForm(forms.Form):
    """Every doubt with its answers; one may be answered now and another later."""

    def __init__(self, *args: Any, examined: Examined, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        doubts = examined.plan.doubts
        self.doubts = {field_name(doubt.key): doubt for doubt in doubts[:AT_ONCE]}
        self.more = max(len(doubts) - AT_ONCE, 0)
        for name, doubt in self.doubts.items():
            self.fields[name] = forms.ChoiceField(
                label=_("Row %(row)s: %(question)s")
                % {"row": doubt.row, "question": doubt.question},
                choices=doubt.answers,
                widget=forms.RadioSelect,
                required=False,
            )

    def answers(self) -> dict[str, Any]:
        """What was decided, each with its question, so that it can be read later."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return {
            self.doubts[name].key: {
                "value": value,
                "label": str(dict(self.doubts[name].answers)[value]),
                "question": self.doubts[name].question,
                "row": self.doubts[name].row,
            }
            for name, value in said.items()
        }


def field_name(key: str) -> str:
    """A doubt's field: its key may hold anything."""
    return "doubt_" + hashlib.sha256(key.encode()).hexdigest()[:16]
