"""What became of a number of things, where none has two outcomes: "av 18 ansökningar beviljades 11, avslogs 9"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.quantities import mangder_by_sentence, whole_before
from rapport.checks.reckoning.sums import Claim
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_OUTCOMES = {
    "granted": r"bevilja\w*|bifölls|bifall\w*|godkän\w*|fick (?:ja|stöd)|antogs|antagits|antagna|tillstyrk\w*",
    "refused": r"avslog\w*|avsla\w*|avslå\w*|nekades|avböj\w*|underkän\w*|fick nej|avvis\w*|avstyrk\w*",
    "withdrawn": r"återtog\w*|återkalla\w*|(?:drogs|dragits|togs) (?:\w+ )?tillbaka|avskrev\w*|avskriv\w*",
    "waiting": r"bereds|beredning|handläggning|handläggs|väntar|återstår|avgjort?s|ännu inte|avvakta\w*",
    "begun": r"påbörja\w*|pågår|startat\w*|inletts|på gång",
    "done": r"avsluta\w*|slutför\w*|genomför\w*|klara|färdig\w*|uppfyll\w*",
    "later": r"inleds|(?:inte|ej) (?:\w+ )?(?:påbörja\w*|starta\w*|inle\w*)|skjut\w* (?:upp|fram)|senarelagts|planeras",
    "yes": r"ja",
    "no": r"nej|vet (?:inte|ej)",
    "not": r"(?:inte|ej)(?= ?[.,;)]|$)",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _OUTCOMES.items()}
_DECISIONS = frozenset(("granted", "refused", "withdrawn", "waiting"))
# What is begun may be done too; with what has not begun they are told as three.
_STATES = frozenset(("begun", "done", "later"))
_ANSWERS = frozenset(("yes", "no"))
_JOINT = re.compile(r"[,;:] |\b(?:och|medan|men|samt) ")
_OF = re.compile(
    r"\b(?:[Aa]v|[Bb]land) (?:[\w-]+ ){0,2}$|\b(?:[Vv]i|[\w-]+en|[Kk]om|[Ii]nkom|[\w-]+ar) (?:[\w-]+ ){0,3}$"
)
_OF_THEM = re.compile(r"(?:Av (?:dem|dessa|de inkomna|ansökningarna)\b|(?:Beviljades|Nämnden)\b)")
_THINGS = re.compile(
    r"[\s\u00a0]+(?:[\w-]+ ){0,2}?\w*"
    r"(?:ansök\w+|ärenden\w*|förslag\w*|projekt\w*|åtgärder\w*|insatser\w*|remisser\w*)\b"
)
_OPEN = re.compile(
    r"\b(?:av dem|av dessa|av vilka|därav|båda|både|dessutom|även|också|per|mot|jämfört|året innan|delvis"
    r"|sedan|senare|respektive|ompröva\w*|överklaga\w*)\b"
)
_NOT_THINGS = re.compile(r"[\s\u00a0]+(?:år|månader|veckor|dagar|timmar|procent|gånger)\b")
_MUCH = 2


def outcome_claims(svar: Svar) -> Iterator[Claim]:
    """Yield every whole whose outcomes, as a sentence tells them, are more than it is."""
    for number, (sentence, found) in enumerate(mangder_by_sentence(svar)):
        text = sentence.text
        counts = [m for m in found if m.slag == "antal" and not _NOT_THINGS.match(text, m.end)]
        if len(counts) < 2 or _OPEN.search(text) or any(m.is_rough or m.factor > 1 for m in counts):  # noqa: PLR2004
            continue
        before = whole_before(svar, number) if _OF_THEM.match(text) else None
        whole, parts, start = (before, counts, 0) if before else (counts[0], counts[1:], counts[0].end)
        if len(parts) < 2 or not (before or _is_whole(text, whole)):  # noqa: PLR2004
            continue
        claim = _claim(sentence.start, whole, parts)
        if claim.is_over and claim.sum <= _MUCH * whole.value and _are_apart(_outcomes(text, parts, start)):
            yield claim


def _is_whole(text: str, whole: Mangd) -> bool:
    """Whether a count is of things that something became of, and not itself of an outcome."""
    lead = text[: whole.start]
    is_told = (
        lead.rstrip().lower().endswith((" av", "av")) or _OF.search(lead) or not lead or _THINGS.match(text, whole.end)
    )
    return bool(is_told) and not any(_PATTERNS[name].search(lead) for name in _DECISIONS)


def _outcomes(text: str, parts: list[Mangd], start: int) -> list[str]:
    """Return the outcome of each part by the words of its clause, or nothing where they tell none or two."""
    told = []
    for number, part in enumerate(parts):
        since = parts[number - 1].end if number else start
        joints = [joint.end() for joint in _JOINT.finditer(text, since, part.start)]
        until = parts[number + 1].start if number + 1 < len(parts) else len(text)
        end = next((joint.start() for joint in _JOINT.finditer(text, part.end, until)), until)
        clause = f"{text[joints[-1] if joints else since : part.start]}{text[part.end : end]}"
        found = [name for name, pattern in _PATTERNS.items() if pattern.search(clause)]
        told.append("later" if "later" in found else found[0] if len(found) == 1 else "")
    return told


def _are_apart(told: list[str]) -> bool:
    """Whether nothing can have had two of the outcomes; nor are two parts told to have had the same one."""
    names = frozenset(told)
    if len(names) < len(told):
        return False
    is_not = len(told) == 2 and told[1] == "not" and told[0] in {"", "granted", "yes", "done"}  # noqa: PLR2004
    return names <= _DECISIONS or names in (_STATES, _ANSWERS) or is_not


def _claim(at: int, whole: Mangd, parts: list[Mangd]) -> Claim:
    spans = tuple((at + part.start, at + part.end) for part in parts)
    return Claim("Helheten är", whole, tuple(parts), (at + whole.start, at + whole.end), spans, Decimal(0))
