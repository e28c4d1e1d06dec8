"""The trail: one append-only row for everything anyone does, hash-chained per congress.

An event holds who (id), what (action), which (type, id, version), when it happened and when it was
recorded, and a salted hash of the words, never the words. Words lie in rows of their own that can
be erased (PIPL 47); the trail still verifies, and says by which event they were erased.
"""
