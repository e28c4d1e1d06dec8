"""Judging a list of organs and taking it in, as the exchange does."""

from renda.congress.tables.organs import TABLE
from renda.kernel.exchange.saving import save
from renda.kernel.exchange.table import Record


def judge(congress, *rows, answers=None):
    """Judge rows, given as dictionaries of cells; the first row of the file is its header."""
    records = [Record(n, row) for n, row in enumerate(rows, 2)]
    return TABLE.plan(congress, records, answers or {}, {})


def taken(verdicts):
    """Saved by the exchange."""
    save([entry for verdict in verdicts for entry in verdict.entries])


def outcomes(verdicts):
    """What becomes of each."""
    return [verdict.outcome for verdict in verdicts]


def asked(verdict):
    """The key and the answers of its only doubt."""
    (doubt,) = verdict.doubts
    return doubt.key, [value for value, _label in doubt.answers]
