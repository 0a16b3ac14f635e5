"""The passages that seem to belong in an answer and are not in it yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapport.domain.mall import Mall, Omrade
from rapport.sources.index import Index
from rapport.sources.query import Concept, Vocabulary, concept, phrase
from rapport.sources.search import Hit, rank
from rapport.sources.swedish import ASKING, STOPWORDS
from rapport.sources.tokens import Token, terms, whole_tokens

# How much a word matters by where it comes from: what the area is about steers, the rest helps.
_SEARCH_WORD, _HEADING, _QUESTION, _ANSWER = 1.0, 0.8, 0.5, 0.25
_MOST_FROM_ANSWER = 12
_SHORT = 5  # letters: shorter words in an answer tell little
_ROW = 3  # words in a row that are compared
_SAME = 0.45  # share of a passage's rows of words that stand in another text, for it to say the same
_SUPPORT, _SUPPORTING = 0.2, 4  # what a paper's best passages are worth to each of them
_BUSY = 25  # words: a shorter passage is a heading or a row of names


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage for an answer, and other papers where the same stands."""

    hit: Hit
    same_in: tuple[str, ...] = ()


def suggest(index: Index, mall: Mall, fraga: str, answer: str, region: str = "") -> list[Suggestion]:
    """Return the passages that most likely belong in the answer to a question, best first.

    The region's own name stands in any paper and tells nothing.
    """
    omrade, asked = mall.omrade_of(fraga), mall.fraga_by_id[fraga]
    looked_for = list(_concepts(omrade, mall.full_text(asked), _telling(answer, region), index.vocabulary))
    steering = {c.word for c in looked_for if c.weight > _QUESTION}
    answered = _rows(terms(answer))
    found: list[tuple[Suggestion, set[tuple[str, ...]]]] = []
    for hit in _by_paper(rank(index, looked_for)):
        rows = _rows(hit.terms)
        if len(rows) < _BUSY or not steering & set(hit.words) or _share(rows, answered) >= _SAME:
            continue
        same = next((n for n, (_, other) in enumerate(found) if _share(rows, other) >= _SAME), None)
        if same is None:
            found.append((Suggestion(hit), rows))
        else:
            found[same] = (_with(found[same][0], hit.paper), found[same][1])
    return [suggestion for suggestion, _ in found]


def _by_paper(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits best first, when what a paper says elsewhere counts too: a paper about the area comes first."""
    papers: dict[str, list[float]] = {}
    for hit in hits:
        papers.setdefault(hit.paper, []).append(hit.score)
    support = {paper: _SUPPORT * sum(sorted(scores)[-_SUPPORTING:]) for paper, scores in papers.items()}
    return sorted(hits, key=lambda hit: (-hit.score - support[hit.paper], hit.paper, hit.row))


def _with(suggestion: Suggestion, paper: str) -> Suggestion:
    papers = {*suggestion.same_in, paper} - {suggestion.hit.paper}
    return replace(suggestion, same_in=tuple(sorted(papers)))


def _concepts(omrade: Omrade, question: str, answer: Iterable[Token], vocabulary: Vocabulary) -> Iterator[Concept]:
    """Yield what to look for, each thing once, with the weight of the most telling place it comes from."""
    seen: set[str] = set()
    for word in omrade.sokord:
        found = phrase(word, vocabulary, _SEARCH_WORD)
        if found.parts or found.stem not in seen:
            seen.add(found.stem)
            yield found
    for text, weight in ((omrade.rubrik, _HEADING), (question, _QUESTION)):
        for token in _telling(text):
            if token.term not in seen:
                seen.add(token.term)
                yield concept(token, vocabulary, weight)
    written = [token for token in answer if len(token.term) >= _SHORT and token.term not in seen]
    often = Counter(token.term for token in written).most_common(_MOST_FROM_ANSWER)
    by_term = {token.term: token for token in written}
    yield from (concept(by_term[term], vocabulary, _ANSWER) for term, _ in often)


def _telling(text: str, known: str = "") -> Iterator[Token]:
    """Yield the words of a text that say what it is about; those that are known say nothing."""
    without = set(terms(known))
    for token in whole_tokens(text):
        if token.word.lower() not in STOPWORDS | ASKING and not token.term.isdigit() and token.term not in without:
            yield token


def _rows(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _ROW]) for at in range(len(words) - _ROW + 1)}


def _share(rows: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(rows & other) / len(rows) if rows else 0.0
