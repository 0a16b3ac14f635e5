"""En egen fotnot hamnar framför formulärets ”Ibid.”, som då syftar på fel not.

Varför: ”Ibid.” betyder ”samma som noten närmast före”. Formuläret har sådana noter i några av sina frågor, och menar
då sin egen not i en tidigare fråga. Fotnoterna numreras i den ordning de står i dokumentet, så en not i ett svar
däremellan blir den som ”Ibid.” syftar på. Formulärets text får inte ändras; det är noten i svaret som får flytta.

Fel: en fotnot i svaret på 1.4, när 1.4 har formulärets not och noten i 1.5 är ”Ibid.”
Rätt: källan i texten: ”Enligt regionens årsbokslut startade 14 företag.”

Tillåt med skäl: tillåt: {ibid: Regeringskansliet vet vad noten avser.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.domain.fotnoter import SammaNot, samma_noter
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.blocks import Footnote, paragraphs, plain, plain_passages

SEVERITY: Severity = "warning"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one remark for each note of the form that will mean another: the own note that it will mean."""
    found = {fraga: _notes(svar) for fraga, svar in underlag.svar_by_fraga.items()}
    if not any(found.values()):
        return
    for samma in samma_noter(underlag.mall):
        if notes := [note for fraga in samma.emellan for note in found.get(fraga, ())]:
            yield _remark(samma, notes)


def _remark(samma: SammaNot, notes: list[Hit]) -> Remark:
    *others, last = notes
    which, what, them = ("Den här fotnoten", "notens text", "noten")
    if others:
        which, what, them = (f"Den här fotnoten och {len(others)} till", "noternas text", "dem alla")
    message = (
        f"{which} hamnar framför formulärets not ”{samma.text}” till {samma.stalle}, "
        f"som då syftar på er not och inte på formulärets not till {samma.menad}."
    )
    hint = f"Skriv {what} i svaret i stället, eller flytta {them} till ett svar som inte står mellan formulärets noter."
    return last.remark(message, hint, related=others)


def _notes(svar: Svar) -> tuple[Hit, ...]:
    """Return the words of every footnote of an answer."""
    return svar.remember("ibid", lambda: tuple(_found(svar)))


def _found(svar: Svar) -> Iterator[Hit]:
    at = 0
    for paragraph in paragraphs(svar.blocks):
        at += len(plain(paragraph.inlines)) + 1
        for note in paragraph.inlines:
            if isinstance(note, Footnote):
                text = "\n".join(plain_passages(note.paragraphs))
                yield Hit(svar, at, at + len(text)) if text else Hit(svar, max(at - 2, 0), max(at - 1, 0))
                at += len(text) + bool(note.paragraphs)
