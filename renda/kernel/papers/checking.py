"""Whether a file may be kept; the same answer for the form and for `keep`."""

from django.conf import settings
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from renda.kernel.papers.media import LOOKED_AT, MediaType, labels, sniff
from renda.kernel.papers.naming import clean, ending_of
from renda.kernel.permits.refusal import Refused


def limit() -> int:
    """The largest paper in bytes."""
    return int(settings.RENDA_PAPER_LIMIT)


def check(file: "File[bytes]") -> MediaType:
    """Its type by its bytes. Raises Refused with what is wrong and what to do; reads no more than
    the beginning, and leaves the file at its start."""
    name = clean(file.name or "")
    if not file.size:
        raise Refused(_("“%(name)s” is empty. Please choose the file again.") % {"name": name})
    if file.size > limit():
        raise Refused(too_big(name))
    file.seek(0)
    found = sniff(file.read(LOOKED_AT))
    file.seek(0)
    if found is None:
        raise Refused(
            _("“%(name)s” is not a scan. These can be added: %(types)s.")
            % {"name": name, "types": labels()}
        )
    if ending_of(name) not in found.endings:
        raise Refused(
            _("By its content “%(name)s” is %(type)s. Name it “%(ending)s” and add it again.")
            % {"name": name, "type": found.label, "ending": found.endings[0]}
        )
    return found


def too_big(name: str) -> str:
    """The sentence for a file beyond the limit."""
    return _("“%(name)s” is too big: a paper may have %(size)s at most.") % {
        "name": name,
        "size": filesizeformat(limit()),
    }
