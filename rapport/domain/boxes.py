"""Boxes as documents show them: ☒ Ja ☐ Nej, and as others make them."""

import re
from collections.abc import Callable, Sequence

TICKED, UNTICKED = "☒", "☐"
# As others make them: signs, brackets, a typed x.
TICKED_SIGN, UNTICKED_SIGN = (
    r"[☒☑✓✔✗✘🗹⊠■√\uf052-\uf054\uf078\uf0fb-\uf0fe]|\[\s*[xX]\s*\]|\(\s*[xX]\s*\)|_[xX]_|\b[xX]\b",
    r"[☐□▢◻\uf06f\uf0a3\uf0a8]|_{2,}|\[\s*\]|\(\s*\)",
)


def ticked(
    text: str, boxes: tuple[str, ...], states: Callable[[], Sequence[bool]] = lambda: ()
) -> tuple[str, ...] | None:
    """Return which of a question's boxes a line ticks; None when it is no line of boxes.

    A line of boxes holds box names and signs, and nothing else: ``text`` is what it shows, however the boxes are made.
    ``states`` gives those of boxes that show no sign.
    """
    if not boxes or not text.strip():
        return None
    names = "|".join(re.escape(box) for box in sorted(boxes, key=len, reverse=True))
    sign = f"(?:{TICKED_SIGN}|{UNTICKED_SIGN})"
    pair = rf"\s*(?:(?P<a>{sign})\s*(?P<b>{names})|(?P<c>{names})\s*:?\s*(?P<d>{sign})?)\s*[,/]?"
    # Each pair is taken as it is first read: tried in every way, a line of many blanks would never end.
    if not re.fullmatch(f"(?>{re.sub(r'[?]P<.>', '?:', pair)})+", text, re.IGNORECASE):
        return None
    known = {box.lower(): box for box in boxes}
    found = [(m["b"] or m["c"], m["a"] or m["d"]) for m in re.finditer(pair, text, re.IGNORECASE)]
    own = states()
    on = []
    for index, (name, shown) in enumerate(found):
        is_on = re.fullmatch(TICKED_SIGN, shown) is not None if shown else own[index : index + 1] == [True]
        on += [known[name.lower()]] if is_on else []
    return tuple(on)
