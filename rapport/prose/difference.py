"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two texts: the same in both, only in the old one (gone), or only in the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield the stretches of two texts in order; what is not gone makes up the new text, what is not new the old."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for step in Indel.opcodes(before, after):
        old_words = "".join(before[step.src_start : step.src_end])
        if step.tag == "equal":
            yield Change("same", old_words)
        elif old_words:
            yield Change("gone", old_words)
        if step.tag != "equal" and step.dest_start < step.dest_end:
            yield Change("new", "".join(after[step.dest_start : step.dest_end]))


def likeness(old: str, new: str) -> float:
    """Return how much two texts have in common: 1.0 is word for word the same, 0.0 nothing."""
    return float(Indel.normalized_similarity(_WORDS.findall(old), _WORDS.findall(new)))


def difference(old: str, new: str) -> str:
    """Return in Swedish words how a text differs from an older one."""
    if old == new:
        return "oförändrat"
    if not old or not new:
        return "nytt svar" if new else "svaret är borta"
    counts = {kind: sum(len(c.text.split()) for c in changes(old, new) if c.kind == kind) for kind in ("new", "gone")}
    return f"{counts['new']} ord nya, {counts['gone']} ord borta"
