"""Apart: two words that should be one, nouns that cannot stand side by side say, and frequent words."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapport.checks.spelling.dictionary import frequent
from rapport.checks.spelling.first_parts import NO_BOUND, VIS, is_bound_loose
from rapport.checks.spelling.kinds import BOUND, DEFINITE, FIRST, NOUN
from rapport.checks.spelling.paradigms import NOUN as FORMS_OF_NOUNS
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import listed

_LEAST, _LEAST_WHOLE = 3, 7
# So far before a noun is looked for what it belongs to.
_NEAR = 60
_AFTER = frozenset((FIRST, NOUN, DEFINITE))
_ENDINGS = ("en", "et", "na")
HYPHENS = ("-", "\u2011")
# Words that stand before or behind nouns, though the dictionary has nouns that look like them; and that measure others.
NO_NOUNS = frozenset(
    listed("""
        all alla allt andra antal april att augusti barn boende bort både dagar dags del delar dels dessa detta dock
        eget egna elva enligt ett exempel fall femte fjärde flera framtida framåt från får färre först förutom
        gemensamma genom gott grupp grupper gång hand hela herr hjälp hos hundra här höga hög höjd idag inför inom
        framför bakom bredvid före gentemot utanför innanför läns ovanför nedanför
        innan inte istället januari juli juni kilometer kring kvar liksom ljus länk längs maj mars med mellan mil min
        minst mitt morgon miljard miljarder miljon miljoner mot mycket månad många måste möjlig nio noll nära när någon
        några oberoende och oktober olika omkring ovan par per procent rad runt rätt rör rörande samma samt samtliga
        sedan september sin sju skall skulle slags som sorts stycken tack tidigare till tills tim timmar tio tionde
        tredje trots tusen typ under utan utom vad var vara vars vecka veckor via vid vilka vissa åldrande åren åter
        åtta än äldre även över övriga
    """)
)
NO_SECOND = (NO_NOUNS | {"fler", "avseende", "beträffande", "angående", "rörande", "gällande"}) - frozenset(
    listed("del delar exempel grupp grupper hand hjälp länk")
)
# What begins compounds of the field without end, so that no list has them all.
_FIELD = frozenset(
    listed(
        "besöks bransch bredbands energi företags gräns innovations klimat kluster kommun kompetens kultur "
        "livsmedels läns process projekt region samhälls skogs tillväxt trafik turism utvecklings yrkes"
    )
)
# Nouns and first parts that the dictionary takes for something else too.
_FIRST = frozenset(
    listed("kollektiv tillväxt system stöd miljö innovation bredbands besöks livsmedels samhälls yrkes vuxen styr folk")
)
_SAM = "sam"
# Endings that are no words where they stand behind one, and two that hardly are.
_LOOSE_ENDINGS = frozenset(listed("ning ningen ningar ningarna lig ligt liga else elsen skap skapet isk iskt iska"))
_HET = frozenset(("het", "heten"))
# Words that stand before others of which they begin frequent compounds: "för handlingar", "vidare utveckling".
_LOOSE = frozenset(
    listed("för till med upp fram vidare väl men där efter egen åter det ut in av ned ner verk var ingen allt fort")
)
_LEAST_END = 4
# Nouns of deeds and the like, which seldom own anything.
ABSTRACT = ("ings", "tions", "itets", "marknads")
# Behind one of these a noun stands alone: "vilket stöd personer får", "utöver denna lag bestämmelser om".
_WHICH = frozenset(listed("vilket vilken vilka vems vars denna detta"))
# Behind a name it is a genitive: "Skåne läns landsting".
_COUNTY = "läns"
# Ends of first parts, in a word that was taken into three.
_BOUND_ENDS = ("bygds", "lings", "nings", "hets", "skaps", "vårds", "verks", "mans")


class Apart(NamedTuple):
    """Two words and the one that they may be: where they stand, and whether it is sure or only if others say so.

    ``is_certain`` says that they cannot be a noun with another one behind it by chance: "av denna lag bestämmelser om".
    """

    start: int
    end: int
    whole: str
    is_sure: bool
    is_certain: bool = True


def apart(text: str, found: list[tuple[str, int]], unknown: dict[int, str]) -> Iterator[Apart]:
    """Yield the words of a text that should be one, or may."""
    done = 0
    for at, ((first, start), (second, next_start)) in enumerate(pairwise(found)):
        if start < done or not _is_beside(text, start + len(first), next_start) or not _may_be_one(first, second):
            continue
        end = next_start + len(second)
        if first == _COUNTY and text[: start - 1].rpartition(" ")[2][:1].isupper():
            continue
        whole = first + second
        third = found[at + 2] if at + 2 < len(found) else None
        if third and second in _BOUND_ENDS and _is_beside(text, end, third[1]) and _is_right(whole + third[0]):
            done = third[1] + len(third[0])
            yield Apart(start, done, whole + third[0], is_sure=True)
            continue
        pieces = [place for place in (start, next_start) if place in unknown]
        sure = _is_piece(whole, [unknown[place] for place in pieces]) if pieces else _is_one(first, second)
        before = text[max(0, start - _NEAR) : start]
        if before[:-1].rpartition(" ")[2].lower() in _WHICH:
            continue
        is_bound = is_bound_loose(first, second, before)
        sure = sure or is_bound or sure
        if sure is not None and text[end : end + 1] not in HYPHENS and text[start - 1 : start] not in HYPHENS:
            yield Apart(start, end, whole, sure, bool(pieces) or is_bound or _is_certain(first.lower(), second))


def _is_beside(text: str, end: int, start: int) -> bool:
    return start == end + 1 and text[end] == " " and text[start].islower()


def _is_right(word: str) -> bool:
    return judge().is_right(word.lower())


def _may_be_one(first: str, second: str) -> bool:
    is_long = len(first) >= _LEAST and len(second) >= _LEAST and len(first + second) >= _LEAST_WHOLE
    is_long = is_long or (first == _SAM and len(second) >= _LEAST)
    return is_long and not second.startswith(first.lower()) and second not in NO_SECOND and first[1:].islower()


def _is_piece(whole: str, pieces: list[str]) -> bool | None:
    """Return whether two words of which one is no word are surely one; "box play" is English."""
    if not whole.islower() or any(judge().verdict(piece).is_english for piece in pieces):
        return None
    is_loose = len(pieces) > 1 or whole in frequent() or not _LOOSE_ENDINGS.isdisjoint(pieces)
    return True if judge().kind(whole) or (is_loose and judge().is_right(whole)) else None


def _is_one(first: str, second: str) -> bool | None:
    """Return whether two nouns are surely one, may be one, or (None) are two."""
    small = first.lower()
    if small in NO_NOUNS:
        return None
    if small == _SAM or _is_frequent(small, second) or (second in _HET and "au" in paradigms().forms(small)):
        return True if judge().is_right(small + second) else None
    before = FIRST if small in _FIRST else judge().kind(small)
    after = judge().kind(second)
    is_noun = after in _AFTER or second.endswith(_ENDINGS) or small in _FIRST
    if before not in {FIRST, BOUND} or not is_noun:
        return None
    whole = judge().verdict(small + second)
    if after not in _AFTER and whole.kind != DEFINITE and not (whole.kind and small in _FIRST):
        return None
    if not whole.is_right or (before == BOUND and after != DEFINITE):
        return None
    return bool(whole.kind) or before == BOUND or first in _FIELD


def _is_frequent(first: str, second: str) -> bool:
    """Whether two words are a frequent one, and never stand side by side: "säker ställa", "civil samhället"."""
    is_loose = len(second) < _LEAST_END or first in _LOOSE or first.endswith(NO_BOUND)
    return not is_loose and first + second in frequent() and not _agree(first, second)


def _agree(first: str, second: str) -> bool:
    """Whether a word may stand before another as it does before a noun: "fri handel", "unionens råds beslut"."""
    before, noun = paradigms().forms(first), paradigms().forms(second) & FORMS_OF_NOUNS
    agrees = ("au" in before and "us" in noun) or ("an" in before and "ns" in noun)
    return bool(noun) and (agrees or bool(before & {"aw", "ai", "g"}))


def _is_certain(first: str, second: str) -> bool:
    is_plain = judge().kind(second) == DEFINITE or second in _HET or _is_frequent(first, second)
    return is_plain or first in {*_FIELD, _SAM} or second == VIS or first.endswith(ABSTRACT)
