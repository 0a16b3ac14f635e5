"""The letters of one page of a PDF, in the order in which they are drawn, as stretches of one line and one tag."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

from rapport.pdf.raw_links import Link, is_in, links_of

_BOLD = ("bold", "black", "heavy", "semib", "demib")
_ITALIC = ("italic", "oblique", "kursiv")
_HEAVY = 600
_RAISED, _SMALL = 0.12, 0.8  # of the line's own size
_SAME_LINE = 0.45
_WORD_GAP, _CELL_GAP = 0.18, 1.0
_WIDER = 0.33  # than most blanks, of the line's own size
_NAME = 200  # bytes
_FAR = 1e5  # points; no page is so large


class Sign(NamedTuple):
    """One letter: what it is, its object's look and tag, and its box and baseline in points."""

    text: str
    mcid: int
    font: int
    bold: bool
    italic: bool
    left: float
    right: float
    base: float
    size: float
    is_after_break: bool = False
    is_first: bool = False  # of its object


class Fonts:
    """The fonts of a document by name, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Return the number of a font."""
        return self._numbers.setdefault(name, len(self._numbers))


def stretches(page: Any, layer: Any, fonts: Fonts, rules: list[list[float]]) -> list[list[Any]]:  # noqa: ANN401 - the library has no types
    """Return the letters of a page as stretches, none over an upright line; for their form see raw.py."""
    links = list(links_of(page))
    upright = [rule for rule in rules if rule[0] == rule[2]]
    found: list[_Stretch] = []
    for sign in _signs(layer, fonts):
        if not found or not found[-1].takes(sign) or _is_parted(found[-1].signs[-1], sign, upright):
            found.append(_Stretch(sign.mcid, sign.base, sign.size))
        found[-1].add(sign)
    return [one.row(links) for one in found]


def _is_parted(last: Sign, sign: Sign, upright: list[list[float]]) -> bool:
    """Whether an upright line stands between two letters: then they are in two cells."""
    if not upright or sign.left <= last.right:
        return False
    return any(last.right <= x <= sign.left and bottom <= sign.base <= top for x, bottom, _, top in upright)


@dataclass(slots=True)
class _Stretch:
    """Letters of one tag on one line."""

    mcid: int
    base: float
    size: float
    signs: list[Sign] = field(default_factory=list)

    def takes(self, sign: Sign) -> bool:
        last = self.signs[-1]
        if sign.mcid != self.mcid or abs(sign.base - self.base) > _SAME_LINE * max(sign.size, self.size):
            return False
        return -sign.size < sign.left - last.right < _CELL_GAP * max(sign.size, self.size)

    def add(self, sign: Sign) -> None:
        if sign.size > self.size:  # what came first was raised
            self.size, self.base = sign.size, sign.base
        if self.signs and sign.is_after_break and not self.signs[-1].text.isspace() and not sign.text.isspace():
            last = self.signs[-1]
            if sign.left - last.right > _WORD_GAP * self.size:
                self.signs.append(last._replace(text=" ", left=last.right, right=sign.left, is_first=False))
        self.signs.append(sign)

    def row(self, links: list[Link]) -> list[Any]:
        runs: list[list[Any]] = []
        for sign in self.signs:
            raised = sign.size < _SMALL * self.size or sign.base - self.base > _RAISED * self.size
            href = next((link[4] for link in links if is_in(sign.left, sign.base, link)), None)
            look = [sign.bold, sign.italic, raised, sign.font, href]
            if runs and (runs[-1][1:] == look or sign.text == " "):
                runs[-1][0] += sign.text
            else:
                runs.append([sign.text, *look])
        left = min(sign.left for sign in self.signs)
        right = max((sign.right for sign in self.signs if sign.text.strip()), default=left)
        place = [round(value, 1) for value in (left, right, self.base, self.size)]
        return [self.mcid, runs, *place, list(self._inner())]

    def _inner(self) -> Iterator[list[float]]:
        """Yield where something begins within, drawn by itself after some room: at which letter, after and at what."""
        at, end = 0, None
        for sign in self.signs:
            if sign.is_first and end is not None and sign.left - end > _WIDER * self.size:
                yield [at, round(end, 1), round(sign.left, 1)]
            end = sign.right if sign.text.strip() else end
            at += len(sign.text)


def _signs(layer: Any, fonts: Fonts) -> Iterator[Sign]:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium

    looks: dict[int, _Look] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    before: Sign | None = None
    is_broken, last_key = False, 0
    for index in range(layer.count_chars()):
        text = _text(pdfium.FPDFText_GetUnicode(layer, index))
        if text in "\r\n" or pdfium.FPDFText_IsGenerated(layer, index) == 1:
            if text == " " and before and not before.text.isspace():
                yield before._replace(text=" ", left=before.right, is_after_break=False, is_first=False)
            is_broken = is_broken or text != " "
            continue  # where a line ends is told by where the letters stand
        owner = pdfium.FPDFText_GetTextObject(layer, index)
        key = ctypes.addressof(owner.contents) if owner else 0
        look = looks.get(key) or looks.setdefault(key, _look(pdfium, layer, index, owner, fonts))
        pdfium.FPDFText_GetLooseCharBox(layer, index, box)
        pdfium.FPDFText_GetCharOrigin(layer, index, x, y)
        if look.size and all(abs(v) < _FAR for v in (box.left, box.right, y.value, look.size)):
            before = Sign(text, *look[:4], box.left, box.right, y.value, look.size, is_broken, key != last_key)
            is_broken, last_key = False, key
            yield before


def _text(code: int) -> str:
    if code in (0xFFFE, 0xFFFF, 2):  # PDFium's own sign for a hyphen that ends a line
        return "\u00ad"
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:  # noqa: PLR2004 - half of a letter
        return "\ufffd"
    return chr(code) if code else "\ufffd"


class _Look(NamedTuple):
    """What all the letters of one object share."""

    mcid: int
    font: int
    bold: bool
    italic: bool
    size: float


def _look(pdfium: Any, layer: Any, index: int, owner: Any, fonts: Fonts) -> _Look:  # noqa: ANN401 - as above
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(layer, index, name, _NAME, flags)
    font = name.value.decode("utf-8", "replace").lower()
    is_bold = any(word in font for word in _BOLD) or pdfium.FPDFText_GetFontWeight(layer, index) >= _HEAVY
    is_italic = any(word in font for word in _ITALIC)
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(owner) if owner else -1
    matrix = pdfium.FS_MATRIX()
    scale = hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(layer, index, matrix) else 1.0
    size = abs(pdfium.FPDFText_GetFontSize(layer, index) * scale)
    return _Look(mcid, fonts.number(font), is_bold, is_italic, size)
