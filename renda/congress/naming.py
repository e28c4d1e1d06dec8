"""How the office writes the names of terms and sessions: 市五届人大五次会议."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from renda.congress.models import Session, Term

_DIGITS = "〇一二三四五六七八九"


def chinese_numeral(n: int) -> str:
    """1 to 99 in Chinese: 五, 十, 十一, 三十二."""
    if not 0 < n < 100:
        raise ValueError(n)
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def numeral(n: int) -> str:
    """A number inside a name, in the reader's language."""
    return chinese_numeral(n) if (get_language() or "zh").startswith("zh") else str(n)


def term_name(term: Term) -> str:
    """市五届人大."""
    named = {"unit": term.congress.place[-1:], "term": numeral(term.number)}
    return _("%(unit)s congress, term %(term)s") % named


def session_name(session: Session) -> str:
    """市五届人大五次会议; the unit is the last character of the place's name (市, 县, 旗, 镇)."""
    return _("%(unit)s congress %(term)s, session %(session)s") % {
        "unit": session.congress.place[-1:],
        "term": numeral(session.term.number),
        "session": numeral(session.number),
    }
