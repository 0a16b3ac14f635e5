"""Whether a place in an answer speaks of the past: of a time when what is named there was still what it was called."""

import re
from bisect import bisect_right

from rapport.checks.rule import Hit
from rapport.prose.sentences import Sentence

# Words that tell then from now, or say what became of something.
_THEN = re.compile(
    r"\b(?:dåvarande|tidigare|förutvarande|föregående|f\.?d\.?|före detta|förra|gamla|äldre|numera|nuvarande|i ?dag"
    r"|hette|hetat|benämnd\w*|byt(?:te|t|er) namn|namnbyte\w*|namnändr\w*|ny(?:tt|a) namn|blev|blivit"
    r"|ersatt\w*|ersätt\w*|efterträd\w*|efterföljare\w*|föregångare\w*|ombild\w*|omvandl\w*|bild(?:ades|ats|ade|at)"
    r"|uppgick|uppgått|gick upp|gått upp|går upp|inordna\w*|överg(?:ick|ått)|överta\w*|övertog|tog över"
    r"|la(?:de|gt)s? ne[dr]|nedl(?:agd|agt|ades)\w*|upphör\w*|upphäv\w*|avveckl\w*|slogs (?:ihop|samman)"
    r"|sl(?:agits|ås) (?:ihop|samman)|samman(?:slag|gå)\w*|fram till|till och med|före år|sedan dess|på den tiden"
    r"|histori\w*|arkiv\w*|dåtida|ursprunglig\w*|\d0-talet)\b",
    re.IGNORECASE,
)
# Last year's report or table is as new as the name that another has today.
_LAST_YEAR = re.compile(r"\bförra årets? (?:redovisning|rapport|redogörelse|tabell|siffr|enkät)\w*", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:19|20)\d\d ?[–-] ?((?:19|20)?\d\d)\b")
_NO_YEAR = re.compile(r"\bAgenda 2030\b|\b\d{4}[:/]\d+|\d+/\d{4}\b|\b\d{4}-\d\d-\d\d\b|\d[ \u00a0]\d{3}\b")
_YEAR = re.compile(r"(?<![\d:])(?:19|20)\d\d(?![\d:])")


def is_past(hit: Hit, until: int) -> bool:
    """Whether the words of a hit are said of a time before a year, or stand in quotation marks."""
    sentence = sentence_of(hit)
    at = hit.start - sentence.start
    if sentence.text.count("”", 0, at) % 2 or sentence.text.count("»", 0, at) % 2:
        return True
    rest = f"{sentence.text[:at]} {sentence.text[at + hit.end - hit.start :]}"
    return bool(_THEN.search(_LAST_YEAR.sub(" ", rest))) or _has_year_before(rest, until)


def sentence_of(hit: Hit) -> Sentence:
    """Return the sentence that a hit begins in."""
    meningar = hit.svar.meningar
    number = bisect_right(meningar, hit.start, key=lambda sentence: sentence.start) - 1
    return meningar[max(number, 0)]


def _has_year_before(text: str, until: int) -> bool:
    """Whether a text names a year before another; a range that goes on past it is none."""
    text = _NO_YEAR.sub(" ", text)
    text = _RANGE.sub(lambda years: years[0] if _end(years) < until else " ", text)
    return any(int(year) < until for year in _YEAR.findall(text))


def _end(years: re.Match[str]) -> int:
    return int(years[0][:2] + years[1][-2:])
