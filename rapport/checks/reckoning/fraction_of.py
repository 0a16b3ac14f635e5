"""A share of a number, and how many that is: "en tredjedel av de 54 ombuden, 27 personer"."""

import re
from collections.abc import Iterator

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.said import said_in
from rapport.checks.reckoning.shares import Share
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_OF = re.compile(
    r" av (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens |årets ){0,2}"
    r"(?:(?:[\w-]+ ){0,3}(?:budget|kostnad|ram|belopp|summa|totalkostnad|stöd)\w* (?:på |om )(?:totalt |sammanlagt )?)?"
)
_THAT_IS = re.compile(
    r"(?P<noun>(?:[\s\u00a0]+[\w-]+){0,3})(?:, | \(| – )"
    r"(?:alltså |det vill säga |dvs\.? |motsvarande |eller |vilket (?:är|blir|ger|motsvarar|innebär) )?"
)
# "1,2 miljoner kronor, vilket är 20 procent av de 6 miljoner kronor som …"
_IS = re.compile(
    r",? (?:vilket |det )?(?:är|var|motsvarar|motsvarade|utgör|utgjorde) |, (?:alltså|det vill säga|dvs\.?) "
)
_PIECES = re.compile(r"(?: (?P<noun>personer|stycken|st|[\w-]+))? ?(?:[,.)–]|$)")
_STEM = 4


def fractions_of(svar: Svar) -> Iterator[Share]:
    """Yield every share of a counted whole that is told as a number too, right behind it."""
    for sentence, found in mangder_by_sentence(svar):
        if len(found) > 1 and " av " in sentence.text:
            yield from _in_sentence(sentence, found)


def _in_sentence(sentence: Sentence, found: list[Mangd]) -> Iterator[Share]:
    text, at = sentence.text, sentence.start
    for said in said_in(text, found, of_number=True):
        whole = next((m for m in found if m.start >= said.end and _OF.fullmatch(text[said.end : m.start])), None)
        part = next((m for m in found if whole and m.start >= whole.end and _is_part(text, whole, m)), None)
        part = part or next((m for m in found if whole and _IS.fullmatch(text[m.end : said.start])), None)
        if not (whole and part) or part.slag != whole.slag or whole.is_rough or part.is_rough:
            continue
        given = part.value / whole.value
        rounded = (part.step + given * whole.step) / 2 / whole.value
        margin = rounded if said.rough else said.margin + rounded
        told = " av ".join(m.shown(m.value) for m in (part, whole))
        ends = min(whole.start, part.start), max(whole.end, part.end)
        spans = (at + said.start, at + said.end), (at + ends[0], at + ends[1])
        yield Share(said.value, given, margin, said.is_percent, said.rough, *spans, told)


def _is_part(text: str, whole: Mangd, part: Mangd) -> bool:
    """Whether a number is how many the share of the whole is: "hälften av de 48 deltagarna, 16 personer, gick"."""
    joint, behind = _THAT_IS.fullmatch(text[whole.end : part.start]), _PIECES.match(text, part.end)
    if not (joint and behind) or part.slag != whole.slag or whole.slag not in {"antal", "kr"}:
        return False
    noun = (behind["noun"] or "").lower()
    stems = [word.lower()[:_STEM] for word in joint["noun"].split()]
    return part.value <= whole.value and (noun in {"", "personer", "stycken", "st"} or noun[:_STEM] in stems)
