"""Lines that were meant apart, and how to write them so, where that is beyond doubt: lists, rows, addresses.

Whoever makes the change must read the answer again and compare it with ``apart_blocks.with_apart``.
"""

import re
from collections.abc import Iterator, Sequence

from rapport.prose.apart_lines import ENOUGH, MARKER, STOPS, Change, Line, Mend, Row, groups, on_lines, sign, sign_name
from rapport.prose.apart_list import list_apart
from rapport.prose.apart_rows import row_edits, rows_of
from rapport.prose.glued import is_short

_POSTCODE = re.compile(r"(?:SE-)?\d{3} ?\d{2} +[A-ZÅÄÖ][\w-]*(?: [A-ZÅÄÖ][\w-]*)*")
_BELOW_POSTCODE = re.compile(r"(?:Sverige|Tel|Telefon|Växel|Mobil|Fax|E-post|Epost|Webb|Org)\b.*|\d[\d /-]{5,}")
_PROSE = re.compile(r"\b(?:till|hos|på|vid|i|från|av|är|var|finns|ligger|har)\s")


def mends(source: str, *, are_meant: bool = False) -> Iterator[Mend]:
    """Yield the lines of an answer that can be set apart, as far as it is certain how they were meant.

    Where somebody has said that they are meant as a list or a table, more is certain.
    """
    waiting = list(groups(source))
    while waiting:
        group = waiting.pop(0)
        while waiting and _is_bullets(group) and _is_bullets(waiting[0]):
            group += waiting.pop(0)  # as Outlook has them: a blank line between
        if mend := list_apart(group, is_meant=are_meant) or _table(group, is_meant=are_meant) or _address(group):
            yield mend


def _is_bullets(group: Sequence[Line]) -> bool:
    return all(sign_name(line) == "bullet" for line in group)


def _table(group: Sequence[Line], *, is_meant: bool) -> Mend | None:
    """Return rows from a spreadsheet as a table, where it is seen or said that the first holds the headings."""
    tabbed = [number for number, line in enumerate(group) if "\t" in line.text.rstrip() and not sign(line)]
    if not tabbed or tabbed != list(range(tabbed[0], tabbed[-1] + 1)) or any(MARKER.match(x.text) for x in group):
        return None
    lead, lines, tail = group[: tabbed[0]], group[tabbed[0] : tabbed[-1] + 1], group[tabbed[-1] + 1 :]
    is_sentence = not tail or (tail[0].text.lstrip()[0].isupper() and tail[-1].text.rstrip().endswith(STOPS))
    rows = rows_of([(line.start, line.text) for line in lines], is_meant=is_meant)
    if rows is None or not (is_sentence or is_meant):
        return None
    changes = [Change(*edit) for edit in row_edits([(line.start, line.text) for line in lines], rows)]
    changes += [Change(line.end, line.end, "\n") for line in lead[-1:]]
    changes += [Change(lines[-1].stop, lines[-1].stop, "\n") for _ in tail[:1]]
    changes.sort(key=lambda change: change[:2])
    return Mend("table", lines[0].start, lines[-1].end, tuple(Row(tuple(row)) for row in rows), tuple(changes))


def _address(group: Sequence[Line]) -> Mend | None:
    """Return the lines of an address, known by its postcode, as lines of their own."""
    texts = [line.text.strip() for line in group]
    first = next((number for number in range(len(group)) if all(map(is_short, texts[number:]))), len(group))
    towns = [number for number, text in enumerate(texts) if number >= first and _POSTCODE.fullmatch(text)]
    if len(group) - first < ENOUGH or not towns:
        return None
    if not all(map(_BELOW_POSTCODE.fullmatch, texts[towns[-1] + 1 :])):
        return None
    is_led = not first or texts[first - 1].endswith((":", "."))
    if not is_led or any(_PROSE.search(text) for text in texts[first:]) or any(map(MARKER.match, texts[:first])):
        return None
    return on_lines(group[:first], [[line] for line in group[first:]])
