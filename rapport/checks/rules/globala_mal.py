"""Ett mål i Agenda 2030 har fel nummer eller namn, eller målen är fel till antalet.

Varför: Agenda 2030 har 17 mål och 169 delmål, vart och ett med sitt nummer och namn. Ett mål med ett annats nummer gör
att läsaren inte vet vilket som menas. Regeln säger till bara där texten talar om Agenda 2030 och målets namn står
tätt intill numret. Regionens egna mål har andra nummer; dem säger den inget om. Källa: FN:s mål så som regeringen
namnger dem på svenska.

Fel: Insatsen bidrar till Agenda 2030, mål 8 (Jämställdhet).
Rätt: Insatsen bidrar till Agenda 2030, mål 5 (Jämställdhet).

Tillåt med skäl: tillåt: {globala-mal: Målen är strategins egna.}
"""

import re
from collections.abc import Iterator
from functools import cache

from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.globala_mal import DELMAL, MAL
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_SIGNS = ("Agenda 20", "globala mål", "Globala mål", "globala hållbarhetsmål", "SDG")
_ABOUT = re.compile(r"Agenda 20\d\d|[Gg]lobala (?:hållbarhets)?mål|\bSDG")
_NUMBER = r"(?P<ord>(?:\b[Mm]ål|\bSDG|\b[Gg]lobala mål(?:et)?)(?: nr| nummer)? (?P<nr>\d{1,2}))(?![\d.:]\d|\d)"
_OF_OTHERS = re.compile(r"(?i) (?:i|ur|av) (?!agenda|de globala|fn)")
_ANAGRAMS = r"\bAgenda (?:2023|2003|3020|2033|2020|2300)\b"
_HAS = r"(?:s|:s| har|,? med| består av| omfattar)"
_MANY = (
    (r"\b(?:de|[Dd]e alla|alla|samtliga) (?P<ord>\d\d|[a-zåäö]+) (?:globala (?:hållbarhets)?målen|SDG)\b", len(MAL)),
    (rf"\bAgenda 2030{_HAS}? (?:de )?(?P<ord>\d\d|[a-zåäö]+) (?:globala )?(?:mål|målen)\b", len(MAL)),
    (r"\b(?P<ord>1[5-7]\d) delmål", DELMAL),
)
_WORDS = {"fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20}
_NEAR = 4  # another number than one as near as this may be those that somebody chose


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield each goal that has another's number or name, and each number of goals that is not theirs."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for hit in hits(svar, _ANAGRAMS):
        yield hit.remark(f"”{hit.excerpt}” finns inte.", "Menas Agenda 2030?")
    for pattern, right in _MANY:
        for hit in hits(svar, pattern):
            number = int(hit.excerpt) if hit.excerpt.isdigit() else _WORDS.get(hit.excerpt, right)
            if number != right and (right == DELMAL or abs(number - right) < _NEAR):
                yield hit.remark(
                    f"Agenda 2030 har {right} {'delmål' if right == DELMAL else 'mål'}, inte {number}.",
                    "Kontrollera antalet.",
                )
    for match in re.finditer(_NUMBER, svar.text):
        yield from _goal(svar, match)


def _goal(svar: Svar, match: re.Match[str]) -> Iterator[Remark]:
    """Yield a remark where a number is none of the goals', or is followed by the name of another goal."""
    if not _is_theirs(svar, match):
        return
    number, hit = int(match["nr"]), Hit(svar, *match.span("ord"))
    named = _named().match(svar.text, match.end())
    if number not in MAL:
        if re.match(r" i Agenda 2030", svar.text[match.end() :]):
            yield hit.remark(f"Agenda 2030 har inget mål {number}.", f"Målen är 1–{len(MAL)}.")
    elif named and (right := _number(named["namn"])) != number:
        message = f"Mål {number} i Agenda 2030 är {MAL[number][0]}, inte {MAL[right][0]}."
        yield hit.remark(message, f"Menas mål {right}?")


def _is_theirs(svar: Svar, match: re.Match[str]) -> bool:
    """Whether a goal is Agenda 2030's: named so before it in its line or its list, and not said to be another's."""
    if _OF_OTHERS.match(svar.text, match.end()):
        return False
    return "SDG" in match[0] or "lobala" in match[0] or bool(_ABOUT.search(svar.text[: match.end() + 20]))


def _number(name: str) -> int:
    return next(number for number, names in MAL.items() if name.lower() in map(str.lower, names))


@cache
def _named() -> re.Pattern[str]:
    names = sorted((name for names in MAL.values() for name in names), key=len, reverse=True)
    return re.compile(rf"(?:[,:]? \(?|: ?| [–-] | om |, om )(?P<namn>{'|'.join(names)})(?!\w)", re.IGNORECASE)
