"""Mobile numbers: read as people write them, kept sealed, found by a fingerprint.

The key stands in the home's settings, never in the database: a stolen database holds no number.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from renda.accounts import sealing
from renda.kernel.permits.refusal import Refused

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_COUNTRY = re.compile(r"(\+|00)?86(?=1[3-9][0-9]{9}$)")
_BETWEEN = re.compile(r"[\s().\-\u2010-\u2015\u2212]")


def normalise(written: str) -> str:
    """Eleven digits from "+86 139-0000 0001" or full-width digits.

    Raises Refused, saying what is wrong, when it is no mobile number.
    """
    found = _plain(written)
    if _MOBILE.fullmatch(found):
        return found
    if not re.fullmatch(r"\+?[0-9]*", found):
        raise Refused(_("A mobile number is written in digits only."))
    if len(found) != 11:
        raise Refused(
            _("A mobile number has 11 digits; this one has %(count)s.")
            % {"count": len(found.lstrip("+"))}
        )
    raise Refused(_("A mobile number begins with 13 to 19."))


def is_phone(written: str) -> bool:
    """Whether this can be read as a mobile number."""
    return _MOBILE.fullmatch(_plain(written)) is not None


def seal(phone: str) -> bytes:
    """The number encrypted; sealed twice, it looks different each time."""
    return sealing.seal(phone, use="phone")


def unseal(sealed: bytes) -> str:
    """The number again. Raises Refused when this deployment's key did not seal it."""
    try:
        return sealing.unseal(sealed, use="phone")
    except sealing.WrongKey as fault:
        raise Refused(_("This telephone number was sealed with another key.")) from fault


def fingerprint(phone: str) -> str:
    """What a number is found by: the same for the same number, useless without the key."""
    return sealing.fingerprint(phone)


def _plain(written: str) -> str:
    bare = _BETWEEN.sub("", unicodedata.normalize("NFKC", written))
    return _COUNTRY.sub("", bare)
