"""What is said of a form that was read from its looks: what was mended, what is in doubt, what has no home."""

from collections.abc import Iterator, Mapping, Sequence

from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Place
from rapport.pdf.line import Line
from rapport.pdf.repair import Doubtful, Tally
from rapport.prose.problem import MERGED_CELLS

_RULE = "trasiga-tecken"
_SHOWN = 120


def remarks(
    underlag: Underlag,
    tallies: Mapping[str, Tally],
    homeless: Sequence[Line],
    furniture: Sequence[str],
    there: Sequence[str],
) -> Iterator[Finding]:
    """Yield what a reader of the document has to know; ``there`` are the questions that stand in it."""
    name = underlag.kalla
    yield from _missing(underlag, set(there))
    for fraga, tally in tallies.items():
        place = underlag.places.by_fraga.get(fraga, Place(name))
        omrade = underlag.mall.omrade_of(fraga).nummer
        if tally.mended:
            share = f"{100 * tally.mended / max(1, tally.words):.1f}".replace(".", ",")
            message = f"{tally.mended} av svarets {tally.words} ord ({share} %) hade trasiga bokstäver och är lagade."
            hint = "Jämför svaret med dokumentet där något ser fel ut."
            yield Finding(_RULE, "info", message, hint, place, omrade, fraga)
        for doubt, number in _counted(tally.doubtful):
            yield Finding(_RULE, "warning", _doubt(doubt, number), _HINT, place, omrade, fraga, doubt.word)
        for text in tally.tables:
            message = (
                f"Tabellens celler kan ha hamnat fel: ”{_short(text)}”. Dokumentet visar inte säkert var de skiljs åt."
            )
            yield Finding(_RULE, "warning", message, "Jämför tabellen med dokumentet.", place, omrade, fraga)
        for _ in range(tally.merged):
            yield Finding("markdown", "warning", *MERGED_CELLS, place, omrade, fraga)
    for line in homeless:
        yield _homeless(line, name)
    for text in furniture:
        message = f"Sidhuvud, sidfot eller sidnummer följer inte med: ”{_short(text)}”"
        yield Finding(
            "utan-hem", "info", message, "Ingenting behöver göras om det inte hör till ett svar.", Place(name)
        )


_HINT = "Läs ordet i dokumentet och rätta det i svaret om det är fel."


def _counted(doubtful: Sequence[Doubtful]) -> Iterator[tuple[Doubtful, int]]:
    for doubt in dict.fromkeys(doubtful):
        yield doubt, doubtful.count(doubt)


def _doubt(doubt: Doubtful, number: int) -> str:
    again = f" ({number} gånger)" if number > 1 else ""
    other = f", men kan också vara ”{doubt.other}”" if doubt.other else ""
    return f"”{doubt.seen}” i dokumentet är läst som ”{doubt.word}”{other}. Det är osäkert{again}."


def _missing(underlag: Underlag, there: set[str]) -> Iterator[Finding]:
    name = underlag.kalla
    for omrade in underlag.mall.omraden:
        gone = [fraga for fraga in omrade.fragor if fraga.id not in there]
        if len(gone) == len(omrade.fragor):
            message = f"Område {omrade.nummer} finns inte i dokumentet: ingen av frågorna {omrade.omfang} är hittad."
            hint = "Hämta svaren ur ett annat dokument om området är besvarat."
            yield Finding("formulartext", "error", message, hint, Place(name), omrade.nummer)
            continue
        for fraga in gone:
            message = f"Fråga {fraga.id} finns inte i dokumentet: ”{_short(fraga.ren_text)}”"
            hint = "Ett svar som stod under frågan kan nu stå under frågan före."
            yield Finding("formulartext", "error", message, hint, Place(name), omrade.nummer, fraga.id)


def _homeless(line: Line, name: str) -> Finding:
    text = line.text.strip() or "en tabell"
    is_paged = line.base is not None or line.is_whole
    place = Place(name, sida=line.page) if is_paged else Place(name, line.number)
    message = f"Text står under ingen fråga och hör inte till formuläret: ”{_short(text)}”"
    hint = "Kontrollera om den hör till ett svar, och flytta den i så fall dit."
    return Finding("utan-hem", "error", message, hint, place, excerpt=text)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
