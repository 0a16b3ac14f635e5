"""En hänvisning pekar på något som inte finns.

Varför: Läsaren av 5.2 har kanske inte läst 5.1. ”Se 3.9” när frågan inte finns, ”se 2.4” när svaret är tomt, en
hänvisning till det egna svaret och ”som beskrivits ovan” när inget står ovanför leder ingenstans. Det gör inte heller
”se nedan” sist i ett svar, ”fotnot 7”, ”bilaga 3” eller ”figur 1”, som redovisningen inte har, och ”hänvisas till” en
handling utan diarienummer eller länk. Kan ”ovan” gälla något tidigare i svaret säger regeln inget.

Fel: Projektet har beskrivits ovan. (det beskrivs i ett annat svar)
Rätt: Projektet beskrivs i svaret på fråga 5.1c.

Tillåt med skäl: tillåt: {korshanvisning: Handlingen bifogas.}
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from rapport.checks.notes import missing_notes
from rapport.checks.references.outside import article, attached, numbered_parts, outside
from rapport.checks.references.pointing import Pointer, pointers
from rapport.checks.references.questions import (
    OTHER_PAPER,
    QuestionReference,
    id_pattern,
    parts_by_id,
    question_references,
)
from rapport.checks.rule import Hit, Remark, hits, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.blocks import Text, passages

SEVERITY: Severity = "warning"
_OMRADE = (
    r"\b(?:[Ss]e(?: även| också)?|under|(?:beskriv|redovisa|behandla)(?:s|ts) i) (?P<ord>område \d{1,2}\b)(?![.:]\d)"
)
_AWAY = re.compile(r"\b(?P<ord>[Hh]änvis(?:as|ar)(?: \w+)? till)\b")
_LEADS = r"\d/\d{4}|\b[A-ZÅÄÖ]{1,4} ?\d{2,4}[/:-]\d|https?:|www\.|\bbilaga|\b(?:[Ff]örordning|[Ll]ag)"
# Who is referred to somebody by name is not told to read anything.
_SOMEBODY = re.compile(r" [A-ZÅÄÖ][\w-]*(?: [A-ZÅÄÖ][\w-]*)*(?=[,.;)]| (?:som|för|i|vid|när|om)\b)")
_STEM = 6
_MOST = 100  # references of one answer: when they are mended, the next check finds the rest
# "För resultaten hänvisas till …"; what people are sent to is something else: "Besökare kan hänvisas till …"
_FOR = re.compile(
    r"(?i)\b(?:för|gällande|angående|avseende|beträffande|gäller|kring|om|vi|regionen)\b(?!.*\b(?:kan|ska|får|bör) $)"
)


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every reference that leads nowhere."""
    parts = parts_by_id(underlag.mall)
    order = list(svar_in_order(underlag))
    has = numbered_parts(order)
    for note in missing_notes(order, underlag.mall):
        hint = "Fotnoterna numreras om i dokumentet. Skriv vad som menas i stället."
        yield note.remark(f"Svaren har ingen fotnot {note.excerpt.split()[-1]}.", hint)
    for svar in order:
        references, away = _found(svar, tuple(parts))
        for reference in references:
            yield from _reference(underlag, parts, svar, reference)
        yield from away
        yield from _not_ours(hit for hit in outside(svar) if hit.excerpt.lower() not in has)
        for hit in attached(svar):
            yield hit.remark(
                "Redovisningen har inga bilagor.", "Beskriv det här, eller ange vilken handling som menas."
            )
        yield from _omraden(svar, len(underlag.mall.omraden))
        for pointer in pointers(svar):
            yield from _pointer(underlag, svar, pointer, order)


def _omraden(svar: Svar, number: int) -> Iterator[Remark]:
    """Yield each area that an answer refers to and the form has not."""
    for hit in hits(svar, _OMRADE, signs=("område ",)):
        if int(hit.excerpt.split()[-1]) > number and not OTHER_PAPER.match(svar.text, hit.end):
            yield hit.remark(f"Formuläret har inget {hit.excerpt}.", "Kontrollera numret.")


