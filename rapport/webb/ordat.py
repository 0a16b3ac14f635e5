"""What differs between two texts, as a page shows it: stretch by stretch where they are nearly the same."""

from collections.abc import Iterator, Sequence

from rapport.output.hamtning import shortened
from rapport.prose.difference import Change, changes, likeness

_ALIKE = 0.4  # with less in common, single words that happen to be the same only confuse
_FEW = 3  # words: fewer that are the same, between words that are not, are part of what differs


def ordat(was: str, now: str) -> list[tuple[str, str]]:
    """Return the stretches of two texts in order, each "same", "gone" or "new"; long ones that are the same are cut."""
    if was and now and likeness(was, now) < _ALIKE:
        return [("gone", was), ("same", "\n\n"), ("new", now)]
    found = list(_stretches(list(changes(was, now))))
    return [
        (kind, shortened(text, number, len(found)) if kind == "same" else text)
        for number, (kind, text) in enumerate(found)
    ]


def _stretches(found: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Yield changes with what is gone and what is new each in one piece, up to the next words that are the same."""
    gone = new = ""
    for number, one in enumerate(found):
        is_between = 0 < number < len(found) - 1 and len(one.text.split()) < _FEW
        if one.kind == "same" and not is_between:
            yield from (piece for piece in (("gone", gone), ("new", new)) if piece[1])
            yield one.kind, one.text
            gone = new = ""
            continue
        gone += one.text if one.kind != "new" else ""
        new += one.text if one.kind != "gone" else ""
    yield from (piece for piece in (("gone", gone), ("new", new)) if piece[1])
