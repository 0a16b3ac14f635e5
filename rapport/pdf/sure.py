"""Signs that can be nothing but a broken å, ä or ö, or letters written together: mended before anything is learnt."""

import re
import unicodedata
from collections.abc import Iterable

from rapport.pdf.line import Edit

_RINGS, _DOTS = "˚°\u030a", "¨\u0308"
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_COMBINED = re.compile("[aoAOeEuUiI][\u0300-\u036f]")
_DOUBLE = re.compile("Ã[\u0080-\u00bf…„–Œœ€‚ƒ†‡ˆ‰Š‹]|Â[\u00a0-\u00bf]|â[€˜].")
_NOTHING = re.compile("[\u200b\u200e\u200f\u2060\ufeff]|\u00ad(?=\\s|$)")
_AFTER = re.compile("(?P<letter>[aA])[˚°](?![CFK])|(?P<umlaut>[aAoO])¨")
_BEFORE = re.compile("[˚°](?P<letter>[aA])|¨(?P<umlaut>[aAoO])")
_WHOLE = str.maketrans({"a": "å", "A": "Å"})
_UMLAUT = str.maketrans({"a": "ä", "A": "Ä", "o": "ö", "O": "Ö"})


class Sure:
    """Mends what is beyond doubt; whether a loose ring stands before its letter or behind is seen from all texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        joined = "\n".join(texts)
        behind = len(re.findall("[aA]˚(?![aA])|[aAoO]¨(?![aAoO])", joined))
        before = len(re.findall("(?<![aA])˚[aA]|(?<![aAoO])¨[aAoO]", joined))
        self._loose = _BEFORE if before > behind else _AFTER
        self._has_loose = bool(re.search("[˚¨]", joined)) or bool(re.search(r"\w°\w", joined))

    def edits(self, text: str) -> list[Edit]:
        """Return what is to be changed in a text."""
        found = [Edit(*m.span(), unicodedata.normalize("NFKC", m[0])) for m in _LIGATURES.finditer(text)]
        found += [
            Edit(*m.span(), whole)
            for m in _COMBINED.finditer(text)
            if len(whole := unicodedata.normalize("NFC", m[0])) == 1
        ]
        found += [Edit(*m.span(), right) for m in _DOUBLE.finditer(text) if (right := _decoded(m[0])) is not None]
        found += [Edit(*m.span(), "") for m in _NOTHING.finditer(text)]
        if self._has_loose:
            found += [Edit(*m.span(), _mended(m)) for m in self._loose.finditer(text)]
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
