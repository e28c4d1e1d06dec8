"""The list of accounts."""

from typing import Any
from urllib.parse import urlencode

from renda.congress import roll
from renda.congress.permits import keeps_accounts
from renda.kernel.pages.decorators import page
from renda.kernel.pages.request import Request

PAGE = 50


@page("congress/accounts.html", to=keeps_accounts)
def accounts(request: Request) -> dict[str, Any]:
    """Everyone who has or had something here, and the accounts made here."""
    asked, here = request.GET, request.congress.pk
    word, chip = asked.get("q", ""), asked.get("show", "")
    found = roll.found(here, word, chip)
    total, number = found.count(), _number(asked.get("page", ""))
    users = list(found[(number - 1) * PAGE : number * PAGE])
    return {
        "rows": roll.rows_of(users, here),
        "total": total,
        "asked": {"q": word, "show": chip},
        "chips": _chips(chip),
        "earlier": _with(word, chip, number - 1) if number > 1 else "",
        "later": _with(word, chip, number + 1) if number * PAGE < total else "",
    }


def _chips(current: str) -> list[dict[str, Any]]:
    shown = [{"label": roll.ALL, "url": "?", "is_current": current not in roll.CHIPS}]
    return shown + [
        {"label": label, "url": f"?show={name}", "is_current": name == current}
        for name, (label, _narrows) in roll.CHIPS.items()
    ]


def _number(asked: str) -> int:
    return max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1


def _with(word: str, chip: str, number: int) -> str:
    kept = {"q": word, "show": chip, "page": str(number)}
    return "?" + urlencode({name: value for name, value in kept.items() if value})
