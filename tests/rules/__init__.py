"""The house rules, each a pure function: it takes texts and returns the faults it finds in them.

`tests/test_house_rules.py` holds the real tree against them, `tests/test_seeded_faults.py` a broken
sample. `Sources` is a mapping of a file's name to its text.
"""

from collections.abc import Mapping

Sources = Mapping[str, str]
