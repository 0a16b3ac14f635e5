"""Numbers as they are written in Swedish."""


def thousands(number: int) -> str:
    """Return a whole number with its thousands apart: 15 706."""
    return f"{number:,}".replace(",", " ")
