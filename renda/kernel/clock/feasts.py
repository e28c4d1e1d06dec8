"""The names of the holidays, and the days each feast falls on when no notice is out yet."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from json import loads
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

DATA = Path(__file__).parent / "data"

NAMES = {
    "元旦": _("New Year"),
    "春节": _("Spring Festival"),
    "清明节": _("Qingming"),
    "劳动节": _("Labour Day"),
    "端午节": _("Dragon Boat"),
    "中秋节": _("Mid-Autumn"),
    "国庆节": _("National Day"),
    "抗战胜利纪念日": _("Victory Day"),
}
# Around these the notices move whole weeks, so a guess needs room (calendar.md 5.2).
BIG = frozenset({"元旦", "春节", "劳动节", "国庆节"})


def said(name: str, *, is_short: bool = False) -> str:
    """A holiday's name for the reader, or only the first of two that fall together; a local
    holiday keeps the name its place gave it."""
    parts = [str(NAMES.get(part, part)) for part in name.split("、")]
    if is_short:
        return parts[0]
    return pgettext("between names in a list", ", ").join(parts)


@cache
def feasts() -> Mapping[date, str]:
    """The statutory days and the days given for those on weekends, to 2035, by the 2024 rule.

    全国年节及纪念日放假办法（2024）第二条、第六条.
    """
    years = loads((DATA / "feasts.json").read_text(encoding="utf-8"))["years"]
    found: dict[date, str] = {}
    for year, lunar in years.items():
        for day, name in _statutory(int(year), lunar):
            while day in found or day.weekday() >= 5:
                found.setdefault(day, name)
                day += timedelta(days=1)
            found[day] = name
    return found


def _statutory(year: int, lunar: Mapping[str, str]) -> Iterator[tuple[date, str]]:
    eve = date.fromisoformat(lunar["除夕"])
    yield date(year, 1, 1), "元旦"
    for n in range(4):
        yield eve + timedelta(days=n), "春节"
    yield date.fromisoformat(lunar["清明"]), "清明节"
    yield date(year, 5, 1), "劳动节"
    yield date(year, 5, 2), "劳动节"
    yield date.fromisoformat(lunar["端午"]), "端午节"
    yield date.fromisoformat(lunar["中秋"]), "中秋节"
    for n in range(1, 4):
        yield date(year, 10, n), "国庆节"
