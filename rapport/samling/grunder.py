"""What an answer says that an effect rests on: a follow-up, an evaluation, its own judgement."""

import re
from collections.abc import Iterator

_GROUNDS = {
    "uppföljning": re.compile(r"\b\w*uppfölj\w*|\bfölj\w* upp\b", re.IGNORECASE),
    "utvärdering": re.compile(r"\b\w*utvärder\w*", re.IGNORECASE),
    "egen bedömning": re.compile(
        r"\begen bedömning\w*|\begna bedömningar\w*|\b(?:vår|regionens) (?:egen |samlade )?bedömning\b"
        r"|\b(?:vi|[Rr]egionen) bedömer\b",
        re.IGNORECASE,
    ),
}
# What did not come about is nothing to rest on: "någon utvärdering blev inte klar".
_CAME_TO_NOTHING = re.compile(
    r"[^.;:]{0,40}?\b(?:inte|ännu inte|ej) (?:ännu )?(?:blivit |kunnat |hunnit )?(?:bli |göras )?"
    r"(?:klar|färdig|gjord|gjort|genomför|påbörja|slutför|avsluta|beställ)"
)
_NEAR = 30  # characters before it
_NONE = re.compile(r"\b(?:ingen|inga|utan)(?: \w+)? $", re.IGNORECASE)


def grounds_in(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each ground that a text names, and from where to where; none that did not come about."""
    for ground, words in _GROUNDS.items():
        for match in words.finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if not (_CAME_TO_NOTHING.match(text, match.end()) or _NONE.search(before)):
                yield ground, match.span()
