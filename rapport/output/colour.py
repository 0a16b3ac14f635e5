"""The colours of a result on a terminal."""

import os

_COLOURS = {"error": "31", "warning": "33", "info": "36", "good": "32", "dim": "2", "bold": "1"}
# Begins every colour of ours until it is printed: nobody can have written it in a file, so no file can have colours.
MARK = f"\x1b{os.urandom(8).hex()}"
PLAIN = f"{MARK}[0m"


def begin(kind: str) -> str:
    """Return what begins a colour: the name of a severity, or good, dim or bold. ``PLAIN`` ends it."""
    return f"{MARK}[{_COLOURS[kind]}m"


def width_of(text: str) -> int:
    """Return how wide a text is on the screen, where its colours take no room."""
    first, *rest = text.split(MARK)
    return len(first) + sum(len(piece.partition("m")[2]) for piece in rest)


class Paint:
    """Puts colour on text where the terminal shows it."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001 - it is all there is to say
        self._colour = colour

    def __call__(self, text: str, kind: str) -> str:
        """Return a text with the colour of what it says: the name of a severity, or good, dim or bold."""
        return f"{begin(kind)}{text}{PLAIN}" if self._colour else text
