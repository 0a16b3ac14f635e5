"""What is counted up in order and leaves one out: "för det första …, för det andra … och för det fjärde"."""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.domain.svar import Svar

_WORDS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte")
_FOR = re.compile(rf"\b[Ff]ör det (?P<nr>{'|'.join(_WORDS)})\b(?! (?:år|gång|kvartal|tertial|halvår|i rad|steg|mål))")
_NUMBERS = re.compile(r"(?<=[\s(])(?P<i>\(?)(?P<nr>[1-9])\)(?= [a-zåäö])")
_LETTERS = re.compile(r"(?<=[\s(])(?P<i>\(?)(?P<nr>[a-h])\)(?= [a-zåäö])")
_LETTER = "abcdefgh"
_MOST = 100

Left = tuple[int, int, str]


def left_out(svar: Svar) -> Iterator[Left]:
    """Yield where the order leaves one out, and what is told there."""
    if "ör det " in svar.text:
        found = [(m, _WORDS.index(m["nr"]) + 1) for m in islice(_FOR.finditer(svar.text), _MOST)]
        yield from ((m.start(), m.end(), f"efter ”för det {_WORDS[nr - 1]}”") for m, nr in _gaps(svar, found, 1))
    for pattern, signs in ((_NUMBERS, "123456789"), (_LETTERS, _LETTER)) if ")" in svar.text else ():
        some = [(m, signs.index(m["nr"]) + 1) for m in islice(pattern.finditer(svar.text), _MOST)]
        yield from ((m.start(), m.end(), f"efter {signs[nr - 1]})") for m, nr in _gaps(svar, some, 2))


def _gaps(svar: Svar, found: list[tuple[re.Match[str], int]], least: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what does not follow on the last one in its passage, with that, when at least so many began in order."""
    run = 0
    for at, (match, number) in enumerate(found):
        before = found[at - 1] if at else None
        is_near = before is not None and "\n" not in svar.text[before[0].end() : match.start()]
        if before and is_near and run >= least and number == before[1] + 2:
            yield match, before[1]
        follows = before is not None and is_near and run and number == before[1] + 1
        run = run + 1 if follows else int(number == 1)
