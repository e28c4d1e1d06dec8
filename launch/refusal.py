"""A sentence for the person at the terminal instead of a traceback."""


class Refused(Exception):
    """The launcher cannot go on; the message says why, and what to do about it."""
