"""How the office writes the names of terms, sessions and meetings: 市五届人大五次会议."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from renda.congress.models import Session, Sitting, Term
from renda.congress.roles import BodyKind, Level

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


def sitting_name(sitting: Sitting) -> str:
    """市五届人大常委会第32次会议, 第60次主任会议, 党组2026年第5次会议: each kind of body in its
    own way, numbered in the term or in the year. A township: 狼湾镇第十九届人大主席团第3次会议."""
    kind = sitting.body.kind
    if kind == BodyKind.PRESIDIUM and sitting.congress.level != Level.TOWNSHIP:
        kind = ""  # the presidium of a session is not that of a township
    in_term, in_year = _SITTINGS.get(kind, _OTHERS)
    sentence = in_term if sitting.year is None else in_year
    return str(sentence) % {
        "unit": sitting.congress.place[-1:],
        "place": sitting.congress.place,
        "term": numeral(sitting.term.number) if sitting.term else "",
        "year": sitting.year,
        "number": sitting.number,
        "body": sitting.body.short_name or sitting.body.name,
    }


# By kind of body: in the term, and in the year.
_SITTINGS: dict[str, tuple[Any, Any]] = {
    BodyKind.STANDING_COMMITTEE: (
        gettext_lazy("%(unit)s standing committee of term %(term)s, meeting %(number)d"),
        gettext_lazy("%(unit)s standing committee, meeting %(number)d of %(year)d"),
    ),
    BodyKind.COUNCIL: (
        gettext_lazy("council of chairpersons, meeting %(number)d"),
        gettext_lazy("council of chairpersons, meeting %(number)d of %(year)d"),
    ),
    BodyKind.PARTY_GROUP: (
        gettext_lazy("Party group, meeting %(number)d"),
        gettext_lazy("Party group, meeting %(number)d of %(year)d"),
    ),
    BodyKind.PRESIDIUM: (
        gettext_lazy("%(place)s presidium of term %(term)s, meeting %(number)d"),
        gettext_lazy("%(place)s presidium, meeting %(number)d of %(year)d"),
    ),
}
_OTHERS = (
    gettext_lazy("%(body)s, meeting %(number)d"),
    gettext_lazy("%(body)s, meeting %(number)d of %(year)d"),
)
