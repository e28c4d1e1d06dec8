"""The change of term, part by part: what becomes of seats, posts and open work, and the new roster.

Each part lists its items with the answers that may be given and the usual one, and carries them
out on the day. Domains above register theirs (`parts.add`), so that nothing here knows of them.
"""
