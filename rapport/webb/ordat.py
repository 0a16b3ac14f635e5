"""What differs between two texts, as a page shows it: word by word where they are nearly the same."""

from rapport.output.hamtning import shortened
from rapport.prose.difference import changes, likeness

_ALIKE = 0.4  # with less in common, single words that happen to be the same only confuse


def ordat(was: str, now: str) -> list[tuple[str, str]]:
    """Return the stretches of two texts in order, each "same", "gone" or "new"; long ones that are the same are cut."""
    if was and now and likeness(was, now) < _ALIKE:
        return [("gone", was), ("same", "\n\n"), ("new", now)]
    found = list(changes(was, now))
    return [
        (one.kind, shortened(one.text, number, len(found)) if one.kind == "same" else one.text)
        for number, one in enumerate(found)
    ]
