"""The form field of a scan."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from renda.kernel.papers.checking import check, limit, types
from renda.kernel.papers.media import accepted, labels
from renda.kernel.papers.models import Kind
from renda.kernel.permits.refusal import Refused


def _told(kind: str) -> str:
    return _("%(types)s; %(size)s at most.") % {
        "types": labels(types(kind)),
        "size": filesizeformat(limit(kind)),
    }


class ScanField(forms.FileField):
    """One file of a type we keep. The browser is told what to offer and how big it may be; the
    bytes decide."""

    kind = Kind.SCAN

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", lazy(_told, str)(self.kind))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """`data-limit` lets the page say it before the file is on its way."""
        own = {"accept": accepted(types(self.kind)), "data-limit": str(limit(self.kind))}
        return {**super().widget_attrs(widget), **own}

    def to_python(self, data: Any) -> Any:
        """The upload itself, looked at. Raises ValidationError with the refusal's own words."""
        file = super().to_python(data)
        if file is not None:
            try:
                check(file, self.kind)
            except Refused as refused:
                raise ValidationError(str(refused), code="refused") from refused
        return file


class PhotoField(ScanField):
    """A photograph of a person; where it was taken does not come with it."""

    kind = Kind.PHOTO
