"""Government: a preposition that never follows the words before it: "i samverkan av", "ansvar om", "syftar för att".

What follows what stands in ``rektion.csv`` beside this file, counted in right text.
"""

from collections.abc import Iterator
from functools import cache

from rapport.checks.language.tables import read_table
from rapport.checks.rule import Hit
from rapport.checks.words import listed, phrases, words_after
from rapport.domain.svar import Svar

_FILE = "rektion.csv"
# "För det mesta", "till exempel", "till stor del": they say how or when, after anything.
_OF_THEIR_OWN = {
    "till": listed("exempel stor stora och följd skillnad övervägande viss sist dess del största dags fullo"),
    "för": listed(
        "närvarande det första att övrigt tillfället framtiden respektive perioden hela dagen mycket lite sent"
    ),
    "på": listed("ett olika sikt så lång sätt plats många flera alla det nytt detta grund länge lokal regional samma"),
    "av": listed("olika det flera dessa en"),
    "med": listed("start början anledning hjälp stöd tiden"),
    "om": listed("att det man vi de ett en inte den året dagen"),
}
_PURPOSE = frozenset(listed("syfta syftar syftade syftat"))  # "syftar för att" is wrong as well


def wrong_prepositions(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every expression with a preposition that never follows it, and how it should be written."""
    for phrase, hit in phrases(svar, _rights()):
        leading, _, preposition = phrase.rpartition(" ")
        following = next(iter(words_after(hit)), "")
        own = _OF_THEIR_OWN.get(preposition, ())
        is_told = bool(following) and (preposition == "än" or not following[0].isdigit())
        if is_told and (following not in own or leading in _PURPOSE):
            yield hit, f"{hit.excerpt[: len(leading)]} {_rights()[phrase]}"


@cache
def _rights() -> dict[str, str]:
    """Return each expression with a preposition that is wrong after it, and the preposition that is right."""
    return {
        f"{expression} {word}": right
        for expressions, right, never in read_table(_FILE)
        for expression in _forms(expressions)
        for word in never.split()
    }


def _forms(expressions: str) -> list[str]:
    """Return the forms of one word, or the phrase itself: it begins with a preposition."""
    words = expressions.split()
    return [expressions] if words[0] in {"i", "med", "till", "på", "mot"} else words
