"""En förkortning förklaras inte första gången den används.

Varför: Läsaren i Regeringskansliet kan inte regionens alla förkortningar. Skriv ut namnet första gången i
redovisningens löpande text, med förkortningen inom parentes (Myndigheternas skrivregler); står den först i en rubrik
eller en tabell räcker det att den förklaras sedan. Vanliga förkortningar som EU och AI behöver inte förklaras, och inte
de som står under ordlista i rapport.yaml. Ett diarienummers bokstäver räknas inte, och inte de som inleder ett längre
namn (LIFE IP Sundvatten, KLS Granåker AB).

En förkortning är ofta ett namn, eller känd av läsaren: det här är bara en upplysning.

Fel: Stödet beslutas i Nyps. Projekten inom NPA har startat.
Rätt: Projekten inom programmet Norra periferin och Arktis (NPA) har startat. Senare räcker NPA.

Tillåt med skäl: tillåt: {forkortning: NPA är programmets namn.}
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rapport.checks.bodies.acronyms import is_spelled_out
from rapport.checks.passages import passages_of
from rapport.checks.rule import Hit, Remark, hits, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "info"
_PATTERN = (
    r"[A-ZÅÄÖ](?<![\w/&-].)(?:[A-ZÅÄÖ]{1,5}[+]?|(?<=N)yps|(?<=E)ruf|(?<=E)sf)(?!\w|/\d|[ -]?\d|-[A-ZÅÄÖ]|-rådet|&)"
)
_KNOWN = """
    EU EES FN USA UK IT AI TV PDF AB HB BNP VD GD ID SMS GPS CV DNA HR PR IP OS FAQ CSR OK NATO EM VM OBS PS
    SJ SAS SVT SR IKEA ABB SISU KTH ALMI LKAB SSAB SCA UNESCO OECD WHO RISE LRF ABF LO TCO PRO SPF MÄN HSB ICA PM
    SEK EUR MSEK TSEK KSEK MKR TKR KR
    UD WTO RFSU IMF EFTA NASA KOM COM SMHI GDPR COVID LEADER SOU SFS JO JK GIS ISO CE ROT RUT USB LED FIFA UEFA SMF
    II III IV VI VII VIII IX XI XII XX XXX XXXX TODO TBD FIXME
    """
# What makes an acronym the first part of a longer name, which is not spelled out.
_NAME = r" (?:[A-ZÅÄÖ]{2,6} )?(?:[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]-[A-ZÅÄÖ][a-zåäö]|AB\b)"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield the first use of each acronym that is not spelled out there."""
    known = {*_KNOWN.split()} | {word for entry in underlag.redovisning.ordlista for word in entry.split()}
    uses: dict[str, list[Hit]] = {}
    for svar in svar_in_order(underlag):
        for hit in _acronyms(svar):
            if not (hit.excerpt.rstrip("+") in known or hit.excerpt in known):
                uses.setdefault(hit.excerpt.rstrip("+"), []).append(hit)
    for hits_of_one in uses.values():
        yield from _unexplained(hits_of_one)


def _unexplained(uses: list[Hit]) -> Iterator[Remark]:
    """Yield the first use of one acronym in running text, where none of its uses up to there spells it out."""
    first = next((number for number, hit in enumerate(uses) if not _is_heading(hit)), 0)
    if any(is_spelled_out(hit) for hit in uses[: first + 1]):
        return
    hit = uses[first]
    later = next((other for other in uses[first + 1 :] if is_spelled_out(other)), None)
    message = f"Förkortningen ”{hit.excerpt}” används utan att förklaras."
    hint = f"Skriv ut namnet första gången, med ({hit.excerpt}) efter."
    if later:
        where = "längre ned i svaret" if later.svar is hit.svar else f"i {later.svar.fraga}"
        message = f"Förkortningen ”{hit.excerpt}” används här men förklaras först {where}."
    yield hit.remark(message, hint, related=[later] if later else ())


def _acronyms(svar: Svar) -> tuple[Hit, ...]:
    """Return the acronyms of an answer, but for those that begin a longer name."""
    return svar.remember(("forkortning",), lambda: tuple(h for h in hits(svar, _PATTERN) if not _begins_a_name(h)))


def _begins_a_name(hit: Hit) -> bool:
    return bool(re.compile(_NAME).match(hit.svar.text, hit.end))


def _is_heading(hit: Hit) -> bool:
    """Whether an acronym stands in a heading or a table, where nothing is spelled out."""
    starts = [passage.start for passage in passages_of(hit.svar)]
    passage = passages_of(hit.svar)[bisect_right(starts, hit.start) - 1]
    return passage.is_bold or passage.kind == "cell"
