"""Text on lines of a terminal's width: broken between words, at no hyphen, and never within a number."""

import re
from textwrap import wrap

_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")


def held(text: str) -> str:
    """Return a text whose numbers cannot be broken between two lines."""
    return _WITHIN_NUMBER.sub("\u00a0", text)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text on lines of at most a width, the first and the rest of them indented; ``rest`` as the first."""
    indented = first if rest is None else rest
    return wrap(held(text), width, initial_indent=first, subsequent_indent=indented, break_on_hyphens=False)
