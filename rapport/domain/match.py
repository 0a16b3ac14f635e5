"""The form's own lines, and where they stand in somebody's document: by their text, in order, never by a number."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rapport.domain.mall import Mall

_NEAR = 75  # of 100; below it two texts are different lines
LONG = 40  # characters; what a shorter line begins with may well begin another
_LIST_NUMBER = r"\d+(?:\.\d+)*"  # as Word numbers areas, questions and items, and as people type what is lost
_TYPED_MARK = re.compile(r"^\s*(?:[^\W\d_][.)]|[•·▪–-])\s+(?=\S)")  # a letter of a list, or a bullet
_SOFT = str.maketrans({"\u00ad": None, "\u200b": None, "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
Score = float


@dataclass(frozen=True, slots=True)
class Match:
    """One of the form's lines found: which of the document's, and how alike they are (100 is the same)."""

    line: int
    score: Score


@dataclass(frozen=True, slots=True)
class Line:
    """One of the form's own lines: its text, and the area or question it begins, if any."""

    text: str
    omrade: int | None = None
    fraga: str | None = None

    @property
    def begins(self) -> bool:
        """Whether what follows it belongs to another question than before."""
        return bool(self.omrade or self.fraga)


def form_lines(mall: Mall) -> Iterator[Line]:
    """Yield the form's lines in order; boxes are not among them, because their text is too short to tell."""
    yield Line(mall.titel)
    for omrade in mall.omraden:
        yield Line(omrade.rubrik, omrade=omrade.nummer)
        yield Line(omrade.meddelande)
        yield from (Line(instruktion.text) for instruktion in omrade.instruktioner)
        for fraga in omrade.fragor_i_formularet:
            if fraga.delfragor:
                yield Line(fraga.ren_text, omrade=omrade.nummer)
            for part in fraga.delfragor or [fraga]:
                yield Line(part.ren_text, fraga=part.id)
                yield from [Line(part.foljdtext)] if part.foljdtext else []


class Wording:
    """Tells a line's own words from the number that somebody typed before them.

    What a number looks like is seen from the ids of the form's questions. The number may well be wrong (rows have
    moved), so it is anything of the same shape: the form's own letters, and any digits. With no ids, as when a form
    is being made, a number is what Word's lists have.
    """

    def __init__(self, ids: Iterable[str] = ()) -> None:
        shapes = "|".join(sorted({_LIST_NUMBER, *_shapes(list(ids))}, key=len, reverse=True))
        self._typed = re.compile(rf"^\s*({shapes})[.):]?\s+(?=\S)")

    def typed_number(self, text: str) -> str | None:
        """Return the number that somebody typed before a line's text, if any."""
        found = self._typed.match(text)
        return found[1].replace(" ", "") if found else None

    def without_number(self, text: str) -> str:
        """Return a line as it is written, but for a typed number."""
        return self._typed.sub("", text)

    def comparable(self, text: str) -> str:
        """Return a line as it is compared: no typed number, soft hyphen or odd blank, one case."""
        text = self.without_number(text.translate(_SOFT))
        return " ".join(_TYPED_MARK.sub("", text).split()).casefold()


def _shapes(ids: Sequence[str]) -> Iterator[str]:
    """Yield a pattern for each shape that ids have; a letter behind a digit may be typed a blank away: "5.1 a"."""
    letters = {re.escape(sign) for one in ids for sign in one if sign.isalpha()}
    letter = f"[{''.join(sorted(letters))}]"
    for one in ids:
        parts = re.findall(r"\d+|[^\W\d_]|.", one)
        shape = (r"\d+" if p.isdecimal() else letter if p.isalpha() else re.escape(p) for p in parts)
        yield "".join(shape).replace(rf"\d+{letter}", rf"\d+\s?{letter}")


def align(wanted: Sequence[str], lines: Sequence[str]) -> dict[int, Match]:
    """Return where each wanted line is found: the assignment in order that is most alike over all.

    Both are as ``Wording.comparable`` gives them. Where two assignments are equally good the earlier lines win,
    so an appendix that repeats the form does not take its place.
    """
    scores = [_scores(want, lines) for want in wanted]
    # best[i][j]: the best total of the first i wanted among the first j lines.
    best = [[0.0] * (len(lines) + 1)]
    for row in scores:
        above, here = best[-1], [0.0]
        for j in range(1, len(lines) + 1):
            taken = above[j - 1] + row[j - 1] - _NEAR + 1 if j - 1 in row else 0.0
            here.append(max(above[j], here[j - 1], taken))
        best.append(here)
    return _walk_back(best, scores)


def _scores(want: str, lines: Sequence[str]) -> dict[int, Score]:
    """Return how alike the near lines are, by their index."""
    found = {}
    for index, line in enumerate(lines):
        if line == want:
            found[index] = 100.0
        elif len(want) > LONG and line.startswith(want):
            found[index] = 99.0  # something was typed behind it
        elif line and len(line) < 2 * len(want) and (score := fuzz.ratio(want, line, score_cutoff=_NEAR)):
            found[index] = score
    return found


def _walk_back(best: list[list[float]], scores: list[dict[int, Score]]) -> dict[int, Match]:
    found: dict[int, Match] = {}
    i, j = len(scores), len(best[0]) - 1
    while i and j:
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            i, j = i - 1, j - 1
            found[i] = Match(j, scores[i][j])
    return found


@dataclass(frozen=True, slots=True)
class Pairing:
    """A question of one form and the question of another that it is, by their ids."""

    old: str
    new: str
    score: Score

    @property
    def is_same(self) -> bool:
        """Whether the wording is the same."""
        return self.score == 100  # noqa: PLR2004 - of 100


Keyed = Mapping[str, tuple[str, str]]


def keyed(mall: Mall) -> Keyed:
    """Return each question's area heading and text by its id, as questions are paired by."""
    return {fraga.id: (omrade.rubrik, mall.full_text(fraga)) for omrade in mall.omraden for fraga in omrade.fragor}


def pair(old: Keyed, new: Keyed) -> list[Pairing]:
    """Pair the questions of two forms, each by (area's heading, text): the most alike first, each only once.

    The same question stands in several areas, so a question in an area of the same heading goes first.
    """
    candidates = []
    for old_id, (old_area, old_text) in old.items():
        for new_id, (new_area, new_text) in new.items():
            score = 100.0 if old_text == new_text else min(fuzz.ratio(old_text, new_text, score_cutoff=_NEAR), 99.0)
            if score:
                candidates.append((old_area == new_area, score, old_id == new_id, old_id, new_id))
    found: dict[str, Pairing] = {}
    taken: set[str] = set()
    for same_area, score, _, old_id, new_id in sorted(candidates, key=lambda c: c[:3], reverse=True):
        if old_id not in found and new_id not in taken and (same_area or score == 100):  # noqa: PLR2004 - of 100
            found[old_id] = Pairing(old_id, new_id, score)
            taken.add(new_id)
    return [found[old_id] for old_id in old if old_id in found]
