"""Secrets that the office hands over on paper: a code of twelve digits, and a link's token.

Digits only: they are read aloud on the telephone and typed on a phone's number pad. Guesses are
counted (`lockout`), so that twelve are many. Only fingerprints of both are kept.
"""

import re
import secrets
import unicodedata

from renda.accounts.sealing import fingerprint

DIGITS, GROUP = 12, 4
_TOKEN_BYTES = 16  # nobody counts guesses at a link: it has 128 bits
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]")


def new_code() -> str:
    """A new code, in digits only."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def new_token() -> str:
    """What stands in a link."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def shown(code: str) -> str:
    """In groups, as it is printed and read aloud: 4821 0937 5526."""
    return " ".join(code[n : n + GROUP] for n in range(0, len(code), GROUP))


def plain(typed: str) -> str:
    """What was typed, without blanks and dashes, full-width digits made narrow."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", typed))


def code_print(user_id: int, code: str) -> str:
    """What a person's code is found by. Two people may be given the same digits."""
    return fingerprint(f"code {user_id} {code}")


def token_print(token: str) -> str:
    """What a link is found by."""
    return fingerprint(f"token {token}")
