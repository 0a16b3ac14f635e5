"""Samma uppgift har olika tal på två ställen.

Varför: Svaren skrivs av flera personer, och en siffra kan kastas om eller bli gammal på ett av ställena. Läsaren ser
båda. Regeln jämför tal i två svar som räknar samma sak och omges av samma ord, och i ett och samma svar tal som bara
skiljer sig genom att två siffror har bytt plats. Skiljer sig svaren i år, namn eller ord som
”kvinnor”, ”beviljade” och ”varav” är det inte samma uppgift. Omkastade siffror (15,6 och 16,5) sägs vara det.

Fel: Enkäten besvarades av 1 320 företag. (3.1) Enkäten, som besvarades av 1 230 företag … (3.5)
Rätt: Enkäten besvarades av 1 320 företag. (i båda svaren)

Tillåt med skäl: tillåt: {olika-tal: Det är två olika enkäter.}
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from rapport.checks.reckoning.alike import are_told_in_the_same_words, is_of_another_size, is_ten_times
from rapport.checks.reckoning.all_of import differing
from rapport.checks.reckoning.mentions import Mention, Told, mentions_of, stem
from rapport.checks.reckoning.same_place import differing_places
from rapport.checks.reckoning.slips import digits_of, is_slip, is_transposed
from rapport.checks.reckoning.table_totals import wrong_totals
from rapport.checks.reckoning.turned import turned
from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_HINT = "Kontrollera vilket som är rätt och skriv samma tal på båda ställena."
_TURNED = "Två siffror har bytt plats."
_COMMON = 6  # a word that more quantities have than this tells nothing of which it is
_FEW = 2  # so many words in common say nothing yet, when the numbers are not alike; nor so many digits of a slip
_MOST = 100
_TOTALS = frozenset(stem(word) for word in ("anslaget", "av", "under", "totalt"))
_SHARE, _SHARE_SLIPPED = Decimal("0.6"), Decimal("0.34")
_LARGEST_RATIO = Decimal("1.5")


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every quantity that another answer has with another value."""
    mentions = [mention for svar in svar_in_order(underlag) for mention in mentions_of(svar)]
    by_word: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for word in mention.told.words:
            by_word[word].append(mention)
    specific = frozenset(word for word, some in by_word.items() if len(some) <= _COMMON)
    totals = [m for m in mentions if m.mangd.slag == "kr" and m.told.words <= _TOTALS][:_MOST]
    told: set[tuple[str, int]] = set()
    pairs = {
        (id(a), id(b)): (a, b)
        for some in (*(by_word[word] for word in specific), totals)
        for a, b in combinations(some, 2)
        if a.mangd.slag == b.mangd.slag and (a.svar is not b.svar or is_transposed(a.mangd, b.mangd))
    }
    known = Known(specific, frozenset(name for m in mentions for name in m.told.names), str(underlag.ar or ""))
    for first, second in sorted(pairs.values(), key=lambda pair: [(m.svar.fraga, m.mangd.start) for m in pair]):
        key = second.svar.fraga, second.mangd.start
        if key not in told and _are_one(first, second, known):
            told.add(key)
            yield _remark(first, second)
    for first, second in turned(mentions, known.ar):
        key = second.svar.fraga, second.mangd.start
        if key not in told:
            told.add(key)
            yield _remark(first, second)
    yield from _beside(underlag, told)


def _beside(underlag: Underlag, told: set[tuple[str, int]]) -> Iterator[Remark]:
    """Yield what is said of all of something, of places and of tables, where no quantity has been told of yet."""
    for whole, other in differing(list(svar_in_order(underlag))):
        where = f"i svaret på fråga {whole.hit.svar.fraga}"
        message = f"Här står ”{other.hit.excerpt}”, men ”{whole.hit.excerpt}” om alla {where}."
        yield other.hit.remark(message, _HINT, related=[whole.hit])
    for first_hit, hit in differing_places(list(svar_in_order(underlag))):
        if (hit.svar.fraga, hit.start) not in told:
            where = f"i svaret på fråga {first_hit.svar.fraga}"
            message = f"Här står ”{hit.excerpt}”, men ”{first_hit.excerpt}” om samma sak {where}."
            yield hit.remark(message, _HINT, related=[first_hit])
    for hit, total in wrong_totals(list(svar_in_order(underlag))):
        message = f"Här står ”{hit.excerpt}”, men tabellens summa i svaret på fråga {total.hit.svar.fraga} är en annan."
        yield hit.remark(message, _HINT, related=[total.hit])


class Known(NamedTuple):
    """What the whole report tells of words: those that few quantities have, those that are names, and the year."""

    specific: frozenset[str]
    names: frozenset[str]
    ar: str


