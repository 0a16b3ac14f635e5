"""The numbers before the form's lines, as they stand there: on the line, or alone on the line above."""

from collections.abc import Iterator

from rapport.domain.match import Wording
from rapport.domain.numrering import number_fault, right_number
from rapport.finding import Finding, Place
from rapport.pdf.parted import Parted

_FEW = 3  # questions; none of fewer having a number is no way of the whole document
_LOOK = str.maketrans("lI|O", "1110")  # what a program that reads pictures takes digits for


def numbering(parted: Parted, name: str) -> Iterator[Finding]:
    """Yield what the Word reader says of the same: each number that is lost or wrong, or one for them all."""
    finder = parted.finder
    mall = finder.mall
    lines = [(finder.lines[index], spot) for index, spot in sorted(parted.found.items())]
    numbered = [(line, spot, _shown_before(parted, spot.start)) for line, spot in lines if right_number(line, mall)]
    if len(numbered) >= _FEW and not any(shown for _, _, shown in numbered):
        message = "Ingen av formulärets rubriker och frågor har sitt nummer i dokumentets text."
        hint = "Sätt tillbaka numren om de saknas i dokumentet. Syns de där har de bara inte följt med i filens text."
        yield Finding("numrering", "warning", message, hint, Place(name))
        return
    for line, spot, shown in numbered:
        omrade = line.omrade or mall.omrade_of(line.fraga or "").nummer
        if fault := number_fault(line, shown, mall):
            text = parted.lines[spot.start].text.strip()
            yield Finding("numrering", "error", *fault, parted.place(spot.start, name), omrade, line.fraga, text)


def _shown_before(parted: Parted, start: int) -> str:
    """Return the number before a line of the form, "" where there is none."""
    wording = Wording(parted.finder.mall.fraga_by_id)
    first, *_ = parted.lines[start].text.split(maxsplit=1) or [""]
    own = wording.typed_number(f"{first.translate(_LOOK)} x")
    above = parted.lines[start - 1].text.strip() if start - 1 in parted.numbers else ""
    return (own or wording.typed_number(f"{above} x") or "").rstrip(".")
