"""The quantities of an answer, sentence by sentence."""

from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence


def mangder_by_sentence(svar: Svar) -> tuple[tuple[Sentence, list[Mangd]], ...]:
    """Return every sentence of an answer with its quantities; their places are those of the sentence."""
    return svar.remember(("mangder",), lambda: tuple((s, list(find_mangder(s.text))) for s in svar.meningar))
