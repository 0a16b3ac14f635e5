"""What an answer says of each quantity: the noun it counts, and the words that tell which quantity it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapport.checks.reckoning.mention_totals import TOTAL_ENDS, WHOLE, is_total, of_title
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.words import listed
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar
from rapport.prose.numbers import MONTHS

_WORD = re.compile(r"[^\W\d_][\w-]*")
_ENDINGS = sorted(
    listed("arnas ernas ornas arna erna orna ens ets ar er or en et na as s n t a e de ade at ades es"),
    key=len,
    reverse=True,
)
_SHORTEST = 4
_SPECIFIC = 5
# Words that a report uses of anything, and so tell nothing about which quantity it is.
_GENERIC = frozenset(
    listed(
        "regionen region regional regionala regionens länet länets länen kommunerna kommuner kommunernas projekt "
        "projektet projekten insatser insatsen insatserna arbetet arbete under totalt sammanlagt tillsammans genom "
        "inom beviljade beviljat beviljades beviljats genomförde genomfördes genomfört genomförts deltog deltagit "
        "deltagare deltagarna företagen företag personer personerna samtliga således också eftersom därför mellan "
        "samband samverkan utveckling utvecklingen resultat resultatet resultaten medel medlen stödet stöd bidrag "
        "bidraget uppgick omfattade omfattar innebar innebär visade visar ungefär redovisas redovisar kronor "
        "miljoner tusen procent procentenheter andelen andel antalet antal året årets åren perioden period mnkr "
        "tkr fördelat fördelades gällande avseende samtidigt bland annat möjlighet möjligheter aktörer aktörerna "
        "målet målen utifrån efter sedan andra annan flera olika många några dessa detta deras sådana sådan vilket "
        "vilka gällde handlade finns fanns blivit kunde skulle redan alltså alla allra minst både bidrog bidrar "
        "ingår ingick består bestod stort stora större störst viktig viktiga viktigaste varje varav innan utanför "
        "framför hittills"
    )
)
# What tells two quantities apart although all else is alike: one with such a word is not the same as one without.
_APART = re.compile(
    r"kvinn\w*|män(?:nen|s)?|man|flick\w*|pojk\w*|tjej\w*|kill\w*|varav|därav|sökt\w*|ansök\w*|sökande"
    r"|avslag\w*|avslog\w*|utbeta\w*|betala\w*|bevilj\w*|budget\w*|utfall\w*|prognos\w*|plan\w*"
    r"|mål(?:et|värde\w*)?|privat\w*|offentlig\w*|nya|ny|nytt|befintlig\w*|första|andra|tredje|halvår\w*"
    r"|kvartal\w*|tidigare|förra|föregående|innan|före|fjol\w*|snitt|genomsnitt\w*|per|vardera|ytterligare"
    r"|övriga|återst\w*|jämför\w*|ökning\w*|minskning\w*|ökat?|ökade|minskat?|minskade|eget|egen|egna|unga"
    r"|annan|annat|äldre|barn|anställda|medfinans\w*|eu-\w*|minst|högst|nationell\w*|riket|steg|sjönk|resten|ungdom\w*"
    r"|använ\w*|förbruk\w*|bidr(?:a|ar|og|agit)|sök(?:er|te)|etapp\w*|fas|förläng\w*|utök\w*|kommer|ska|skulle|väntas|beräknas|förvänt\w*"
)
_TIME = frozenset(("år", "dag", "dagar", "veck", "månad", "timm", "minut", "dygn", "gång"))
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
# These do so only where the values are not one another's digits.
_LOOSELY_APART = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|våren?|hösten?|sommar\w*|vintern?|avslut\w*|påbörj\w*|start\w*|pågå\w*|slut\w*)\b"
)
# What joins two clauses that tell of two things.
_CLAUSES = re.compile(
    r"; |: |, (?:och|men|medan|samt) | (?=(?:uppger|uppgav|anger|angav|säger|sade|menar|bedömer|har svarat) att )"
)
_LONGEST = 9
_MOST, _LEAST, _LEAST_ALONE = 6, 10, 100


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells of its quantities: the stems of its words, and what may make them others than others'.

    ``names`` begin with a capital inside the clause, and ``opening`` is its first word where it opens a sentence.
    """

    words: frozenset[str]
    apart: frozenset[str]
    loosely_apart: frozenset[str]
    names: frozenset[str]
    opening: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity of an answer; ``mangd`` has its place in the answer's text, ``noun`` is what it counts.

    ``is_whole`` is whether it is said to be all that something has: "omfattar 8,5 mnkr", "en budget på 8,5 mnkr";
    ``whole_by`` is the word that says so, and ``titles`` what it is of.
    """

    svar: Svar
    mangd: Mangd
    noun: str
    told: Told
    is_whole: bool
    whole_by: str
    titles: frozenset[str]


def mentions_of(svar: Svar) -> tuple[Mention, ...]:
    """Return the quantities of an answer that another answer may name too."""
    return svar.remember(("mentions",), lambda: tuple(_mentions(svar)))


def _mentions(svar: Svar) -> Iterator[Mention]:
    for sentence, found in mangder_by_sentence(svar):
        if not 0 < len(found) <= _MOST:
            continue
        text, at = sentence.text, sentence.start
        nouns = [_noun(text, mangd) if mangd.slag == "antal" else _purpose(text, mangd) for mangd in found]
        keys = [
            (mangd.slag, noun if mangd.slag == "antal" else "", is_total(text, mangd, found))
            for mangd, noun in zip(found, nouns, strict=True)
        ]
        for mangd, noun, key in zip(found, nouns, keys, strict=True):
            if keys.count(key) == 1 and not mangd.is_rough and (mangd.slag != "antal" or _is_told_apart(mangd, noun)):
                place = mangd.moved(at)
                whole = WHOLE.search(text[: mangd.start])
                clause = (TOTAL_ENDS.split(text[: mangd.start + 80])[0], True) if key[2] else _clause(text, mangd)
                yield Mention(svar, place, noun, _told(*clause), bool(whole), *of_title(text, mangd, whole))


def _is_told_apart(mangd: Mangd, noun: str) -> bool:
    """Whether a count can be told from others: small ones are too many, and a length of time is none."""
    return mangd.value >= (_LEAST if noun else _LEAST_ALONE) and noun not in _TIME


def _clause(text: str, mangd: Mangd) -> tuple[str, bool]:
    """Return the clause that a quantity stands in, and whether it opens the sentence."""
    joints = list(_CLAUSES.finditer(text))
    start = max((joint.end() for joint in joints if joint.end() <= mangd.start), default=0)
    end = min((joint.start() for joint in joints if joint.start() >= mangd.end), default=len(text))
    return text[start:end], start == 0


def _told(clause: str, is_first: bool) -> Told:  # noqa: FBT001 - as _clause gives it
    first = _WORD.search(clause)
    opening = stem(first[0]) if first and is_first else ""
    loosely = frozenset(_LOOSELY_APART.findall(clause.lower()))
    names = names_of(clause) | ({stem(first[0])} if first and not is_first and first[0][0].isupper() else set())
    return Told(told_words(clause), _apart(clause), loosely, frozenset(names), opening)


def _noun(text: str, mangd: Mangd) -> str:
    match = re.match(r"[\s\u00a0]+([^\W\d_][\w-]*)", text[mangd.end : mangd.end + 60])
    return stem(match[1]) if match else ""


def _purpose(text: str, mangd: Mangd) -> str:
    """Return what an amount or a share is for: 15,6 mnkr till bredband."""
    match = re.match(
        r" (?:till|för|på|av|inom|åt) (?:de |den |det |alla |länets )?([^\W\d_][\w-]*)",
        text[mangd.end : mangd.end + 60],
    )
    return stem(match[1]) if match else ""


def told_words(text: str) -> frozenset[str]:
    """Return the stems of a sentence's words that not every sentence has."""
    words = (match[0] for match in _WORD.finditer(text))
    return frozenset(
        stem(word) for word in words if (len(word) >= _SPECIFIC or word[0].isupper()) and word.lower() not in _GENERIC
    )


def _apart(text: str) -> frozenset[str]:
    """Return what may make a quantity another: names, times, and words such as women, granted, per."""
    words = {word.lower() for word in _WORD.findall(text) if _tells_apart(word.lower())}
    return frozenset(words | set(_YEARS.findall(text)))


@lru_cache(4_000)
def _tells_apart(word: str) -> bool:
    return _APART.fullmatch(word) is not None


def names_of(text: str) -> frozenset[str]:
    """Return the words inside a sentence that begin with a capital."""
    return frozenset(stem(match[0]) for match in _WORD.finditer(text) if match.start() and match[0][0].isupper())


@lru_cache(4_000)
def stem(word: str) -> str:
    """Return a word in lower case without its inflection, as far as its ending tells; of a long one its beginning."""
    lower = word.lower()
    end = next((e for e in _ENDINGS if lower.endswith(e) and len(lower) - len(e) >= _SHORTEST), "")
    return lower.removesuffix(end)[:_LONGEST]
