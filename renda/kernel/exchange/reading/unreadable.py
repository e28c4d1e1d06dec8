"""Why a file cannot be read: a code that the other process sends over (`sentences` tells it)."""


class Unreadable(Exception):
    """The file is no table we can read; `code` says why, `said` what belongs to it."""

    def __init__(self, code: str, **said: object) -> None:
        super().__init__(code)
        self.code, self.said = code, said
