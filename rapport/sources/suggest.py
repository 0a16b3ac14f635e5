"""The snippets that seem to belong in an answer and are not in it yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapport.domain.mall import Mall, Omrade
from rapport.sources.index import Index
from rapport.sources.query import STOPWORDS, Concept, IndexWords, concept, phrase
from rapport.sources.search import Traff, rank
from rapport.sources.words import Token, terms, whole_tokens

# How much a word matters by where it comes from: what the area is about steers, the rest helps.
_SEARCH_WORD, _HEADING, _QUESTION, _ANSWER = 1.0, 0.8, 0.5, 0.25
_MOST_FROM_ANSWER = 12
_SHORT = 5  # letters: shorter words in an answer tell little
_ROW = 3  # words in a row that are compared
_SAME = 0.45  # share of a snippet's rows of words that stand in another text, for it to say the same
_SUPPORT, _SUPPORTING = 0.2, 4  # what a paper's best snippets are worth to each of them
_BUSY = 25  # words: a shorter snippet is a heading or a row of names

# What a form asks with, whatever it asks about.
_ASKING = """
aktuellt ange anslaget ansluter arbeta arbetar arbetat arbete arbetet baserar beakta beaktat beaktats bedrivits
beskriv beskriva beskrivning bidra bidragit bidrar effekt effekter effekterna eventuella fastställda
framgångsfaktorer fråga frågorna fungerat genomföra genomförandet genomförts grundar hjälp hänsyn inklusive insats
insatser integrera integrerats mål målen målet möjlighet möjligheter möjligt möta nå nått område områden området
ovan prestation prestationer prestationerna påverkat region regional regionala regionalt regionen regionens resultat
resultatbeskrivningen samhällsutmaningarna strategisk strategiskt svar särskilt tagit tillvara uppnå uppnått
utmaningar utveckling utvecklingsarbete utvecklingsarbetet viktig viktiga viktigast viktigaste ytterligare
"""
ASKING = frozenset(_ASKING.split())


@dataclass(frozen=True, slots=True)
class Forslag:
    """A snippet for an answer, and other papers where the same stands."""

    traff: Traff
    same_in: tuple[str, ...] = ()


def suggest(index: Index, mall: Mall, fraga: str, answer: str, region: str = "") -> list[Forslag]:
    """Return the snippets that most likely belong in the answer to a question, best first.

    The region's own name stands in any paper and tells nothing.
    """
    omrade, asked = mall.omrade_of(fraga), mall.fraga_by_id[fraga]
    looked_for = list(_concepts(omrade, mall.full_text(asked), _telling(answer, region), index.vocabulary))
    steering = {c.word for c in looked_for if c.weight > _QUESTION}
    answered = _rows(terms(answer))
    found: list[tuple[Forslag, set[tuple[str, ...]]]] = []
    for traff in _by_paper(rank(index, looked_for)):
        rows = _rows(traff.terms)
        if len(rows) < _BUSY or not steering & set(traff.words) or _share(rows, answered) >= _SAME:
            continue
        same = next((n for n, (_, other) in enumerate(found) if _share(rows, other) >= _SAME), None)
        if same is None:
            found.append((Forslag(traff), rows))
        else:
            found[same] = (_with(found[same][0], traff.paper), found[same][1])
    return [suggestion for suggestion, _ in found]


def _by_paper(traffar: Sequence[Traff]) -> list[Traff]:
    """Return traffar best first, when what a paper says elsewhere counts too: a paper about the area comes first."""
    papers: dict[str, list[float]] = {}
    for traff in traffar:
        papers.setdefault(traff.paper, []).append(traff.score)
    support = {paper: _SUPPORT * sum(sorted(scores)[-_SUPPORTING:]) for paper, scores in papers.items()}
    return sorted(traffar, key=lambda traff: (-traff.score - support[traff.paper], traff.paper, traff.row))


def _with(suggestion: Forslag, paper: str) -> Forslag:
    papers = {*suggestion.same_in, paper} - {suggestion.traff.paper}
    return replace(suggestion, same_in=tuple(sorted(papers)))


def _concepts(omrade: Omrade, question: str, answer: Iterable[Token], vocabulary: IndexWords) -> Iterator[Concept]:
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
