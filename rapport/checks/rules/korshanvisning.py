"""En hänvisning pekar på något som inte finns.

Varför: Läsaren av 5.2 har kanske inte läst 5.1. ”Se 3.9” när frågan inte finns, ”se 2.4” när svaret är tomt, en
hänvisning till det egna svaret och ”som beskrivits ovan” när inget står ovanför leder ingenstans. ”Hänvisas till” en
handling utan diarienummer eller länk gör det inte heller.

Fel: Projektet har beskrivits ovan. (det beskrivs i ett annat svar)
Rätt: Projektet beskrivs i svaret på fråga 5.1c.

Tillåt med skäl: tillåt: {korshanvisning: Handlingen bifogas.}
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapport.checks.rule import Hit, hits, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_ID = r"\d{1,2}\.\d{1,2}[a-h]?"
_NUMBER = re.compile(
    rf"\b(?:[Ff]råg(?:a|an|or|orna)|[Ss]e(?: även| också)?|[Ss]varet (?:på|i|under)|[Aa]vsnitt|[Pp]unkt"
    r"|[Bb]eskr(?:ivs|ivits|ivet|evs|ivna) (?:i|under)|(?:nämn|redovisa)(?:s|ts|des|t|de|da|d) (?:i|under))"
    rf" (?:fråga |svaret på |svaret i )?(?P<ord>{_ID}(?: ?[-–] ?{_ID}|(?:, {_ID})* (?:och|eller) {_ID})?)"
    r"(?!\d|\.\d| ?%| procent| m)"
)
_AWAY = re.compile(r"\b(?P<ord>[Hh]änvis(?:as|ar|ning)(?: \w+)? till)\b")
_LEADS = re.compile(
    rf"{_ID}|\d/\d{{4}}|\b[A-ZÅÄÖ]{{1,4}} ?\d{{2,4}}[/:-]\d|https?:|www\.|\bbilaga|\b(?:[Ff]örordning|[Ll]ag)"
)
_ABOVE = re.compile(r"\b[Oo]van(?:stående|nämnd\w*)?\b(?! (?:för|på)\b)")
_NOUN = re.compile(r"\b[^\W\d_]{4,}")
_EMPTY_WORDS = re.compile(
    r"beskriv|nämn|redovis|angiv|ange|samtlig|också|även|respektive|enligt|ligger|detta|dessa|kunna|direkt|exempel"
    r"|sett|följ"
)
_STEM = 6


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every reference that leads nowhere."""
    yield from _numbers(underlag)
    for omrade, svar in svar_in_order(underlag):
        for sentence in svar.meningar:
            if match := _AWAY.search(sentence.text):
                rest = sentence.text[match.end() :]
                if not _LEADS.search(rest) and not _links(svar, rest):
                    hit = Hit(omrade, svar, sentence.start + match.start(), sentence.end)
                    message = f"Det framgår inte var läsaren hittar det som ”{match[0]}” gäller."
                    hint = "Ange diarienummer, en länk eller frågans nummer, eller skriv svaret här."
                    yield hit.finding("korshanvisning", SEVERITY, message, hint)
            yield from _above(underlag, omrade, svar, sentence.start, sentence.text)


def _links(svar: Svar, words: str) -> bool:
    from rapport.prose.blocks import Text, passages

    return any(isinstance(i, Text) and i.href and i.text in words for passage in passages(svar.blocks) for i in passage)


def _numbers(underlag: Underlag) -> Iterator[Finding]:
    known = set(underlag.mall.fraga_by_id) | {o.id for a in underlag.mall.omraden for o in a.fragor_i_formularet}
    for hit in hits(underlag, _NUMBER):
        named = re.findall(_ID, hit.excerpt)
        is_range = len(named) == 2 and re.search("[-–]", hit.excerpt)  # noqa: PLR2004 - from, to
        for fraga in named:
            answered = [
                svar
                for name, svar in underlag.svar_by_fraga.items()
                if name.rstrip("abcdefgh") == fraga or name == fraga
            ]
            if fraga not in known:
                message, hint = f"Fråga {fraga} finns inte i formuläret.", "Kontrollera numret."
            elif fraga == hit.svar.fraga and not is_range:
                message, hint = f"Svaret på {fraga} hänvisar till sig självt.", "Ange den fråga som menas."
            elif not any(svar.blocks or svar.kryss for svar in answered):
                message, hint = (
                    f"Hänvisningen går till {fraga}, som saknar svar.",
                    "Besvara den, eller ta bort hänvisningen.",
                )
            else:
                continue
            yield hit.finding("korshanvisning", SEVERITY, message, hint)
            break


def _above(underlag: Underlag, omrade: int, svar: Svar, start: int, sentence: str) -> Iterator[Finding]:
    """Yield a finding for each "ovan" when nothing of what it is about stands above it in the same answer."""
    for match in _ABOVE.finditer(sentence):
        things = _things(sentence, match)
        before = (_just_above(underlag, svar) + svar.text[:start]).lower()
        if any(thing.lower()[:_STEM] in before for thing in things) or (not things and before):
            continue
        elsewhere = [other.fraga for other in _nearest(underlag, svar) if _names(other.text, things)]
        hint = "Skriv numret på frågan i stället" + (
            f"; det nämns i {' och '.join(elsewhere[:2])}." if elsewhere else "."
        )
        message = f"”{match[0]}” pekar på något som inte står tidigare i svaret."
        yield Hit(omrade, svar, start + match.start(), start + match.end()).finding(
            "korshanvisning", SEVERITY, message, hint
        )


def _just_above(underlag: Underlag, svar: Svar) -> str:
    """Return what the reader has just read: the question before in the same area, and its answer."""
    fragor = underlag.mall.omrade_of(svar.fraga).fragor
    before = next((one for one, this in pairwise(fragor) if this.id == svar.fraga), None)
    above = underlag.svar_by_fraga.get(before.id) if before else None
    return f"{underlag.mall.full_text(before)} {above.text} " if before and above else ""


def _nearest(underlag: Underlag, svar: Svar) -> list[Svar]:
    """Return the other answers: those before this one, the nearest first, then those after it."""
    order = [other for _, other in svar_in_order(underlag)]
    at = order.index(svar)
    return [*reversed(order[:at]), *order[at + 1 :]]


def _names(text: str, things: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(thing[:_STEM])}", text, re.IGNORECASE) for thing in things)


def _things(sentence: str, match: re.Match[str]) -> list[str]:
    """Return the words that say what stands above: those that follow, or the nearest names or long words before."""
    if match.end() - match.start() > len("ovan") or sentence[match.end() :].startswith((" nämn", " beskriv", " angiv")):
        return [word for word in _NOUN.findall(sentence[match.end() :]) if not _EMPTY_WORDS.match(word.lower())][:2]
    before = sentence[: match.start()]
    names = re.findall(r"(?<=[\w,] )[A-ZÅÄÖ]\w{3,}", before)
    words = [word for word in _NOUN.findall(before) if not _EMPTY_WORDS.match(word.lower()) and len(word) >= _STEM]
    return names[-2:] or words[-1:]
