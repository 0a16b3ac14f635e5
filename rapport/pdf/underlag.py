"""The lines of a filled-in form → Underlag, with a finding for what could not be read surely, or has no home."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from rapport.domain.mall import Mall
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.errors import InputError
from rapport.finding import Place
from rapport.pdf.blocks import blocks
from rapport.pdf.furniture import shape, without_furniture
from rapport.pdf.headed import Headed, headed
from rapport.pdf.kryss import kryss
from rapport.pdf.layout import Margin, paragraphs
from rapport.pdf.line import Line
from rapport.pdf.notes import taken_out
from rapport.pdf.numbers import numbering
from rapport.pdf.over_pages import joined
from rapport.pdf.parted import Parted, form_test, known, part, uncited
from rapport.pdf.remarks import remarks
from rapport.pdf.repair import Repairer, Tally
from rapport.pdf.spans import Lexicon
from rapport.pdf.unsure import unsure_tables

_HIDDEN = ("hart-blanksteg",)  # every blank looks the same there


def load_lines(  # noqa: PLR0913 - as many as a document has parts
    lines: Sequence[Line], name: str, mall: Mall, cost_of: Lexicon, *, title: str = "", outside: Sequence[str] = ()
) -> Loaded:
    """Read the lines of a document as a report; ``name`` is what its places are called.

    ``outside`` are the texts that the document itself says are no part of its text.

    Raises InputError when not one of the form's questions is there: then it is another document.
    """
    own, furniture = without_furniture(lines, form_test(mall))
    furniture = [*furniture, *({shape(text): text for text in reversed(outside)}.values())]
    parted = part(taken_out(own, body_size(own), mall.fotnoter.values()), mall)
    if not parted.svar:
        raise InputError(f"{name} är inte formuläret {mall.id}: ingen av dess frågor finns i dokumentet.")
    texts = [line.text for line in parted.lines]
    repairer = Repairer(list(known(parted)), texts, cost_of)
    margin = Margin(parted.lines)
    tallies = {fraga: Tally() for fraga in mall.fraga_by_id}
    svar = {}
    for fraga, found in parted.svar.items():
        shown = kryss(found, mall.fraga_by_id[fraga].kryss, lambda line: repairer.mend(line.styled, Tally()).text)
        tallies[fraga].doubtful += shown.unsure
        rest = joined(shown.rest)
        tallies[fraga].tables += unsure_tables(rest)
        tallies[fraga].merged = sum(line.is_merged for line in rest)
        pieces = [
            mended(piece, repairer, tallies[fraga])
            for piece in paragraphs([line.with_text(repairer.with_mark(line.styled)) for line in rest], margin)
        ]
        if (read := blocks(pieces)) or shown.on:
            svar[fraga] = Svar(fraga, read, shown.on)
    head = headed([title, *(line.text for line in parted.before), *furniture])
    underlag = Underlag(
        kalla=name,
        redovisning=Redovisning(mall, head.region, head.ar, head.diarienummer),
        svar_by_fraga={fraga: svar[fraga] for fraga in mall.fraga_by_id if fraga in svar},
        places=_places(parted, name, mall),
        osynligt=_HIDDEN,
    )
    findings = remarks(underlag, tallies, list(_homeless(parted, head)), furniture, list(parted.svar))
    return Loaded(underlag, (*findings, *numbering(parted, name)))


def body_size(lines: Sequence[Line]) -> float:
    """Return how large most of a document's letters are."""
    sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 20)]
    return median(sizes) if sizes else 0.0


def mended(line: Line, repairer: Repairer, tally: Tally) -> Line:
    """Return a paragraph, item or table with its letters whole; ``tally`` is told what was done."""
    notes = tuple((mark, repairer.mend(note, tally)) for mark, note in line.notes)
    if line.rows is not None:
        rows = tuple(tuple(repairer.mend(cell, tally) for cell in row) for row in line.rows)
        return replace(line, rows=rows, notes=notes)
    return replace(line, styled=repairer.mend(line.styled, tally), notes=notes)


def _places(parted: Parted, name: str, mall: Mall) -> Places:
    begun = {
        fraga: parted.place(spot.start, name)
        for index, spot in parted.found.items()
        if (fraga := parted.finder.lines[index].fraga)
    }
    return Places({omrade.nummer: (Place(name),) for omrade in mall.omraden}, begun)


def _homeless(parted: Parted, head: Headed) -> Iterator[Line]:
    yield from parted.homeless
    yield from uncited(parted)
    yield from (line for line in parted.before if not head.holds(line.text))
