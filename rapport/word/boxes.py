"""The boxes of a form, however somebody made them: controls, typed signs, legacy form fields, [x]."""

import re

from rapport.word.ns import Element, get, qn
from rapport.word.read import Piece

TICKED, UNTICKED = r"[☒☑✓✔✗✘🗹]|\[\s*[xX]\s*\]|\(\s*[xX]\s*\)|\b[xX]\b", r"[☐□▢]|\[\s*\]|\(\s*\)"
_OFF = ("0", "false", "off")


def ticked_boxes(piece: Piece, boxes: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return which of a question's boxes a line ticks; None when it is no line of boxes.

    A line of boxes holds box names and signs, and nothing else.
    """
    if not boxes or not piece.text.strip():
        return None
    names = "|".join(re.escape(box) for box in sorted(boxes, key=len, reverse=True))
    sign = f"(?:{TICKED}|{UNTICKED})"
    pair = rf"\s*(?:(?P<a>{sign})\s*(?P<b>{names})|(?P<c>{names})\s*:?\s*(?P<d>{sign})?)\s*[,/]?"
    if not re.fullmatch(f"(?:{re.sub(r'[?]P<.>', '?:', pair)})+", piece.text, re.IGNORECASE):
        return None
    known = {box.lower(): box for box in boxes}
    found = [(m["b"] or m["c"], m["a"] or m["d"]) for m in re.finditer(pair, piece.text, re.IGNORECASE)]
    legacy = _legacy(piece.element)
    ticked = []
    for index, (name, shown) in enumerate(found):
        is_on = re.fullmatch(TICKED, shown) is not None if shown else legacy[index : index + 1] == [True]
        ticked += [known[name.lower()]] if is_on else []
    return tuple(ticked)


def _legacy(element: Element) -> list[bool]:
    """Return the state of each legacy checkbox field in a paragraph."""
    states = []
    for box in element.iter(qn("w:checkBox")):
        state = box.find(qn("w:checked"))
        state = box.find(qn("w:default")) if state is None else state
        states.append(state is not None and get(state, "w:val") not in _OFF)
    return states
