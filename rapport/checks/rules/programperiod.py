"""En programperiod, en mandatperiod, en nationell plan eller ett val har år som det inte kan ha.

Varför: EU:s fonder har fasta programperioder, 2007–2013, 2014–2020 och 2021–2027, och regionens mandatperiod går från
ett valår till nästa. Allmänna val hölls 2018 och 2022 och hålls 2026; val till Europaparlamentet 2019, 2024 och 2029.
Fel år gör att läsaren inte vet vilket program som menas, eller tror att siffrorna gäller en del av perioden. Regeln
säger till om åren bara när meningen talar om EU:s fonder, en mandatperiod, ett val, länsplanen eller den nationella
planen för transportinfrastruktur (tolv år, nu 2026–2037) eller den nationella strategin för hållbar regional utveckling
i hela landet (2021–2030).
Landsbygdsprogrammet och Leader (2014–2022, 2023–2027) och regionens egna program har andra perioder.

Fel: Under programperioden 2021–2024 har regionalfonden bidragit till nio projekt.
Rätt: Under programperioden 2021–2027 har regionalfonden bidragit till nio projekt.

Fel: Nämnden har under mandatperioden 2022–2025 haft elva ledamöter.
Rätt: Nämnden har under mandatperioden 2022–2026 haft elva ledamöter.

Tillåt med skäl: tillåt: {programperiod: Så heter avtalet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.plans import plans
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "warning"
_PERIODS = ((2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027), (2028, 2034))
_ALSO = frozenset({(2014, 2022), (2023, 2027)})  # those of agriculture, which an answer may mean without saying so
_YEARS = r"\(?(?P<ord>(?P<a>20\d\d) ?[–-] ?(?P<b>20\d\d))(?!\d|[/:]\d)"
_PERIOD = re.compile(rf"\b(?:program|strukturfonds|fond)period(?:en|ens)?(?: för [\w+-]+)? {_YEARS}", re.IGNORECASE)
_PROGRAMME = re.compile(
    r"(?:\bInterreg [A-ZÅÄÖ][\w–-]+(?: [A-ZÅÄÖ]\w+)?|[Rr]egionalfonden|ERUF|\bESF(?:\+| ?[Pp]lus)?"
    r"|[Ss]ocialfonden(?:\+| plus)?|Horisont Europa|fondsprogrammet|Mellansverige|Norrland|Västsverige)"
    rf"(?: för(?: perioden)?)?,? {_YEARS}"
)
_OF_EU = re.compile(
    r"\bEU\b|EU:s|EU-|ERUF|\bESF|Interreg|regionalfond|socialfond|strukturfond|regionala utvecklingsfonden"
    r"|rättvis omställning|Horisont Europa|Mellansverige|Norrland|Västsverige",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"serviceprogram|landsbygdsprogram|strategi|livsmedel|klimat|landsbygdsutveckling|leader|jordbruk|kultur|länsplan|folkhälso",
    re.IGNORECASE,
)
_MANDATE = re.compile(rf"\bmandatperiod(?:en|ens)? {_YEARS}", re.IGNORECASE)
_OTHER_MANDATES = re.compile(
    r"EU|parlament|kommission|sameting|styrelse(?!n\b)|råd|myndighet|ordförandeskap", re.IGNORECASE
)
_ELECTION, _EVERY = 2022, 4
_VOTE = re.compile(
    r"\b(?:(?P<eu>(?:EU-|[Ee]uropaparlaments)valet)|(?:[Rr]iksdags|[Rr]egion|[Kk]ommunal?|[Ll]andstings)val(?:et|en)"
    r"|[Dd]e allmänna valen) (?:år |i september |hösten )?(?P<ord>20\d\d)(?![\d–-])"
)
_EUROPEAN, _EVERY_FIFTH = 2024, 5


@by_line
def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:  # noqa: ARG001
    """Yield one remark for each period that has years that none has."""
    if "20" not in svar.text:
        return
    for sentence in svar.meningar:
        yield from _programmes(svar, sentence)
        for match, message, right in plans(sentence.text):
            yield _remark(svar, sentence, match, message, right)
        for match in _MANDATE.finditer(sentence.text):
            right = _mandate(int(match["a"]), int(match["b"]))
            if right and not _OTHER_MANDATES.search(sentence.text):
                yield _remark(svar, sentence, match, f"Ingen mandatperiod är {match['ord']}.", right)
        for match in _VOTE.finditer(sentence.text):
            first, every = (_EUROPEAN, _EVERY_FIFTH) if match["eu"] else (_ELECTION, _EVERY)
            if over := (int(match["ord"]) - first) % every:
                before = int(match["ord"]) - over
                hit = Hit(svar, sentence.start + match.start(), sentence.start + match.end())
                yield hit.remark(f"{match['ord']} var det inget sådant val.", f"Menas {before} eller {before + every}?")


def _programmes(svar: Svar, sentence: Sentence) -> Iterator[Remark]:
    found = [(pattern, match) for pattern in (_PERIOD, _PROGRAMME) for match in pattern.finditer(sentence.text)]
    if found and not _OTHERS.search(sentence.text):
        is_of_eu = _OF_EU.search(sentence.text)
        for pattern, match in found:
            years = int(match["a"]), int(match["b"])
            right = _meant(*years)
            is_near = right is not None and abs(years[0] - right[0]) + abs(years[1] - right[1]) == 1
            is_meant = is_near or (pattern is _PERIOD and is_of_eu)
            if years not in {*_PERIODS, *_ALSO} and years[0] < years[1] and is_meant:
                yield _remark(svar, sentence, match, f"Ingen programperiod i EU:s fonder är {match['ord']}.", right)
                return


def _meant(first: int, last: int) -> tuple[int, int] | None:
    """Return the period that begins or ends in the same year."""
    return next((one for one in _PERIODS if one[0] == first or one[1] == last), None)


def _mandate(first: int, last: int) -> tuple[int, int] | None:
    """Return the right years of a period of office that ends wrong, where it begins in an election year or the next.

    Boards may have theirs from the turn of the year: 2023–2026.
    """
    since = (first - _ELECTION) % _EVERY
    if since > 1 or last == first + _EVERY - since or last <= first:
        return None
    return first, first + _EVERY - since


def _remark(
    svar: Svar, sentence: Sentence, match: re.Match[str], message: str, right: tuple[int, int] | None
) -> Remark:
    hit = Hit(svar, sentence.start + match.start("ord"), sentence.start + match.end("ord"))
    hint = f"Menas {right[0]}–{right[1]}?" if right else "Kontrollera åren."
    return hit.remark(message, hint)
