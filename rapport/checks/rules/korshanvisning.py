"""En hänvisning pekar på något som inte finns.

Varför: Läsaren av 5.2 har kanske inte läst 5.1. ”Se 3.9” när frågan inte finns, ”se 2.4” när svaret är tomt, en
hänvisning till det egna svaret och ”som beskrivits ovan” när inget står ovanför leder ingenstans. ”Hänvisas till” en
handling utan diarienummer eller länk gör det inte heller.

Fel: Projektet har beskrivits ovan. (det beskrivs i ett annat svar)
Rätt: Projektet beskrivs i svaret på fråga 5.1c.

Tillåt med skäl: tillåt: {korshanvisning: Handlingen bifogas.}
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from rapport.checks.rule import Hit, Remark, hits, svar_in_order
from rapport.domain.mall import Fraga, Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.prose.blocks import Text, passages

SEVERITY: Severity = "warning"
# What leads to a question, and what shows that a number behind it is no question's.
_TO = (
    r"\b(?:[Ff]råg(?:a|an|or|orna)|[Ss]e(?: även| också)?|[Ss]varet (?:på|i|under)|[Aa]vsnitt|[Pp]unkt"
    r"|[Bb]eskr(?:ivs|ivits|ivet|evs|ivna) (?:i|under)|(?:nämn|redovisa)(?:s|ts|des|t|de|da|d) (?:i|under))"
    r" (?:fråga |svaret på |svaret i )?"
)
_NO_QUESTION = r"(?!\d|\.\d| ?%| procent| m)"
_AWAY = re.compile(r"\b(?P<ord>[Hh]änvis(?:as|ar|ning)(?: \w+)? till)\b")
_LEADS = r"\d/\d{4}|\b[A-ZÅÄÖ]{1,4} ?\d{2,4}[/:-]\d|https?:|www\.|\bbilaga|\b(?:[Ff]örordning|[Ll]ag)"
_ABOVE = re.compile(r"\b[Oo]van(?:stående|nämnd\w*)?\b(?! (?:för|på)\b)")
_NOUN = re.compile(r"\b[^\W\d_]{4,}")
_EMPTY_WORDS = re.compile(
    r"beskriv|nämn|redovis|angiv|ange|samtlig|också|även|respektive|enligt|ligger|detta|dessa|kunna|direkt|exempel"
    r"|sett|följ"
)
_STEM = 6


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference to some questions, and where it stands."""

    start: int
    end: int
    named: tuple[str, ...]
    is_range: bool


@dataclass(frozen=True, slots=True)
class _Above:
    """An "ovan" whose things do not stand above it in its own answer: where, and what it is about, if that is said."""

    start: int
    end: int
    things: tuple[str, ...]


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every reference that leads nowhere."""
    parts = _parts_by_id(underlag.mall)
    order = list(svar_in_order(underlag))
    for number, svar in enumerate(order):
        references, away, aboves = _found(svar, tuple(parts))
        for reference in references:
            yield from _reference(underlag, parts, svar, reference)
        yield from away
        for above in aboves:
            yield from _above(underlag, svar, above, [*reversed(order[:number]), *order[number + 1 :]])


def _found(svar: Svar, ids: tuple[str, ...]) -> tuple[list[_Reference], list[Remark], list[_Above]]:
    """Return what an answer refers to, as far as it says so itself in a form with these questions."""
    return svar.remember(
        ("korshanvisning", ids), lambda: (list(_references(svar, ids)), list(_away(svar, ids)), list(_aboves(svar)))
    )


def _parts_by_id(mall: Mall) -> dict[str, tuple[str, ...]]:
    """Return every question's id in the form, those of headings too, with the questions that take its answer."""
    in_form = _with_parts(fraga for omrade in mall.omraden for fraga in omrade.fragor_i_formularet)
    return {fraga.id: tuple(part.id for part in _with_parts([fraga]) if not part.delfragor) for fraga in in_form}


def _with_parts(fragor: Iterable[Fraga]) -> Iterator[Fraga]:
    for fraga in fragor:
        yield fraga
        yield from _with_parts(fraga.delfragor)


@lru_cache(maxsize=8)
def _id(ids: tuple[str, ...]) -> str:
    """Return the pattern of a question's id in a form with these: one that it has not is known by its likeness."""
    shapes = sorted({_shape(one) for one in ids}, key=len, reverse=True)
    return f"(?:{'|'.join(shapes)})"


