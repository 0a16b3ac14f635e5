"""A text as a message shows it."""

_MOST = 120  # characters


def short(text: str, most: int = _MOST) -> str:
    """Return a text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
