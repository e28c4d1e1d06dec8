"""Whether a file may be kept; the same answer for the form and for `keep`."""

from django.conf import settings
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from renda.kernel.papers.media import LOOKED_AT, PHOTOS, SCANS, MediaType, labels, sniff
from renda.kernel.papers.models import Kind
from renda.kernel.papers.naming import clean, ending_of
from renda.kernel.permits.refusal import Refused

PHOTO_LIMIT = 3 * 1024 * 1024  # a page may show one, on a telephone


def limit(kind: str = Kind.SCAN) -> int:
    """The largest paper in bytes."""
    most = int(settings.RENDA_PAPER_LIMIT)
    return min(most, PHOTO_LIMIT) if kind == Kind.PHOTO else most


def types(kind: str = Kind.SCAN) -> tuple[MediaType, ...]:
    """The types that are taken as a paper of this kind."""
    return PHOTOS if kind == Kind.PHOTO else SCANS


def check(file: "File[bytes]", kind: str = Kind.SCAN) -> MediaType:
    """Its type by its bytes. Raises Refused with what is wrong and what to do; reads no more than
    the beginning, and leaves the file at its start."""
    name = clean(file.name or "")
    if not file.size:
        raise Refused(_("“%(name)s” is empty. Please choose the file again.") % {"name": name})
    if file.size > limit(kind):
        raise Refused(too_big(name, kind))
    file.seek(0)
    found = sniff(file.read(LOOKED_AT), types(kind))
    file.seek(0)
    if found is None:
        said = _("“%(name)s” is not a scan. These can be added: %(types)s.")
        if kind == Kind.PHOTO:
            said = _("“%(name)s” cannot be shown as a photograph. These can: %(types)s.")
        raise Refused(said % {"name": name, "types": labels(types(kind))})
    if ending_of(name) not in found.endings:
        raise Refused(
            _("By its content “%(name)s” is %(type)s. Name it “%(ending)s” and add it again.")
            % {"name": name, "type": found.label, "ending": found.endings[0]}
        )
    return found


def too_big(name: str, kind: str = Kind.SCAN) -> str:
    """The sentence for a file beyond the limit."""
    return _("“%(name)s” is too big: a paper may have %(size)s at most.") % {
        "name": name,
        "size": filesizeformat(limit(kind)),
    }
