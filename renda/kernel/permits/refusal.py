"""A refusal carries its reason: one sentence for the page, the button, the command and the test."""


class Refused(Exception):
    """What was asked cannot be done; `str()` says why, in words the person can act on."""


class Stale(Refused):
    """Somebody else was faster: what the person saw is no longer so."""
