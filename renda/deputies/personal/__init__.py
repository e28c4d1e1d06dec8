"""What is held of a deputy: the person, photographs, mandates and seats.

The name and the mandate stay: the congress must show who its deputies were (代表法58). What served
to reach and to describe them goes.
"""

from renda.deputies.personal import people, photos, sitting


def declare() -> None:
    """Tell the registry of all of it."""
    people.declare()
    photos.declare()
    sitting.declare()
