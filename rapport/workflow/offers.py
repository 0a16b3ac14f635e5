"""What can be written where a cursor stands in a report's file; the file's text need not be one that can be read."""

from rapport.domain.offer import Offer
from rapport.figures.around import opened
from rapport.figures.offers import offers as in_expression
from rapport.store.cursor_lines import is_prose
from rapport.workflow.asking import Asking
from rapport.workflow.offered_keys import offered_keys
from rapport.workflow.offered_prose import offered_prose
from rapport.workflow.offered_values import offered_values


def offers(at: Asking) -> list[Offer]:
    """Return what can be written at a place, in the order that it should be offered."""
    kind = at.cursor.kind
    if kind == "nothing" or at.offset < at.cursor.start or (kind == "key" and not _is_begun(at)):
        return []
    if at.has_answers and (found := _in_expression(at)) is not None:
        return found
    if kind == "key":
        return offered_keys(at)
    if kind == "value":
        return offered_values(at)
    if at.has_answers and is_prose(at.cursor.keys):
        return offered_prose(at)
    return []


def _is_begun(at: Asking) -> bool:
    """Whether a key has been begun at the place, or somebody asks which one could be; before one there is none."""
    cursor = at.cursor
    if cursor.start == at.offset < cursor.end:
        return False
    return cursor.start < at.offset or cursor.is_flow or at.is_invoked


def _in_expression(at: Asking) -> list[Offer] | None:
    """Return what can be written in an expression; None where the place is within none."""
    if "{{" not in at.text:
        return None
    start = opened(at.text, at.offset)
    if start is None:
        return None
    found = in_expression(at.text[start : at.offset], at.text[at.offset :][:200], at.report.figures.by_name)
    return [one.moved(start) for one in found]
