"""What the Markdown parser says of a text, with its places in characters: the parser itself counts in bytes."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from pyromark import Options, events_with_range

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES


class Event(NamedTuple):
    """What the parser found: ``kind`` with its details, and where, in characters of the answer as written."""

    kind: str
    detail: Any
    start: int
    end: int


def parsed(text: str) -> Iterator[Event]:
    """Yield what the parser finds in a text, in order."""
    wide = [match.start() for match in re.finditer(r"[^\x00-\x7f]", text)]
    bytes_before, extra = [], 0
    extras = [0]
    for at in wide:
        bytes_before.append(at + extra)
        extra += len(text[at].encode("utf-8", "surrogatepass")) - 1
        extras.append(extra)

    def characters(byte: int) -> int:
        return byte - extras[bisect_right(bytes_before, byte - 1)]

    for found, place in events_with_range(text, options=_OPTIONS):
        kind, detail = _kind(found)
        yield Event(kind, detail, characters(place["start"]), characters(place["end"]))


def _kind(found: Any) -> tuple[str, Any]:  # noqa: ANN401 - the parser's events are words or nested mappings
    """Return what sort of event it is, "Start:List" say, and its details."""
    if isinstance(found, str):
        return found, None
    ((kind, detail),) = found.items()
    if kind not in ("Start", "End"):
        return kind, detail
    if isinstance(detail, str):
        return f"{kind}:{detail}", None
    ((tag, inner),) = detail.items()
    return f"{kind}:{tag}", inner
