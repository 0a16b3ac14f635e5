"""What a font has made of each letter, learnt from texts that are known by heart.

A channel holds, for each letter or few letters, how often they are seen as what: "o" as "ö", "ö" as "ö " with a blank
behind it, "fi" as nothing at all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from rapport.pdf.evidence import Seen, evidence

_LEAST, _SHARE = 3, 0.04  # a rule is seen so many times, in so large a part of the letter's places
_FEW, _MOST_SHARE = 2, 0.4  # or only so many, where it is nearly all
_NEVER = 0.25  # how often what was never seen is thought to have been
_INSERTED = 4.0  # what a whole pair of letters that is gone costs, beside how often it is
LIGATURES = ("ff", "fi", "fl", "ffi")
_MORE = ("ft", "ti", "tt", "tti", "tf", "fj")  # some fonts write these together as well
_ALPHABET, _STRANGER = frozenset("abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"), 1.5
_OTHER = 0.35  # of a letter that the texts do not show


@dataclass(frozen=True)
class Channel:
    """What letters have become: ``seen`` counts (true, seen) pairs."""

    seen: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def rules(self) -> dict[tuple[str, str], float]:
        """The pairs that are no accident, and what it costs to read one so: little for what is usual."""
        totals: Counter[str] = Counter()
        for (true, _), number in self.seen.items():
            totals[true] += number
        kept = {
            pair: number
            for pair, number in self.seen.items()
            if pair[0] == pair[1] or _is_rule(pair[0], number, totals[pair[0]])
        }
        for true in {true for (true, seen) in kept if true != seen and len(true) == 1}:
            kept.setdefault((true, true), 0)
        return {pair: -log((n + _NEVER) / (totals[pair[0]] + 2 * _NEVER)) for pair, n in kept.items()}

    @cached_property
    def is_clean(self) -> bool:
        """Whether every letter is seen as what it is."""
        return all(true == seen for true, seen in self.rules)

    @cached_property
    def readings(self) -> dict[str, list[tuple[str, float]]]:
        """What each sign that is seen may be, with what that costs; capitals as the small letters where unseen."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for (true, seen), cost in self.rules.items():
            if seen.strip():
                found[seen][true] = cost
        for (true, seen), cost in self.rules.items():
            capital, shown = true.capitalize(), seen.capitalize()
            if seen.strip() and true.islower() and not any(pair[0] == capital for pair in self.rules):
                found[shown].setdefault(capital, cost + _OTHER)
        for sign, other, cost in self._written_together():
            found[sign].setdefault(other, cost)
        for seen, read in found.items():
            if len(seen) == 1:
                read.setdefault(seen, self._kept(seen))
        return {seen: sorted(read.items(), key=lambda pair: pair[1]) for seen, read in found.items()}

    def _kept(self, sign: str) -> float:
        """Return what it costs that a sign is what it looks like, though it has always been seen as another."""
        if count := self._count(sign):
            return -log(_NEVER / (_NEVER + count))
        return _OTHER if sign in _ALPHABET else _STRANGER

    def _count(self, true: str) -> int:
        return sum(number for (one, _), number in self.seen.items() if one == true)

    def _written_together(self) -> Iterator[tuple[str, str, float]]:
        """Yield what the sign of some letters written together may be beside: one sign may stand for all such."""
        signs = {(true, sign) for true, sign in self.rules if true in LIGATURES and sign.strip() and sign != true}
        unseen = [one for one in LIGATURES if not any(pair[0] == one for pair in self.seen)]
        yield from ((sign, other, self.rules[true, sign] + _OTHER) for true, sign in sorted(signs) for other in unseen)

    @cached_property
    def joins(self) -> tuple[str, ...]:
        """What a sign that no word has may stand for, where some letters are written together as signs of their own."""
        has_signs = any(len(true) > 1 and true != seen and seen.strip() for true, seen in self.rules)
        return (*LIGATURES, *_MORE) if has_signs else ()

    @cached_property
    def lost(self) -> list[tuple[str, float]]:
        """The letters that are gone without a trace, and what it costs to put them back."""
        return _family([(true, cost + _INSERTED) for (true, seen), cost in self.rules.items() if not seen])

    @cached_property
    def blanked(self) -> list[tuple[str, float]]:
        """The letters that a blank stands for."""
        rules = self.rules.items()
        return _family([(true, cost + _INSERTED) for (true, seen), cost in rules if seen and not seen.strip()])


CLEAN = Channel()


def _family(lost: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return letters that are gone, with all the letters that fonts write together where some of them are."""
    costs = [cost for true, cost in lost if true in LIGATURES]
    known = {true for true, _ in lost}
    more = [(true, min(costs)) for true in LIGATURES if true not in known] if costs else []
    return [*lost, *more]


def _is_rule(true: str, number: int, total: int) -> bool:
    if true in LIGATURES and number >= _MOST_SHARE * total:  # two letters at once are never read wrong by accident
        return True
    return (number >= _LEAST and number >= _SHARE * total) or (number >= _FEW and number >= _MOST_SHARE * total)


def channels(lines: Iterable[tuple[int, str, str]]) -> dict[int | None, list[Channel]]:
    """Return the channels that some lines of (font, known text, text as seen) have come through, by font.

    Lines of one font that contradict each other have come through different ones. Under None stand all of them.
    """
    pools: list[tuple[int, Seen]] = []
    for font, true, seen in lines:
        counts = evidence(true, seen)
        pool = next((own for number, own in pools if number == font and not _contradicts(own, counts)), None)
        if pool is None:
            pools.append((font, Counter(counts)))
        else:
            pool.update(counts)
    by_font: dict[int | None, list[Channel]] = defaultdict(list)
    for font, pool in pools:
        if not (channel := Channel(_with_wholes(pool))).is_clean:
            by_font[font].append(channel)
            by_font[None].append(channel)
    return by_font


def _with_wholes(pool: Seen) -> Seen:
    """Return counts with pairs of letters that are gone counted where they are whole too, as far as can be told."""
    whole = Counter(pool)
    for true, seen in pool:
        if len(true) > 1 and seen != true:
            whole[true, true] += min(pool[letter, letter] for letter in true) // 20
    return whole


def _contradicts(pool: Seen, counts: Seen) -> bool:
    """Whether a line shows some letter as another sign than the lines of a pool do."""
    for true in {true for true, _ in counts}:
        own, other = _usual(counts, true), _usual(pool, true)
        if own and other and own != other:
            return True
    return False


_CLEAR, _ENOUGH = 0.8, 2


def _usual(counts: Seen, true: str) -> str | None:
    """Return the sign that a letter clearly is seen as, blanks aside; None where it is not clear."""
    signs: Counter[str] = Counter()
    for (one, seen), number in counts.items():
        if one == true:
            signs[seen.strip()] += number
    sign, number = signs.most_common(1)[0] if signs else ("", 0)
    return sign if number >= _ENOUGH and number >= _CLEAR * signs.total() else None