def _not_ours(references: Iterable[Hit]) -> Iterator[Remark]:
    """Yield each part that an answer refers to and the report has not, at its first place, with the others."""
    found: dict[str, list[Hit]] = {}
    for hit in references:
        found.setdefault(hit.excerpt.lower(), []).append(hit)
    for first, *others in found.values():
        hint = "Beskriv det här, eller ange vilken handling som menas."
        yield first.remark(f"Redovisningen har {article(first)}.", hint, related=others)


def _found(svar: Svar, ids: tuple[str, ...]) -> tuple[list[QuestionReference], list[Remark]]:
    """Return what an answer refers to, as far as it says so itself in a form with these questions."""
    return svar.remember(
        ("korshanvisning", ids),
        lambda: (list(islice(question_references(svar.text, ids), _MOST)), list(_away(svar, ids))),
    )


def _reference(
    underlag: Underlag, parts: dict[str, tuple[str, ...]], svar: Svar, reference: QuestionReference
) -> Iterator[Remark]:
    """Yield the first fault of a reference to some questions."""
    for fraga in reference.named:
        answers = filter(None, map(underlag.svar_by_fraga.get, parts.get(fraga, ())))
        if fraga not in parts:
            message, hint = f"Fråga {fraga} finns inte i formuläret.", "Kontrollera numret."
        elif fraga == svar.fraga and not reference.is_range:
            message, hint = f"Svaret på {fraga} hänvisar till sig självt.", "Ange den fråga som menas."
        elif not any(answer.blocks or answer.kryss for answer in answers):
            message = f"Hänvisningen går till {fraga}, som saknar svar."
            hint = "Besvara den, eller ta bort hänvisningen."
        else:
            continue
        yield Hit(svar, reference.start, reference.end).remark(message, hint)
        return


def _away(svar: Svar, ids: tuple[str, ...]) -> Iterator[Remark]:
    """Yield every "hänvisas till" that does not say where to."""
    if "änvis" not in svar.text:
        return
    for sentence in svar.meningar:
        if (match := _AWAY.search(sentence.text)) and _FOR.search(sentence.text[: match.start()]):
            rest = sentence.text[match.end() :]
            leads = _SOMEBODY.match(rest) or re.search(f"{id_pattern(ids)}|{_LEADS}", rest) or _links(svar, rest)
            if not leads:
                message = f"Det framgår inte var läsaren hittar det som ”{match[0]}” gäller."
                hint = "Ange diarienummer, en länk eller frågans nummer, eller skriv svaret här."
                yield Hit(svar, sentence.start + match.start(), sentence.end).remark(message, hint)


def _links(svar: Svar, words: str) -> bool:
    return any(isinstance(i, Text) and i.href and i.text in words for passage in passages(svar.blocks) for i in passage)


def _pointer(underlag: Underlag, svar: Svar, pointer: Pointer, order: list[Svar]) -> Iterator[Remark]:
    """Yield a remark when what a word points at does not stand just above the answer either."""
    hit = Hit(svar, pointer.start, pointer.end)
    if not pointer.is_above:
        hint = "Skriv numret på den fråga som menas, eller ta bort hänvisningen."
        yield hit.remark(f"”{hit.excerpt}” pekar på något som inte står längre ned i svaret.", hint)
        return
    above = _just_above(underlag, svar).lower()
    things = [name.lower()[:_STEM] for name in pointer.name.split()] or pointer.things
    if any(thing in above for thing in things) or (above and not things):
        return
    named = [other.fraga for other in order if other is not svar and pointer.name and pointer.name in other.text]
    where = f"; det nämns i {named[0]}." if len(named) == 1 else "."
    message = f"”{hit.excerpt}” pekar på något som inte står tidigare i svaret."
    yield hit.remark(message, f"Skriv numret på frågan i stället{where}")


def _just_above(underlag: Underlag, svar: Svar) -> str:
    """Return what the reader has just read: the question before in the same area, and its answer."""
    fragor = underlag.mall.omrade_of(svar.fraga).fragor
    before = next((one for one, this in pairwise(fragor) if this.id == svar.fraga), None)
    above = underlag.svar_by_fraga.get(before.id) if before else None
    return f"{underlag.mall.full_text(before)} {above.text} " if before and above else ""
