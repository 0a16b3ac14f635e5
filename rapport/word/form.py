"""The form's own text in a filled-in document: all there, unchanged, rightly numbered, nothing beside it."""

from collections.abc import Iterator

from rapport.domain.mall import FOOTNOTE_MARK
from rapport.domain.match import Line, Wording
from rapport.domain.numrering import number_fault
from rapport.finding import Finding, Place
from rapport.word.blocks import WordBlock
from rapport.word.locate import Located, notes_in
from rapport.word.shown import short

_SAME = 100
_SHOWN = 120  # characters of a text in a finding


def form_findings(located: Located, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the form's text, its numbers, and text that has no home."""
    omrade: int | None = None
    for index, line in enumerate(located.lines):
        omrade = line.omrade or omrade
        match = located.found.get(index)
        if match is None:
            yield _missing(line, omrade, name)
            continue
        block = located.blocks[match.line]
        if match.score < _SAME:
            yield _changed(line, block, located.wording, omrade, name)
        label = block.label.shown.strip().rstrip(".)") if block.label else ""
        shown = located.wording.typed_number(block.text) or label
        if fault := number_fault(line, shown, located.mall):
            excerpt = block.text.strip()[:_SHOWN]
            yield Finding("numrering", "error", *fault, Place(name), omrade, line.fraga, excerpt)
        yield from _notes(line, block, located, omrade, name)
    for fraga, heading in located.misplaced.items():
        message = f"Svaret på fråga {fraga} står under fråga {heading}."
        hint = f"Flytta tillbaka det. Skrevs det för fråga {heading}: klipp ut texten och klistra in den där."
        yield Finding("formulartext", "error", message, hint, Place(name), located.mall.omrade_of(fraga).nummer, fraga)
    for block in located.homeless:
        yield _homeless(block, name)


def _missing(line: Line, omrade: int | None, name: str) -> Finding:
    what = f"Fråga {line.fraga}" if line.fraga else "En rad i formuläret"
    hint = (
        "Sätt tillbaka den. Ett svar som stod under frågan kan nu stå under frågan före."
        if line.fraga
        else "Sätt tillbaka den."
    )
    return Finding(
        "formulartext", "error", f"{what} saknas: ”{short(line.text)}”", hint, Place(name), omrade, line.fraga
    )


def _changed(line: Line, block: WordBlock, wording: Wording, omrade: int | None, name: str) -> Finding:
    whole, own = wording.comparable(block.text), wording.comparable(line.text)
    if whole.startswith(own):
        extra = block.text.strip()[-(len(whole) - len(own)) :].strip()
        message = f"Text står på frågans egen rad och hör inte till svaret: ”{short(extra)}”"
        hint = "Flytta texten till svaret under frågan."
        return Finding("utan-hem", "error", message, hint, Place(name), omrade, line.fraga, extra)
    message = f"Formulärets text är ändrad. Där ska stå ”{line.text}”, men står ”{block.text.strip()}”"
    return Finding(
        "formulartext", "error", message, "Skriv tillbaka formulärets text.", Place(name), omrade, line.fraga
    )


def _notes(line: Line, block: WordBlock, located: Located, omrade: int | None, name: str) -> Iterator[Finding]:
    if line.fraga is None:
        return
    mall, comparable = located.mall, located.wording.comparable
    expected = [mall.fotnoter[number] for number in FOOTNOTE_MARK.findall(mall.fraga_by_id[line.fraga].text)]
    found = set(map(comparable, notes_in(block)))
    for text in expected:
        if comparable(text) not in found:
            message = f"Formulärets fotnot vid fråga {line.fraga} saknas eller är ändrad: ”{text}”"
            yield Finding("formulartext", "error", message, "Sätt tillbaka fotnoten.", Place(name), omrade, line.fraga)


def _homeless(block: WordBlock, name: str) -> Finding:
    text = block.text.strip() or "en tabell eller textruta"
    message = f"Text står under ingen fråga och hör inte till formuläret: ”{short(text)}”"
    hint = "Flytta texten till det svar den hör till, eller ta bort den."
    return Finding("utan-hem", "error", message, hint, Place(name), excerpt=block.text.strip() or None)
