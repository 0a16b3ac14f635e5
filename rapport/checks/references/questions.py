"""References to the form's questions: se 2.4, svaret på fråga 5.1b och 5.1c."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapport.checks.references.outside import is_about_a_paper
from rapport.domain.mall import Fraga, Mall

# What leads to a question, and what shows that a number behind it is no question's.
_TO = (
    r"\b(?:[Ff]råg(?:a|an|or|orna)|[Ss]e(?: även| också)?|[Ss]varet (?:på|i|under)|[Ss]var|[Aa]vsnitt|[Pp]unkt"
    r"|[Bb]eskr(?:ivs|ivits|ivet|evs|ivna) (?:i|under)|(?:nämn|redovisa)(?:s|ts|des|t|de|da|d) (?:i|under))"
    r" (?:fråga |svaret på |svaret i )?"
)
_NO_QUESTION = r"(?!\d|\.\d| ?%| procent| m)"
# A number that is some other paper's: "avsnitt 3.2 i planen", "planens avsnitt 3.2".
OTHER_PAPER = re.compile(
    r",? (?:i|av|till|på|ur|från)\b (?!(?:den här |denna |vår )?(?:redovisning|formulär)|svar)(?:\w+ ){0,4}?\w*"
    r"(?:rapport|strategi|plan|program|avtal|förordning|lag|utredning|riktlinj|anvisning|policy|överenskommelse)"
)
_OF_PAPERS = re.compile(r"(?i)(?:avsnitt|punkt) $")
_OWNER = re.compile(r"\w{3,}(?:ens|ets|nas|ans)(?: avsnitt| punkt)? $")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class QuestionReference:
    """A reference to some questions: where its numbers stand, each of them, and what leads up to them from ``lead``."""

    lead: int
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    named: tuple[str, ...]
    is_range: bool


def question_references(text: str, ids: tuple[str, ...]) -> Iterator[QuestionReference]:
    """Yield each reference to questions of a form with these ids, those included that it has not."""
    one = id_pattern(ids)
    some = rf"{one}(?: ?[-–] ?{one}|(?:, {one})* (?:och|eller) {one})?"
    for match in re.finditer(f"{_TO}(?P<ord>{some}){_NO_QUESTION}", text):
        start, end = match.span("ord")
        if OTHER_PAPER.match(text, end) or _OWNER.search(text[max(0, start - _NEAR) : start]):
            continue
        if _OF_PAPERS.search(text[max(0, start - 8) : start]) and is_about_a_paper(text, start):
            continue
        spans = tuple((start + each.start(), start + each.end()) for each in re.finditer(one, match["ord"]))
        is_range = text[spans[0][1] : end].lstrip().startswith(("-", "–"))
        yield QuestionReference(match.start(), start, end, spans, tuple(text[a:b] for a, b in spans), is_range)


@lru_cache(maxsize=8)
def id_pattern(ids: tuple[str, ...]) -> str:
    """Return the pattern of a question's id in a form with these: one that it has not is known by its likeness."""
    shapes = sorted({_shape(one) for one in ids}, key=len, reverse=True)
    return f"(?:{'|'.join(shapes)})"


def _shape(fraga: str) -> str:
    """Return the pattern of all ids like one: with other numbers and letters, but the same signs."""
    shape = re.sub(r"\d+", "9", re.sub(r"[^\W\d_]", lambda letter: "A" if letter[0].isupper() else "a", fraga))
    kinds = {"9": r"\d{1,2}", "A": "[A-ZÅÄÖ]", "a": r"[a-zåäö](?![^\W_])"}
    return "".join(kinds.get(sign, re.escape(sign)) for sign in shape)


def parts_by_id(mall: Mall) -> dict[str, tuple[str, ...]]:
    """Return every question's id in the form, those of headings too, with the questions that take its answer."""
    in_form = _with_parts(fraga for omrade in mall.omraden for fraga in omrade.fragor_i_formularet)
    return {fraga.id: tuple(part.id for part in fraga.svarbara) for fraga in in_form}


def _with_parts(fragor: Iterable[Fraga]) -> Iterator[Fraga]:
    for fraga in fragor:
        yield fraga
        yield from _with_parts(fraga.delfragor)