def _shape(fraga: str) -> str:
    """Return the pattern of all ids like one: with other numbers and letters, but the same signs."""
    shape = re.sub(r"\d+", "9", re.sub(r"[^\W\d_]", lambda letter: "A" if letter[0].isupper() else "a", fraga))
    kinds = {"9": r"\d{1,2}", "A": "[A-ZÅÄÖ]", "a": r"[a-zåäö](?![^\W_])"}
    return "".join(kinds.get(sign, re.escape(sign)) for sign in shape)


def _references(svar: Svar, ids: tuple[str, ...]) -> Iterator[_Reference]:
    one = _id(ids)
    some = rf"{one}(?: ?[-–] ?{one}|(?:, {one})* (?:och|eller) {one})?"
    for hit in hits(svar, re.compile(f"{_TO}(?P<ord>{some}){_NO_QUESTION}")):
        first, *others = re.findall(one, hit.excerpt)
        is_range = hit.excerpt[len(first) :].lstrip().startswith(("-", "–"))
        yield _Reference(hit.start, hit.end, (first, *others), is_range)


def _reference(
    underlag: Underlag, parts: dict[str, tuple[str, ...]], svar: Svar, reference: _Reference
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
        if match := _AWAY.search(sentence.text):
            rest = sentence.text[match.end() :]
            if not re.search(f"{_id(ids)}|{_LEADS}", rest) and not _links(svar, rest):
                message = f"Det framgår inte var läsaren hittar det som ”{match[0]}” gäller."
                hint = "Ange diarienummer, en länk eller frågans nummer, eller skriv svaret här."
                yield Hit(svar, sentence.start + match.start(), sentence.end).remark(message, hint)


def _links(svar: Svar, words: str) -> bool:
    return any(isinstance(i, Text) and i.href and i.text in words for passage in passages(svar.blocks) for i in passage)


def _aboves(svar: Svar) -> Iterator[_Above]:
    """Yield each "ovan" that the answer itself does not explain."""
    if "van" not in svar.text:
        return
    for sentence in svar.meningar:
        for match in _ABOVE.finditer(sentence.text):
            things = _things(sentence.text, match)
            before = svar.text[: sentence.start].lower()
            if not _is_named(things, before):
                yield _Above(sentence.start + match.start(), sentence.start + match.end(), things)


def _is_named(things: tuple[str, ...], before: str) -> bool:
    """Whether what stands before names what an "ovan" is about; anything does where that is not said."""
    return any(thing.lower()[:_STEM] in before for thing in things) or (not things and bool(before))


def _above(underlag: Underlag, svar: Svar, above: _Above, nearest: list[Svar]) -> Iterator[Remark]:
    """Yield a remark when nothing of what an "ovan" is about stands just above the answer either."""
    if _is_named(above.things, _just_above(underlag, svar).lower()):
        return
    elsewhere = " och ".join(islice((other.fraga for other in nearest if _names(other, above.things)), 2))
    hint = "Skriv numret på frågan i stället" + (f"; det nämns i {elsewhere}." if elsewhere else ".")
    hit = Hit(svar, above.start, above.end)
    yield hit.remark(f"”{hit.excerpt}” pekar på något som inte står tidigare i svaret.", hint)


def _just_above(underlag: Underlag, svar: Svar) -> str:
    """Return what the reader has just read: the question before in the same area, and its answer."""
    fragor = underlag.mall.omrade_of(svar.fraga).fragor
    before = next((one for one, this in pairwise(fragor) if this.id == svar.fraga), None)
    above = underlag.svar_by_fraga.get(before.id) if before else None
    return f"{underlag.mall.full_text(before)} {above.text} " if before and above else ""


def _names(svar: Svar, things: tuple[str, ...]) -> bool:
    """Whether an answer names one of some things."""
    lower = svar.remember(("korshanvisning", "gemener"), svar.text.lower)
    stems = (thing[:_STEM].lower() for thing in things)
    return any(stem in lower and re.search(rf"\b{re.escape(stem)}", lower) for stem in stems)


def _things(sentence: str, match: re.Match[str]) -> tuple[str, ...]:
    """Return the words that say what stands above: those that follow, or the nearest names or long words before."""
    if match.end() - match.start() > len("ovan") or sentence[match.end() :].startswith((" nämn", " beskriv", " angiv")):
        after = (word for word in _NOUN.findall(sentence[match.end() :]) if not _EMPTY_WORDS.match(word.lower()))
        return tuple(after)[:2]
    before = sentence[: match.start()]
    names = re.findall(r"(?<=[\w,] )[A-ZÅÄÖ]\w{3,}", before)
    words = [word for word in _NOUN.findall(before) if not _EMPTY_WORDS.match(word.lower()) and len(word) >= _STEM]
    return tuple(names[-2:] or words[-1:])
