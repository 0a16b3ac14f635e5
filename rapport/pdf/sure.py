"""Signs that can be nothing but a broken å, ä or ö, or letters written together: mended before anything is learnt."""

import re
import unicodedata
from collections.abc import Iterable

from rapport.pdf.line import Edit

_LIGATURES = re.compile("[\ufb00-\ufb06]")
_COMBINED = re.compile("[aoAOeEuUiI][\u0300-\u036f]")
_DOUBLE = re.compile("Ã[\u0080-\u00bf…„–Œœ€‚ƒ†‡ˆ‰Š‹]|Â[\u00a0-\u00bf]|â[€˜].")
_NOTHING = re.compile("[\u200b\u200e\u200f\u2060\ufeff]|\u00ad(?=\\s|$)")
_LOOSE = re.compile("[˚¨\u030a\u0308]")
_DEGREE = re.compile(r"\w°\w")
# Marks that stand by themselves, behind their letter or before it, next to it or a blank apart.
_WAYS = tuple(
    re.compile(way)
    for way in (
        "(?P<letter>[aA])[˚°\u030a](?![CFK])|(?P<umlaut>[aAoO])[¨\u0308]",
        "[˚°\u030a](?P<letter>[aA])|[¨\u0308](?P<umlaut>[aAoO])",
        "(?P<letter>[aA]) [˚\u030a]|(?P<umlaut>[aAoO]) [¨\u0308]",
        "[˚\u030a] (?P<letter>[aA])|[¨\u0308] (?P<umlaut>[aAoO])",
    )
)
_WHOLE = str.maketrans({"a": "å", "A": "Å"})
_UMLAUT = str.maketrans({"a": "ä", "A": "Ä", "o": "ö", "O": "Ö"})


class Sure:
    """Mends what is beyond doubt; where a loose ring stands from its letter is seen from all texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        joined = "\n".join(texts)
        marks = len(_LOOSE.findall(joined))
        self._has_loose = bool(marks) or bool(_DEGREE.search(joined))
        # The way that all the marks have a letter in; of several, the one that is closest to how it is written.
        self._loose = max(_WAYS, key=lambda way: len(way.findall(joined))) if marks else _WAYS[0]

    def edits(self, text: str) -> list[Edit]:
        """Return what is to be changed in a text."""
        found = [Edit(*m.span(), unicodedata.normalize("NFKC", m[0])) for m in _LIGATURES.finditer(text)]
        loose = [Edit(*m.span(), _mended(m)) for m in self._loose.finditer(text)] if self._has_loose else []
        found += loose
        taken = {at for edit in loose for at in range(edit.start, edit.end)}
        found += [
            Edit(*m.span(), whole)
            for m in _COMBINED.finditer(text)
            if len(whole := unicodedata.normalize("NFC", m[0])) == 1 and taken.isdisjoint(range(*m.span()))
        ]
        found += [Edit(*m.span(), right) for m in _DOUBLE.finditer(text) if (right := _decoded(m[0])) is not None]
        found += [Edit(*m.span(), "") for m in _NOTHING.finditer(text)]
        return sorted(found)


def _mended(match: re.Match[str]) -> str:
    return match["letter"].translate(_WHOLE) if match["letter"] else match["umlaut"].translate(_UMLAUT)


def _decoded(text: str) -> str | None:
    """Return what was UTF-8 and has been read as Windows' own encoding."""
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return None


def _byte(sign: str) -> bytes:
    """Return the byte that a sign was; Windows' encoding has none for five of them, which stay as they are."""
    return sign.encode("cp1252") if sign.encode("cp1252", "ignore") else sign.encode("latin-1")
