"""Numbers: series that a place names itself; none is given twice or skipped by the machine."""
