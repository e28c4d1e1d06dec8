"""The tip of an arrow."""


def tip(x: float, y: float, way: str) -> str:
    """An arrow's head with its point at (x, y)."""
    sides = {
        "right": "l-8 -4v8z",
        "left": "l8 -4v8z",
        "up": "l-4 8h8z",
        "down": "l-6 -9h12z",
        "below": "l-4 -8h8z",
    }
    return f"M{x} {y}{sides[way]}"
