"""Sections of the acts that every report builds on, cited for what stands in another section of the same act.

Source: förordning (2024:99), lag (2010:630) and förordning (2017:583) as read in Svensk författningssamling. Only what
one section alone says is held against them; a section that we have not read may say anything.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapport.checks.law.acts import Cited
from rapport.checks.rule import Hit
from rapport.checks.time.past import sentence_of
from rapport.domain.svar import Svar

# number | section | what it alone says, as answers put it
_SAYS = r"""
2024:99  | 4  | \b(?:den )?21 februari\b|[Aa]nvisning\w* från Tillväxtverket|Tillväxtverkets anvisning\w*
2024:99  | 5  | \bomställningsplan\w*|\bmål\w* i (?:programm\w+ för )?(?:ERUF|[Ee]uropeiska regionala)
2024:99  | 6  | [Mm]ålet för den regionala utvecklingspolitiken
2024:99  | 8  | \blikvärdiga möjligheter\b|\binnovation och förnyelse\b|\bentreprenörskap och företagande\b
2024:99  | 9  | \b[Bb]eslut(?:en)? om medel\b|\b[Mm]edelsanvändning\w*|\b[Ff]ördelning(?:en)? av medel\b
2024:99  | 10 | (?<!\bi )\b[Ss]amverka(?:n)? med (?:länets )?kommun\w*|(?<!\bi )\b[Ss]amråd\w* med\b
2024:99  | 11 | \b[Ee]rfarenheter(?:na)? och kunskap\w*|\b[Aa]nalyser(?:na)?, (?:uppföljning|utvärdering)\w*
2010:630 | 5  | \bfölj(?:a|er) upp\b|\butvärder(?:a|as|ar)\b|\bfastställ\w+ en strategi|\bredovisa resultat\w*
2010:630 | 8  | (?<!\bi )\b[Ss]amverka(?:n|r)? med (?:länets |berörda )?(?:kommun|länsstyrelse|statlig)\w*
2010:630 | 9  | (?<!\bi )\b[Ss]amråd\w* med (?:länets |berörda |det )?(?:organisation|näringsliv|civil)\w*
2017:583 | 12 | \b(?:en|minst en) gång (?:per|varje|under) mandatperiod\w*
2017:583 | 15 | \b[Uu]rval(?:et)? av (?:projekt|insatser)|\bväljer? ut insatser
2017:583 | 16 | \blöpande, systematisk\w*|\bsystematiskt och långsiktigt
"""
_WHOLE = {"2024:99": frozenset({7})}  # what sums up all the others
_ASIDE = re.compile(r", (?:som|vilket|vilken|där|när|vars) [^,]*,")
_JOINT = re.compile(r"; |, (?:och|medan|men|samt|så) |(?<=\w) och (?=enligt \d)")
_SECTION = re.compile(r"\d ?[a-f]? ?§")
_DAY = re.compile(
    r"\bsenast (?:den )?(?P<ord>\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december))\b"
)
_DAY_OF_REPORT = "21 februari"


class Elsewhere(NamedTuple):
    """A section that is cited for what another says: where it stands, the words, and the right one."""

    hit: Hit
    words: str
    right: int


def elsewhere(svar: Svar, cited: Cited) -> Elsewhere | None:
    """Return the section that a sentence with one act and one section of it should have cited."""
    if len(cited.paragrafer) != 1 or cited.kapitel or cited.nummer not in _says():
        return None
    hit = Hit(svar, *cited.sections)
    text = _ASIDE.sub(" ", _clause_of(hit))
    ours = cited.paragrafer[0]
    if len(_SECTION.findall(text)) != 1 or ours in _WHOLE.get(cited.nummer, ()):
        return _of_day(hit, text, cited.nummer, ours)
    found = {section: match for section, pattern in _says()[cited.nummer] if (match := pattern.search(text))}
    if len(found) != 1 or ours in found:
        return None
    [(right, match)] = found.items()
    return Elsewhere(hit, match[0], right)


def _clause_of(hit: Hit) -> str:
    """Return the part of a sentence that a section is cited in, where its parts are set off and joined."""
    sentence = sentence_of(hit)
    at = hit.start - sentence.start
    ends = [match.span() for match in _JOINT.finditer(sentence.text)]
    first = max((end for _, end in ends if end <= at), default=0)
    last = min((start for start, _ in ends if start >= at), default=len(sentence.text))
    return sentence.text[first:last]


def _of_day(hit: Hit, text: str, nummer: str, ours: int) -> Elsewhere | None:
    """Return what to say of the section that says all, cited for the day on which the report is due."""
    is_due = nummer == "2024:99" and f"senast den {_DAY_OF_REPORT}" in text and len(_SECTION.findall(text)) == 1
    return Elsewhere(hit, _DAY_OF_REPORT, 4) if is_due and ours != 4 else None  # noqa: PLR2004


def wrong_days(svar: Svar, cited: Cited) -> Iterator[Hit]:
    """Yield another day than the one on which reports are due, where the ordinance is cited for it."""
    if cited.nummer != "2024:99":
        return
    sentence = sentence_of(Hit(svar, cited.start, cited.end))
    match = _DAY.search(sentence.text)
    if (
        match
        and match["ord"] != _DAY_OF_REPORT
        and re.search(r"redovisning\w* .{0,60}lämna|lämna\w* .{0,60}redovisning", sentence.text)
    ):
        yield Hit(svar, sentence.start + match.start("ord"), sentence.start + match.end("ord"))


@cache
def _says() -> dict[str, tuple[tuple[int, re.Pattern[str]], ...]]:
    found: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for line in _SAYS.strip().splitlines():
        nummer, section, pattern = (part.strip() for part in line.split(" | ", 2))
        found.setdefault(nummer.strip(), []).append((int(section), re.compile(pattern)))
    return {nummer: tuple(some) for nummer, some in found.items()}
