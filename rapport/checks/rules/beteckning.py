"""Samma sak skrivs på flera sätt.

Varför: Ett begrepp ska heta likadant i hela redovisningen. Annars undrar läsaren om det är två olika saker
(Myndigheternas skrivregler). Regeln ser olika stor och liten bokstav, bindestreck som kommer och går, och ”anslag 1:1”
mot ”1:1-anslaget”. Ordet först i en mening, i citat och i namn räknas inte.

Fel: Det regionala serviceprogrammet antogs. Arbetet med Regionala Serviceprogrammet fortsätter.
Rätt: Det regionala serviceprogrammet antogs. Arbetet med regionala serviceprogrammet fortsätter.

Tillåt med skäl: tillåt: {beteckning: Så står det i lagen.}
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from rapport.checks.rule import Hit, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity

SEVERITY: Severity = "warning"
_TITLE = 5
# Words shorter than nine letters are too often both a name and a common word: Region and region.
_CAPITAL = re.compile(r"(?<=[a-zåäö,)] )[A-ZÅÄÖ](?:[a-zåäö]{4,} [A-ZÅÄÖ]?[a-zåäö]{8,}|[a-zåäö]{8,})\b(?!-)")
_NAMED = re.compile(
    r"(?:mål(?:et|en)?|prioritering(?:en|ar|arna)?|program(?:met)?|projekt(?:et)?|plan(?:en)?|områd(?:e|et)|rapport(?:en)?"
    r"|insats(?:en)?|strategi(?:n)?|tema(?:t)?|rubrik(?:en)?|begrepp(?:et)?|seminari(?:um|et)|kurs(?:en)?|nätverk(?:et)?"
    r"|kallad|kallas|heter|[A-ZÅÄÖ]\w*) $"
)
_NAME_GOES_ON = re.compile(r" (?:[A-ZÅÄÖ0-9]|(?:i|för|av|på|vid|om) [A-ZÅÄÖ])")
_HYPHEN = re.compile(r"\b(\w{3,})(-?) ((?:och|eller|samt) \w{4,}(?: \w{8,})?)")
_NUMBERED = re.compile(r"\b(\w*[a-zåäöA-ZÅÄÖ]{5}\w*) (\d:\d)\b|\b(\d:\d)-(\w{5,})")
Groups = dict[str, dict[str, list[Hit]]]


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield one finding for each thing with several spellings, at the rarest, with the others."""
    answers = list(svar_in_order(underlag))
    groups: Groups = defaultdict(lambda: defaultdict(list))
    _casing(answers, groups)
    _hyphens(answers, groups)
    _numbered(answers, groups)
    for variants in groups.values():
        if len(variants) > 1:
            yield _finding(variants)


def _casing(answers: list[tuple[int, Svar]], groups: Groups) -> None:
    """Collect the words that stand with a capital inside a sentence and without one elsewhere."""
    for omrade, svar in answers:
        for match in _CAPITAL.finditer(svar.text):
            if not _is_name(svar.text, match):
                groups[match[0].lower()][match[0]].append(Hit(omrade, svar, *match.span()))
    for key, variants in groups.items():
        pattern = re.compile(rf"\b{key}\b")
        for omrade, svar in answers:
            if key in svar.text:
                variants[key] += [Hit(omrade, svar, *match.span()) for match in pattern.finditer(svar.text)]
    for key, variants in groups.items():
        if not variants[key] or _is_title(variants):
            del variants[key]


def _is_title(variants: dict[str, list[Hit]]) -> bool:
    """Whether a single word with a capital is so rare beside the common one that it must be somebody's title."""
    common = [len(places) for word, places in variants.items() if word.islower()]
    named = [len(places) for word, places in variants.items() if not word.islower() and " " not in word]
    return bool(named) and sum(common) > _TITLE * sum(named)


def _is_name(text: str, match: re.Match[str]) -> bool:
    is_quoted = text.count("”", 0, match.start()) % 2 == 1
    before = text[max(0, match.start() - 20) : match.start()]
    return is_quoted or bool(_NAMED.search(before)) or bool(_NAME_GOES_ON.match(text[match.end() :]))


def _hyphens(answers: list[tuple[int, Svar]], groups: Groups) -> None:
    for omrade, svar in answers:
        for match in _HYPHEN.finditer(svar.text):
            key = f"{match[1]} {match[3]}".lower()
            groups[f"- {key}"][f"{match[1].lower()}{match[2]} {match[3].lower()}"].append(
                Hit(omrade, svar, *match.span())
            )


def _numbered(answers: list[tuple[int, Svar]], groups: Groups) -> None:
    """Collect a numbered thing with its number after it, "anslag 1:1", and before it, "1:1-anslaget"."""
    for omrade, svar in answers:
        for match in _NUMBERED.finditer(svar.text):
            word, number = match[1] or match[4], match[2] or match[3]
            shown = f"{word[-6:].lower().removesuffix('et')[:6]} {number}" if match[1] else f"{number}-{word}"
            groups[f": {number}"][shown].append(Hit(omrade, svar, *match.span()))


def _finding(variants: dict[str, list[Hit]]) -> Finding:
    by_number = sorted(variants.values(), key=len)
    here = by_number[0][0]
    shown = ", ".join(f"”{places[0].excerpt}” ({len(places)})" for places in reversed(by_number))
    hint = "Välj ett sätt och använd det i hela redovisningen."
    others = [places[0].related for places in by_number[1:]]
    return here.finding("beteckning", SEVERITY, f"Samma sak skrivs på flera sätt: {shown}.", hint, related=others)
