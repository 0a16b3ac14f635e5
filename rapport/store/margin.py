"""Lines of an answer that stand too far to the left under its bar, as text does that is pasted at the margin."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from os.path import commonprefix
from typing import NamedTuple

from rapport.finding import Finding, Place
from rapport.store.bar import BAR, KEY, NOT_AS_WRITTEN, Missing, is_answer_key
from rapport.store.yaml_suspects import ends_answer

_STEP = 2
_DEEP = 4  # so much further in than the others a first line is no slip of the hand
_POINT = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_LIKE_KEY = re.compile(r"""\s*["']?[\w.]+["']?[ ]*:(?:\s|$)""")


class Run(NamedTuple):
    """The lines from the first too far left to the answer's last; ``new`` is None where it is in doubt how to write.

    ``start`` and ``end`` are where they stand in the file, and ``words`` are those of all the answer.
    """

    missing: Missing
    first: int
    start: int
    end: int
    new: str | None
    words: list[str]

    def covers(self, line: int | None) -> bool:
        """Whether a line, from 1, is one of them."""
        return line is not None and self.first <= line <= self.missing.last


def runs(source: str, path: str) -> Iterator[Run]:
    """Yield the lines too far left in each answer of a file's text, in order."""
    lines = source.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    at = next((number for number, line in enumerate(lines) if line.startswith("svar:")), len(lines)) + 1
    while at < len(lines):
        key = KEY.match(lines[at].rstrip("\r"))
        at += 1
        if not key or not is_answer_key(key["key"]) or not BAR.fullmatch(key["value"].rstrip()):
            continue
        end = _end(lines, at, len(key["indent"]))
        if run := _run(lines[:end], at, key, starts, path):
            yield run
        at = end


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """Return the line after the last of an answer: the next key, or what lacks but its colon, ends it."""
    until = next((n for n in range(at, len(lines)) if ends_answer(lines[n].rstrip("\r"), indent)), len(lines))
    while until > at and not lines[until - 1].strip():
        until -= 1
    return until


def _run(lines: Sequence[str], at: int, key: re.Match[str], starts: Sequence[int], path: str) -> Run | None:
    indent = len(key["indent"])
    written = [number for number in range(at, len(lines)) if lines[number].strip()]
    own = len(_blanks(lines[written[0]])) if written else 0
    wanted = own if own > indent and "\t" not in _blanks(lines[written[0]]) else indent + _STEP
    far = [n for n in written if "\t" in _blanks(lines[n])[:wanted] or len(_blanks(lines[n])) < wanted]
    if not far:
        return None
    pasted = [number for number in written if number >= far[0]]
    missing = Missing(at, len(lines), _finding(path, far, len(_blanks(lines[far[0]])), wanted), is_sure=True)
    body = lines[far[0] :]
    in_doubt = own >= indent + _STEP + _DEEP or any(map(_is_doubtful, (lines[n] for n in pasted)))
    new = None if in_doubt else _indented(body, wanted)
    words = " ".join(lines[at:]).split()
    return Run(missing, far[0] + 1, starts[far[0]], starts[len(lines)] - 1, new, words)


def _indented(body: Sequence[str], wanted: int) -> str | None:
    """Return lines set as far in as the answer's, those of lists as far in from each other as they were."""
    common = len(commonprefix([_blanks(line) for line in body if line.strip()]))  # noqa: RUF071 - of blanks
    has_points = any(map(_POINT.match, body))
    rest = [line[common:] if has_points else line.lstrip(" \t") for line in body]
    if any("\t" in _blanks(line) for line in rest):
        return None
    return "\n".join(" " * wanted + line if line.strip() else line.lstrip(" \t") for line in rest)


def _is_doubtful(line: str) -> bool:
    """Whether a line may be something else than text: a note to oneself, a key, what YAML parts files with."""
    return line.lstrip().startswith(("#", "---", "...")) or bool(_LIKE_KEY.match(line) and not line[:1].isupper())


def _blanks(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _finding(path: str, far: Sequence[int], indent: int, wanted: int) -> Finding:
    place = Place(path, far[0] + 1, indent + 1)
    if len(far) == 1:
        which = f"Raden har {indent} blanksteg först men hör ihop med texten ovanför, som har {wanted}"
        hint = f"Börja raden med {wanted} blanksteg, som de andra i svaret."
    else:
        which = f"{len(far)} rader, från rad {far[0] + 1} till {far[-1] + 1}, börjar för långt till vänster för svaret"
        hint = f"Börja var och en med {wanted} blanksteg (inga tabbar): markera dem och tryck Tabb i redigeraren."
    return Finding("yaml", "error", f"{which}, så därför {NOT_AS_WRITTEN}.", hint, place)
