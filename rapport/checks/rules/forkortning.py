"""En förkortning förklaras inte första gången den används.

Varför: Läsaren i Regeringskansliet kan inte regionens alla förkortningar. Skriv ut namnet första gången i
redovisningen, med förkortningen inom parentes (Myndigheternas skrivregler). Vanliga förkortningar som EU och AI
behöver inte förklaras, och inte de som står under ordlista i rapport.yaml. Ett diarienummers bokstäver räknas inte, och
inte de som inleder ett längre namn (LIFE IP Sundvatten, KLS Granåker AB).

En okänd förkortning som bara står en gång är lika ofta ett företags eller ett projekts namn; den är bara en
upplysning.

Fel: Stödet beslutas i Nyps. Projekten inom NPA har startat.
Rätt: Projekten inom programmet Norra periferin och Arktis (NPA) har startat. Senare räcker NPA.

Tillåt med skäl: tillåt: {forkortning: NPA är programmets namn.}
"""

import re
from collections import Counter
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark, hits, svar_in_order
from rapport.checks.words import listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_PATTERN = (
    r"[A-ZÅÄÖ](?<![\w/&-].)(?:[A-ZÅÄÖ]{1,5}[+]?|(?<=N)yps|(?<=E)ruf|(?<=E)sf)(?!\w|/\d|[ -]?\d|-[A-ZÅÄÖ]|-rådet|&)"
)
_KNOWN = """
    EU EES FN USA UK IT AI TV PDF AB HB BNP VD GD ID SMS GPS CV DNA HR PR IP OS FAQ CSR OK NATO EM VM OBS PS
    SJ SAS SVT SR IKEA ABB SISU KTH ALMI LKAB SSAB SCA UNESCO OECD WHO RISE LRF ABF LO TCO PRO SPF MÄN HSB ICA PM
    SEK EUR MSEK TSEK KSEK MKR TKR KR
    II III IV VI VII VIII IX XI XII XX XXX XXXX TODO TBD FIXME
    """
# What the field shortens and has no name in: one time is enough to warn.
_FIELD = frozenset(
    listed(
        "BRMS BRP DIGG ERUF ESF ESV FA FRO FTI JTF MSB NKI NPA NSPA NSÖ NUTS NYPS Nyps Eruf Esf PTS RSO RSP RTP RUN "
        "RUP RUS SCB SFI SGU SKR SLU SMHI TVV UF VGR YH ÅVS"
    )
)
_BEFORE, _AFTER = 120, 90
# What makes an acronym the first part of a longer name, which is not spelled out.
_NAME = r" (?:[A-ZÅÄÖ]{2,6} )?(?:[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]-[A-ZÅÄÖ][a-zåäö]|AB\b)"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield the first use of each acronym that is not spelled out there."""
    seen = {*_KNOWN.split()} | {word for entry in underlag.redovisning.ordlista for word in entry.split()}
    found = [hit for svar in svar_in_order(underlag) for hit in _acronyms(svar)]
    times = Counter(hit.excerpt for hit in found)
    for hit in found:
        if hit.excerpt.rstrip("+") in seen or hit.excerpt in seen or re.compile(_NAME).match(hit.svar.text, hit.end):
            continue
        seen.add(hit.excerpt)
        if not _is_spelled_out(hit):
            message = f"Förkortningen ”{hit.excerpt}” används utan att förklaras."
            hint = f"Skriv ut namnet första gången, med ({hit.excerpt}) efter."
            is_term = hit.excerpt.rstrip("+") in _FIELD or times[hit.excerpt] > 1
            yield hit.remark(message, hint, severity=None if is_term else "info")


def _acronyms(svar: Svar) -> tuple[Hit, ...]:
    return svar.remember(("forkortning",), lambda: tuple(hits(svar, _PATTERN)))


def _is_spelled_out(hit: Hit) -> bool:
    text = hit.svar.text
    before, after = text[max(0, hit.start - _BEFORE) : hit.start], text[hit.end : hit.end + _AFTER]
    if before.endswith("(") and re.match(r"(?:-[a-zåäö]{2,20})?[),;]", after):
        return True
    explained = re.match(r" \(([^)]+)\)|, ([^,.]+)[,.]", after)
    if explained and explained[1] and explained[1][0].lower() == hit.excerpt[0].lower() and " " in explained[1]:
        return True  # as in IFS (Internationella företagarföreningen), whose letters are another language's
    return _has_letters(hit.excerpt, before[-80:] if before.endswith(", ") else "") or bool(
        explained and _has_letters(hit.excerpt, explained[1] or explained[2])
    )


def _has_letters(acronym: str, words: str) -> bool:
    """Whether an acronym's letters stand in some words in order, the first of them beginning a word."""
    letters = [re.escape(letter) for letter in acronym.lower() if letter.isalpha()]
    return bool(re.search(rf"\b{'.*?'.join(letters)}", words.lower()))
