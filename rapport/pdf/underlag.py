"""The lines of a filled-in form → Underlag, with a finding for what could not be read surely, or has no home."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from rapidfuzz import fuzz

from rapport.domain.boxes import ticked
from rapport.domain.mall import Mall
from rapport.domain.match import Wording, form_lines
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.errors import InputError
from rapport.finding import Place
from rapport.pdf.blocks import blocks
from rapport.pdf.decode import Lexicon
from rapport.pdf.find import Finder, Found, skeleton
from rapport.pdf.furniture import shape, without_furniture
from rapport.pdf.headed import Headed, headed
from rapport.pdf.layout import Margin, paragraphs
from rapport.pdf.line import Line
from rapport.pdf.notes import citation, taken_out
from rapport.pdf.remarks import remarks
from rapport.pdf.repair import Repairer, Tally

_BOX_LINE = 60  # signs; a longer line is none of boxes
_ALIKE = 80  # of 100


@dataclass(slots=True)
class Parted:
    """A document's lines taken apart by the form: those of each answer, and those that have no home."""

    finder: Finder
    lines: list[Line]
    found: dict[int, Found]
    svar: dict[str, list[Line]] = field(default_factory=dict)
    homeless: list[Line] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)


def load_lines(  # noqa: PLR0913 - as many as a document has parts
    lines: Sequence[Line], name: str, mall: Mall, cost_of: Lexicon, *, title: str = "", outside: Sequence[str] = ()
) -> Loaded:
    """Read the lines of a document as a report; ``name`` is what its places are called.

    ``outside`` are the texts that the document itself says are no part of its text.

    Raises InputError when not one of the form's questions is there: then it is another document.
    """
    own, furniture = without_furniture(lines, _form_test(mall))
    furniture = [*furniture, *({shape(text): text for text in reversed(outside)}.values())]
    parted = _part(taken_out(own, _body_size(own)), mall)
    if not parted.svar:
        raise InputError(f"{name} är inte formuläret {mall.id}: ingen av dess frågor finns i dokumentet.")
    texts = [line.text for line in parted.lines]
    repairer = Repairer(list(_known(parted)), texts, cost_of)
    margin = Margin(parted.lines)
    tallies = {fraga: Tally() for fraga in mall.fraga_by_id}
    svar, kryss = {}, {}
    for fraga, found in parted.svar.items():
        kryss[fraga], rest = _boxes(found, mall.fraga_by_id[fraga].kryss, repairer)
        pieces = [_mended(piece, repairer, tallies[fraga]) for piece in paragraphs(rest, margin)]
        if (read := blocks(pieces)) or kryss[fraga]:
            svar[fraga] = Svar(fraga, read, kryss[fraga])
    head = headed([title, *(line.text for line in parted.before), *furniture])
    underlag = Underlag(
        kalla=name,
        redovisning=Redovisning(mall, head.region, head.ar, head.diarienummer),
        svar_by_fraga={fraga: svar[fraga] for fraga in mall.fraga_by_id if fraga in svar},
        places=_places(parted, name, mall),
    )
    findings = remarks(underlag, tallies, list(_homeless(parted, head)), furniture, list(parted.svar))
    return Loaded(underlag, tuple(findings))


def _form_test(mall: Mall) -> Callable[[str], bool]:
    """Return what tells a line of the form, or a part of one, from any other that comes again and again."""
    names = {skeleton(name) for fraga in mall.fraga_by_id.values() for name in fraga.kryss}
    own = [skeleton(line.text) for line in form_lines(mall)] + [skeleton(text) for text in mall.fotnoter.values()]
    wording = Wording(mall.fraga_by_id)

    def is_form(text: str) -> bool:
        shape = skeleton(wording.without_number(text))
        return shape in names or any(fuzz.partial_ratio(shape, one, score_cutoff=_ALIKE) for one in own)

    return is_form


def _body_size(lines: Sequence[Line]) -> float:
    sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 20)]
    return median(sizes) if sizes else 0.0


def _part(lines: list[Line], mall: Mall) -> Parted:
    """Give every line to a question, to the form, or to nobody."""
    finder = Finder(mall, [line.text for line in lines])
    parted = Parted(finder, lines, finder.found())
    begins = {spot.start: (index, spot) for index, spot in parted.found.items()}
    taken = {at for spot in parted.found.values() for at in range(spot.start, spot.end)}
    for _, spot in finder.repeated(mall.fotnoter.values()):
        rows = set(range(spot.start, spot.end))
        taken |= set() if spot.cut or rows & taken else rows
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


def _rest(line: Line, cut: int) -> Line | None:
    """Return what stands behind the form's own text on its line."""
    if not cut:
        return None
    at = len(line.text)
    while at and len(skeleton(line.text[at:])) < cut:
        at -= 1
    at = line.text.rfind(" ", 0, at + 1) + 1
    return line.with_text(line.styled[at:].stripped())


def _known(parted: Parted) -> Iterator[tuple[int, str, str]]:
    """Yield what the form itself says with how it is seen, and in which font."""
    wording = Wording(parted.finder.mall.fraga_by_id)
    for index, spot in parted.found.items():
        lines = parted.lines[spot.start : spot.end]
        seen = "\n".join(line.text for line in lines)
        if not spot.cut:
            font = lines[0].styled.styles[-1].font if lines[0].styled.styles else 0
            yield font, parted.finder.lines[index].text, _bare(wording.without_number(seen))


_MARKED = re.compile(r"^\s*[•·▪◦o–-]\s+")


def _bare(text: str) -> str:
    return _MARKED.sub("", text)


def _boxes(lines: list[Line], boxes: tuple[str, ...], repairer: Repairer) -> tuple[tuple[str, ...], list[Line]]:
    """Return which boxes are ticked, and the lines that are none of boxes."""
    on: list[str] = []
    rest = []
    for line in lines:
        shown = repairer.mend(line.styled, Tally()).text if boxes and len(line.text) < _BOX_LINE else ""
        found = ticked(shown, boxes)
        if found is None:
            rest.append(line)
        else:
            on += found
    return tuple(dict.fromkeys(on)), rest


def _mended(line: Line, repairer: Repairer, tally: Tally) -> Line:
    notes = tuple((mark, repairer.mend(note, tally)) for mark, note in line.notes)
    if line.rows is not None:
        rows = tuple(tuple(repairer.mend(cell, tally) for cell in row) for row in line.rows)
        return replace(line, rows=rows, notes=notes)
    return replace(line, styled=repairer.mend(line.styled, tally), notes=notes)


def _places(parted: Parted, name: str, mall: Mall) -> Places:
    is_paged = any(line.base is not None or line.is_whole for line in parted.lines)
    place_by_line = [Place(name, sida=line.page) if is_paged else Place(name, line.number) for line in parted.lines]
    begun = {
        fraga: place_by_line[spot.start]
        for index, spot in parted.found.items()
        if (fraga := parted.finder.lines[index].fraga)
    }
    return Places({omrade.nummer: (Place(name),) for omrade in mall.omraden}, begun)


def _homeless(parted: Parted, head: Headed) -> Iterator[Line]:
    yield from parted.homeless
    yield from _uncited(parted)
    yield from (line for line in parted.before if not head.holds(line.text))


def _uncited(parted: Parted) -> Iterator[Line]:
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
