"""Numbers and months as they are written in Swedish."""

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


def thousands(number: int) -> str:
    """Return a whole number with its thousands apart: 15 706."""
    return f"{number:,}".replace(",", " ")
