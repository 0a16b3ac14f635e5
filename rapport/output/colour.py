"""The colours of a result on a terminal."""

_COLOURS = {"error": "31", "warning": "33", "info": "36", "good": "32", "dim": "2", "bold": "1"}


class Paint:
    """Puts colour on text where the terminal shows it."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001 - it is all there is to say
        self._colour = colour

    def __call__(self, text: str, kind: str) -> str:
        """Return a text with the colour of what it says: the name of a severity, or good, dim or bold."""
        return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if self._colour else text
