"""Words of an answer in the folder that are in no block, so that writing it anew would lose them for good."""

from collections import Counter

from rapport.prose.markdown import parse
from rapport.prose.problem import NOT_ALLOWED
from rapport.workflow.report import Report

_LONG = NOT_ALLOWED["long"][0]  # a text of which nothing is read
_UNSEEN = {NOT_ALLOWED[name][0] for name in ("note-unused", "note-double", "table-cells", "link", "link-title")}


def would_lose(report: Report, fraga: str, before: str, after: str) -> str | None:
    """Return why an answer is not to be written as merged, in words; None where all that it had is there still.

    What stands in a file and in no block is in no document either: nobody who edited one has taken it away.
    """
    if found := [message for message, _ in _unseen(before) - _unseen(after)]:
        faults = [f for f in report.loaded.findings if f.fraga == fraga and f.message == found[0]]
        place = f" {faults[0].place}:" if faults else ""
        return f"Fråga {fraga} lämnas, för ord i mappens fil skulle gå förlorade. Rätta först{place} {found[0]}"
    if any(message == _LONG for message, _ in _unseen(after)):
        return f"Fråga {fraga} lämnas, för den går inte att läsa som den skulle bli. {_LONG}"
    return None


def _unseen(text: str) -> Counter[tuple[str, str | None]]:
    return Counter((p.message, p.excerpt) for p in parse(text).problems if p.message in {_LONG, *_UNSEEN})
