"""What became of each letter of a text that is known by heart, by how it is seen."""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from rapport.pdf.line import SOFT

_LONGEST = 3
Seen = Counter[tuple[str, str]]  # of letters and what they are seen as


def evidence(true: str, seen: str) -> Seen:
    """Return what became of each letter of a text that is known; ``seen`` has line feeds where its lines end."""
    counts: Seen = Counter()
    for start, end, became in _pieces(true, seen):
        piece = true[start:end]
        is_told = piece.isalpha() or (piece.strip() and len(piece) == len(became.strip()))
        if is_told and "\n" not in became and SOFT not in became:
            counts[piece, became if piece.isalpha() else became.strip()] += 1
    return counts


def _pieces(true: str, seen: str) -> Iterator[tuple[int, int, str]]:  # noqa: C901 - a line for each kind of change
    """Yield stretches of a known text with what each became: a letter or, where they go together, a few."""
    became: list[str | None] = list(true)
    groups: list[tuple[int, int, str]] = []
    last: tuple[int, int] | None = None
    for op in Levenshtein.opcodes(true, seen):
        tag, start, end, first, past = op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end
        piece = seen[first:past]
        if tag == "equal":
            last = None
            continue
        if tag == "insert":
            _put_behind(true, became, groups, start, piece, is_next=last == (start, first))
        elif tag == "replace" and end - start == past - first and not piece.isspace():
            if groups and groups[-1][1] == start and last == (start, first) and not groups[-1][2]:
                begun, _, _ = groups.pop()  # likewise, its first letter gone first
                groups.append((begun, start + 1, piece[0]))
                became[start], became[start + 1 : end] = None, list(piece[1:])
            else:
                became[start:end] = list(piece)
        else:
            if groups and groups[-1][1] == start and last == (start, first):
                start, _, before = groups.pop()
                piece = before + piece
            elif last == (start, first) and not piece and start and _is_one_sign(became[start - 1]):
                start, piece = start - 1, became[start - 1] or ""  # two letters written as one sign
            groups.append((start, end, piece))
            became[start:end] = [None] * (end - start)
        last = (end, past)
    yield from groups
    end_of_line = {at for at in range(len(true) - 1) if became[at + 1] in ("\n", None) and true[at + 1] == " "}
    for at, letter in enumerate(became):
        if letter is not None and at not in end_of_line:
            yield at, at + 1, letter


def _put_behind(  # noqa: PLR0913 - all that it takes
    true: str, became: list[str | None], groups: list[tuple[int, int, str]], at: int, piece: str, *, is_next: bool
) -> None:
    """Put what was inserted with the letter before it; a blank goes with the last letter and not with a blank."""
    if is_next and groups and groups[-1][1] == at:
        start, end, before = groups.pop()
        groups.append((start, end, before + piece))
        return
    at -= 1
    while at >= 0 and true[at] == " " and piece.isspace():
        at -= 1
    if at >= 0 and became[at] is not None and len(piece) < _LONGEST:
        became[at] = f"{became[at]}{piece}"


def _is_one_sign(became: str | None) -> bool:
    return became is not None and len(became) == 1
