"""What is shown says something and does nothing: signs that a terminal or a CI would obey are made signs to be seen.

People name files, keys, columns and questions as they like, and a line may hold any of it. Everything that is printed
goes through ``line``, and data through ``as_json``; only the colours that we have put there ourselves get past.
"""

import re
from collections.abc import Callable
from typing import Any
from unicodedata import category

from rapport.output.colour import MARK

# Control signs, signs that have no width or turn the direction, halves of signs, and what ends lines.
_ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_PICTURES = 0x2400  # U+2400 and on show what the control characters are
_DELETE = 0x7F
_KNOWN = {ord("\t"): "→", _DELETE: "\N{SYMBOL FOR DELETE}"}
# What GitHub, Azure and TeamCity take for an order: two colons first on a line, or ##name[ anywhere in it.
_FIRST = re.compile(r"^(\s*)::")
_ANYWHERE = re.compile(r"##(\w*)\[")


class _Signs(dict[int, str]):
    """What each sign becomes, for ``str.translate``; a sign is looked up in Unicode's tables once."""

    def __init__(self, stand_in: Callable[[int], str]) -> None:
        super().__init__()
        self._stand_in = stand_in

    def __missing__(self, code: int) -> str:
        self[code] = sign = self._stand_in(code) if category(chr(code)) in _ACTING else chr(code)
        return sign


def _picture(code: int) -> str:
    control = chr(_PICTURES + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"
    return _KNOWN.get(code, control)


def _number(code: int) -> str:
    """Return a sign as JSON writes it in ASCII; a control sign has been written so already, or parts lines."""
    units = chr(code).encode("utf-16-be", "surrogatepass")
    return chr(code) if code < ord(" ") else "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


_SEEN, _NUMBERED = _Signs(_picture), _Signs(_number)


def seen(text: str) -> str:
    """Return a text with every sign that acts as one that is seen, of the same length: an escape as ␛, say."""
    return text if text.isascii() and text.isprintable() else text.translate(_SEEN)


def line(text: str, *, is_order: bool = False) -> str:
    """Return a line as it may be printed; ``is_order`` where we have made it to be obeyed by a CI."""
    first, *coloured = text.split(MARK)
    text = seen(first) + "".join("\x1b" + seen(piece) for piece in coloured)
    text = _ANYWHERE.sub(r"##\1［", text)
    return text if is_order else _FIRST.sub(r"\1∷", text)


def in_page(text: str) -> str:
    """Return a line of a page, where no CI that reads it finds an order; the page looks the same."""
    return _ANYWHERE.sub(r"##\1&#91;", _FIRST.sub(r"\1&#58;:", text))


def as_json(data: Any) -> str:  # noqa: ANN401 - plain data
    """Return plain data as JSON: Swedish letters as they are, what acts by its number."""
    from json import dumps

    text = dumps(data, ensure_ascii=False, indent=2).translate(_NUMBERED)
    return _ANYWHERE.sub(r"##\1\\u005b", text)
