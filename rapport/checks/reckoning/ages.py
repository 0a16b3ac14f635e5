"""How old something is said to be, beside the year when it began: "startade 2021 och har verkat i sju år"."""

import re
from collections.abc import Iterator

from rapport.domain.mangder import WORDS
from rapport.domain.svar import Svar

_YEAR = re.compile(r"(?<![\w.,:/–-])(?:19|20)\d\d(?![\w/–-]|[.,:]\d)")
_ORDINALS = {"andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9}
_ORDINALS |= {"tionde": 10, "elfte": 11, "tolfte": 12}
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(WORDS, key=len, reverse=True))}"
_AR = r"(?:år )?(?P<ar>(?:19|20)\d\d)"
_TAL = rf"(?P<tal>{_NUMBER})"
_BEGAN = r"(?:bilda|grunda|starta|inrätta|instifta|öppna|påbörja|inviga|inle)[dt]?(?:des|de|s|ts|t)?|inleddes|invigdes"
_SIGNS = ("jubile", "fira", "år sedan", "året", " i ", "fyll")
_OF_JUBILEES = ("jubile", "fira")
_JUBILEE = re.compile(
    rf"\b(?P<a>{_NUMBER})-?års?jubile(?:um|et)\b"
    rf"|\bfira(?:de|r|t) (?:sina |under \w+ |(?-i:[A-ZÅÄÖ])[\wåäö]+ ){{0,3}}(?P<b>{_NUMBER}) år\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:(?:funnits|arrangerats|hållits|pågått|drivits|verkat|ordnats)(?: årligen)? sedan|bildades|grundades"
    r"|startades?|inrättades|invigdes|instiftades|öppnades?|starten)(?: år| i \w+)? (?P<ar>(?:19|20)\d\d)\b"
)
# What has an age and the year that it is counted from.
_AGES = (
    rf"\b(?P<ar>(?:19|20)\d\d),? (?:alltså )?för {_TAL} år sedan\b",
    rf"\bför {_TAL} år sedan, {_AR}\b",
    rf"\bsedan (?:starten )?{_AR}, (?:alltså|det vill säga|dvs\.?) (?:i |under )?{_TAL} år\b",
    rf"\b(?:{_BEGAN}) {_AR},? (?:och )?har (?:nu |alltså |därmed )?(?:\w+ ){{1,2}}(?:i|under) {_TAL} år\b",
    rf"\b(?:{_BEGAN}) {_AR} och (?:fyllde|fyller) {_TAL} år\b",
    rf"\bför (?:det )?(?P<tal>{'|'.join(_ORDINALS)}) året(?: i rad)?,? (?:sedan|efter) (?:starten |premiären )?{_AR}\b",
)
# "serien, som startade 2023, utkommer nu för femte året i rad": of the same thing, which nothing has broken off.
_ROW = (
    (
        r"\bsom (?:(?:bildades|grundades|startades?|inrättades|instiftades|öppnades?|inleddes|invigdes|lanserades)"
        r"|(?:hölls|arrangerades|delades ut|gavs ut|anordnades|ordnades|utkom|kom ut) (?:för )?första gången)"
        rf" (?:i \w+ )?{_AR},? (?:och )?(?:(?:nu|sedan dess|har|i år|därmed|\w+s|\w+des|\w+er|\w+t) ){{0,4}}"
        rf"för (?:det )?(?P<tal>{'|'.join(_ORDINALS)}) (?:året|gången|upplagan) (?:i rad|i följd)\b"
    ),
    (
        rf"\bsedan starten {_AR} har [\w -]{{3,50}}(?:varje år|årligen),? (?:och )?(?:nu )?(?:i år )?för (?:det )?"
        rf"(?P<tal>{'|'.join(_ORDINALS)}) (?:året|gången)\b"
    ),
)
_PATTERN = [re.compile(pattern, re.IGNORECASE) for pattern in (*_AGES, *_ROW)]
_SUBJECT = re.compile(r"(?:Det|Den|Han|Hon|Föreningen|Nätverket|Klustret|Bolaget) ")
_ONE = 1  # year: whether the first one counts is told in both ways


def ages(svar: Svar, ar: int) -> Iterator[tuple[int, int, str]]:
    """Yield where an age stands that its year contradicts, and what is wrong with it in words."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for number, sentence in enumerate(svar.meningar):
        text = sentence.text
        if "20" in text or "19" in text:
            for match in (found for pattern in _PATTERN for found in pattern.finditer(text)):
                years, since = _value(match["tal"]), int(match["ar"])
                is_ordinal = match["tal"].lower() in _ORDINALS
                low, high = (0, 1) if is_ordinal else (-_ONE, _ONE)
                if not low <= years - (ar - since) <= high and not _other_years(text, ar, since):
                    message = f"Från {since} till {ar} är det {ar - since} år: ”{match['tal']}” stämmer inte."
                    yield sentence.start + match.start(), sentence.start + match.end(), message
        jubilee = _JUBILEE.search(text) if any(sign in text.lower() for sign in _OF_JUBILEES) else None
        since_match = _since(svar, number) if jubilee else None
        if jubilee and since_match and not _other_years(text, ar, int(since_match["ar"])):
            years, since = _value(jubilee["a"] or jubilee["b"]), int(since_match["ar"])
            if abs(ar - since - years) > _ONE:
                message = f"”{jubilee[0]}” stämmer inte med {since}: till {ar} är det {ar - since} år."
                yield sentence.start + jubilee.start(), sentence.start + jubilee.end(), message


def _since(svar: Svar, number: int) -> re.Match[str] | None:
    """Return what says when the one that is celebrated began: in its sentence, or in the next one about it."""
    sentence = svar.meningar[number]
    if found := _SINCE.search(sentence.text):
        return found
    after = next(iter(svar.meningar[number + 1 : number + 2]), None)
    is_about_it = after and _SUBJECT.match(after.text) and "\n" not in svar.text[sentence.end : after.start]
    return _SINCE.match(after.text, after.text.index(" ") + 1) if after and is_about_it else None


def _other_years(text: str, ar: int, since: int) -> bool:
    """Whether a sentence names other years than the report's and that of the beginning."""
    return any(int(year) not in {ar, since} for year in _YEAR.findall(text))


def _value(number: str) -> int:
    lower = number.lower()
    return int(number) if number.isdecimal() else _ORDINALS.get(lower) or WORDS[lower]
