"""The lines of a document taken apart by the form: those of each answer, the form's own, and those without a home."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from rapport.domain.boxes import ticked
from rapport.domain.mall import Mall
from rapport.domain.match import Wording, form_lines
from rapport.finding import Place
from rapport.pdf.find import Finder
from rapport.pdf.likeness import Found, skeleton, unmarked
from rapport.pdf.line import Line
from rapport.pdf.notes import citation

_ALIKE = 80  # of 100
_BOX_LINE, _SIGN = 60, 2
_BULLET_ALONE = re.compile(r"\W*[•·▪◦]\W*")
_MARKED = re.compile(r"^\s*[•·▪◦o–-]\s+")


@dataclass(slots=True)
class Parted:
    """A document's lines taken apart by the form: those of each answer, and those that have no home."""

    finder: Finder
    lines: list[Line]
    found: dict[int, Found]
    svar: dict[str, list[Line]] = field(default_factory=dict)
    homeless: list[Line] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)  # of lines with nothing but the number of the line below

    def place(self, at: int, name: str) -> Place:
        """Return where a line stands: on which page, or in a text on which line."""
        is_paged = any(line.base is not None or line.is_whole for line in self.lines)
        return Place(name, sida=self.lines[at].page) if is_paged else Place(name, self.lines[at].number)


def form_test(mall: Mall) -> Callable[[str], bool]:
    """Return what tells a line of the form, or a part of one, from any other that comes again and again."""
    names = {skeleton(name) for fraga in mall.fraga_by_id.values() for name in fraga.kryss}
    own = [skeleton(line.text) for line in form_lines(mall)] + [skeleton(text) for text in mall.fotnoter.values()]
    wording = Wording(mall.fraga_by_id)
    boxes = tuple({unmarked(name) for fraga in mall.fraga_by_id.values() for name in fraga.kryss})

    def is_form(text: str) -> bool:
        if len(text) < _BOX_LINE and ticked(unmarked(text), boxes) is not None:
            return True
        shape = skeleton(wording.without_number(text))
        if any(name in shape and len(shape) - len(name) <= _SIGN for name in names):  # a box in signs of its own
            return True
        return shape in names or any(fuzz.partial_ratio(shape, one, score_cutoff=_ALIKE) for one in own)

    return is_form


def part(lines: list[Line], mall: Mall) -> Parted:
    """Give every line to a question, to the form, or to nobody."""
    finder = Finder(mall, [line.text for line in lines])
    parted = Parted(finder, lines, finder.found())
    begins = {spot.start: (index, spot) for index, spot in parted.found.items()}
    taken = {at for spot in parted.found.values() for at in range(spot.start, spot.end)}
    for _, spot in finder.repeated(mall.fotnoter.values()):
        rows = set(range(spot.start, spot.end))
        taken |= set() if spot.cut or rows & taken else rows
    parted.numbers |= set(_numbers(parted))
    taken |= parted.numbers
    current: str | None = None
    has_begun = False
    for at, line in enumerate(lines):
        if at in begins:
            index, spot = begins[at]
            own = finder.lines[index]
            current = own.fraga or (None if own.omrade else current)
            has_begun = True
            if own.fraga:
                parted.svar.setdefault(own.fraga, [])
            rest = _rest(lines[spot.end - 1], spot.cut)
            if rest and current:
                parted.svar[current].append(rest)
        elif at not in taken:
            where = parted.svar[current] if current else parted.homeless if has_begun else parted.before
            where.append(line)
    return parted


def _numbers(parted: Parted) -> Iterator[int]:
    """Yield the lines that hold nothing but a number, or the bullet, of the form's line right below."""
    wording = Wording(parted.finder.mall.fraga_by_id)
    for index, spot in parted.found.items():
        own = parted.finder.lines[index]
        above = spot.start - 1
        if above < 0 or not (own.fraga or own.omrade):
            continue
        text = parted.lines[above].text.strip()
        number = (wording.typed_number(f"{text} x") or "").rstrip(".")
        is_number = number in parted.finder.mall.fraga_by_id or number == str(own.omrade)
        if _BULLET_ALONE.fullmatch(text) or (is_number and wording.without_number(f"{text} x") == "x"):
            yield above


def _rest(line: Line, cut: int) -> Line | None:
    """Return what stands behind the form's own text on its line."""
    if not cut:
        return None
    at = len(line.text)
    while at and len(skeleton(line.text[at:])) < cut:
        at -= 1
    at = line.text.rfind(" ", 0, at + 1) + 1
    return line.with_text(line.styled[at:].stripped())


def known(parted: Parted) -> Iterator[tuple[int, str, str]]:
    """Yield what the form itself says with how it is seen, and in which font."""
    wording = Wording(parted.finder.mall.fraga_by_id)
    for index, spot in parted.found.items():
        lines = parted.lines[spot.start : spot.end]
        seen = "\n".join(line.text for line in lines)
        if not spot.cut:
            font = lines[0].styled.styles[-1].font if lines[0].styled.styles else 0
            yield font, parted.finder.lines[index].text, _bare(wording.without_number(seen))


def _bare(text: str) -> str:
    return _MARKED.sub("", text)


def uncited(parted: Parted) -> Iterator[Line]:
    """Yield the notes that no answer cites, but for the form's own."""
    own = [skeleton(text) for text in parted.finder.mall.fotnoter.values()]
    cited: set[tuple[str, str]] = set()
    notes: dict[tuple[str, str], Line] = {}
    for line in parted.lines:
        notes |= {(mark, note.text): line.with_text(note) for mark, note in line.notes}
    for lines in parted.svar.values():
        for line in lines:
            texts = [line.styled, *(cell for row in line.rows or () for cell in row)]
            cited |= {(m, n.text) for m, n in line.notes if any(citation(m, text) is not None for text in texts)}
    for (mark, text), line in notes.items():
        if (mark, text) not in cited and not any(fuzz.ratio(skeleton(text), one) > _ALIKE for one in own):
            yield line
