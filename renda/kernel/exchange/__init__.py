"""Exchange: registers come in from the files that offices have, and go out as their ledgers.

A domain declares a `Table`: its columns and how rows become entries. The exchange reads the file,
finds the header, maps the columns, shows what it took for what, asks where it doubts, takes all or
nothing, remembers the run and can undo it.
"""
