"""Set phrases with one word a letter off, where the other word never stands: "föra året", "i första han".

What is looked for stands in ``uttryck.csv`` beside this file; each was looked for in right text, and not found.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rapport.checks.rule import Hit
from rapport.checks.words import phrases
from rapport.domain.svar import Svar

FILE = Path(__file__).with_name("uttryck.csv")


def mistyped_phrases(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every set phrase that has a wrong word in it, and how it is written."""
    for phrase, hit in phrases(svar, _rights()):
        yield hit, _rights()[phrase]


@cache
def _rights() -> dict[str, str]:
    """Return each phrase as it is mistyped, and as it is right."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader((line for line in file if not line.startswith("#")), delimiter=";")][1:]
    found: dict[str, str] = {}
    for phrase, never in rows:
        before, _, rest = phrase.partition("[")
        word, _, after = rest.partition("]")
        found |= {f"{before}{wrong}{after}": f"{before}{word}{after}" for wrong in never.split()}
    return found
