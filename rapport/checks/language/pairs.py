"""Pairs: two small words that never stand side by side in right Swedish: "ett att", "har är", "under är".

The pairs stand in ``ordpar.csv`` beside this file. A verb may end one clause before another begins, so what ends a
pair with a verb is said only where the sentence has begun no such clause: "det vi har är".
"""

import re
from collections.abc import Iterator
from functools import cache

from rapport.checks.language.smallwords import clause_before
from rapport.checks.language.tables import read_table
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar

_FILE = "ordpar.csv"
_VERBS = frozenset(
    listed(
        "är har ska skall kan kommer får finns innebär behöver bör ger måste gör blir behövs ser krävs skulle står "
        "bidrar går omfattar sker används visar syftar tar vill"
    )
)
_BACKWARD = re.compile(
    r"\b(?:som|vad|vilk\w+|det|den|de|dem|där|hur|vi|man|när|om|allt|än|så|vem|var)\b", re.IGNORECASE
)


def impossible_pairs(svar: Svar) -> Iterator[Hit]:
    """Yield every two words of an answer that do not stand side by side."""
    for match in _pattern().finditer(svar.text):
        hit = Hit(svar, *match.span())
        clause = clause_before(hit)
        is_verb = match[0].rpartition(" ")[2] in _VERBS
        is_relative = (
            is_verb
            and not match[0].startswith("att ")
            and (_BACKWARD.search(clause) or "inf" in paradigms().forms((words_before(hit) or [""])[-1]))
        )
        if not is_relative and not clause.endswith(("till och ", "från och ")):
            yield hit


@cache
def _pattern() -> re.Pattern[str]:
    pairs = "|".join(f"{first} (?:{'|'.join(never.split())})" for first, never in read_table(_FILE))
    return re.compile(rf"(?<![\w/&-])(?:{pairs})(?![\w/:-])")
