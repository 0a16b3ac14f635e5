"""Set phrases with one word a letter off, where the other word never stands: "föra året", "i första han".

What is looked for stands in ``uttryck.csv`` beside this file; each was looked for in right text, and not found.
"""

from collections.abc import Iterator
from functools import cache

from rapport.checks.language.tables import read_table
from rapport.checks.rule import Hit
from rapport.checks.words import phrases
from rapport.domain.svar import Svar

_FILE = "uttryck.csv"


def mistyped_phrases(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every set phrase that has a wrong word in it, and how it is written."""
    for phrase, hit in phrases(svar, _rights()):
        yield hit, _rights()[phrase]


@cache
def _rights() -> dict[str, str]:
    """Return each phrase as it is mistyped, and as it is right."""
    found: dict[str, str] = {}
    for phrase, never in read_table(_FILE):
        before, _, rest = phrase.partition("[")
        word, _, after = rest.partition("]")
        wrongs = [wrong.replace("_", " ") for wrong in never.split()]
        found |= {f"{before}{wrong}{after}": f"{before}{word}{after}" for wrong in wrongs}
    return found