def _are_one(first: Mention, second: Mention, known: Known) -> bool:
    """Whether two quantities surely are one and the same, with two values."""
    one, other, here, there = first.mangd, second.mangd, first.told, second.told
    is_swapped = is_transposed(one, other) and digits_of(one) > _FEW
    are_whole = first.is_whole and second.is_whole
    if (
        is_ten_times(first, second)
        or is_of_another_size(first, second, known.specific)
        or are_told_in_the_same_words(first, second, known.specific)
    ):
        return True
    if is_swapped and one.slag == "kr" and _are_totals(first, second, known):
        return True
    is_apart = one.slag != other.slag or _apart(here, known, are_whole) != _apart(there, known, are_whole)
    if is_apart or not _may_be(first, second, is_swapped) or (one.low <= other.high and other.low <= one.high):
        return False
    named = [bool(_names(a, known) - _names(b, known)) for a, b in ((here, there), (there, here))]
    shared = here.words & there.words & known.specific
    least = min(len(here.words & known.specific), len(there.words & known.specific))
    is_like = max(one.value, other.value) <= _LARGEST_RATIO * min(one.value, other.value)
    is_same_noun = bool(first.noun) and first.noun == second.noun
    if one.slag == "kr" and not any(named) and _is_one_name(here, there, known, is_swapped):
        return is_transposed(one, other) or (are_whole and is_like)
    if is_slip(one, other):
        # What is named in one of them alone may be a part: then two such numbers may be chance, unless they are long.
        may_be_chance = all(named) or (any(named) and digits_of(one) <= _FEW)
        alike = len(here.words & there.words) + is_same_noun
        is_told = first.svar is second.svar or len(shared) >= _SHARE_SLIPPED * least
        return not may_be_chance and alike > 1 and is_told
    is_told_alike = is_same_noun and not any(named) and here.loosely_apart == there.loosely_apart
    return is_like and is_told_alike and len(shared) > _FEW and len(shared) >= _SHARE * least


def _are_totals(first: Mention, second: Mention, known: Known) -> bool:
    """Whether both are what was granted in all in the report's year, told of nothing narrower."""
    both = first.told, second.told
    are_granted = all(
        known.ar in told.apart and {word[:6] for word in told.apart - {known.ar}} == {"bevilj"} for told in both
    )
    is_plain = all(told.words <= _TOTALS and not told.names for told in both)
    return bool(known.ar) and are_granted and is_plain and not (first.noun or second.noun)


def _may_be(first: Mention, second: Mention, is_swapped: bool) -> bool:  # noqa: FBT001 - as _are_one found it
    """Whether two quantities may count the same thing; not where one sentence tells of both."""
    if first.svar is second.svar and not (is_swapped or (first.is_whole and second.is_whole)):
        return False
    if first.svar is second.svar and any(
        s.start <= first.mangd.start < s.end and s.start <= second.mangd.start < s.end for s in first.svar.meningar
    ):
        return False
    if first.mangd.slag == "antal" and not (first.noun and second.noun) and not is_swapped:
        return False
    if first.noun == second.noun or (first.mangd.slag != "antal" and not (first.noun and second.noun)):
        return True
    is_told = not (first.noun and second.noun) or first.noun in second.told.words or second.noun in first.told.words
    return is_swapped and is_told


def _apart(told: Told, known: Known, are_whole: bool) -> frozenset[str]:  # noqa: FBT001 - as _are_one found it
    """Return what makes a quantity another than one without it; a budget is what is asked for, where both are whole."""
    return frozenset(word for word in told.apart if word != known.ar and not (are_whole and word.startswith("budget")))


def _is_one_name(here: Told, there: Told, known: Known, is_swapped: bool) -> bool:  # noqa: FBT001
    """Whether both tell of one thing by a name that few quantities have."""
    first, second = (told.names | {told.opening} for told in (here, there))
    shared = first & second & known.specific
    return bool(shared & known.names) or (is_swapped and bool(shared))


def _names(told: Told, known: Known) -> frozenset[str]:
    """Return the names of a quantity's clause; its first word is one where it is a name elsewhere."""
    return told.names | ({told.opening} & known.names)


def _remark(first: Mention, second: Mention) -> Remark:
    here, there = (Hit(m.svar, m.mangd.start, m.mangd.end) for m in (second, first))
    slip = f" {_TURNED}" if is_transposed(first.mangd, second.mangd) else ""
    where = "tidigare i svaret" if first.svar is second.svar else f"i svaret på fråga {there.svar.fraga}"
    message = f"Här står ”{here.excerpt}”, men ”{there.excerpt}” om samma sak {where}.{slip}"
    return here.remark(message, _HINT, related=[there])
