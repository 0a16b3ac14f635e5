"""Counts that are said to have risen or fallen to another, of what was just counted: "412 … ökade antalet till 389"."""

import re
from collections.abc import Iterator

from rapport.checks.reckoning.changes import Change, Direction
from rapport.checks.reckoning.quantities import NOT_PEOPLE, mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_TO = re.compile(
    r"\b(?:(?P<upp>ökade|steg|växte|har ökat)|(?P<ner>minskade|sjönk|har minskat)) (?:antalet|siffran) till $"
    r"|\b[Aa]ntalet (?:(?P<upp2>ökade|steg|växte|har ökat)|(?P<ner2>minskade|sjönk|har minskat)) till $"
)
_FROM = re.compile(r"\b(?:från|jämfört|mot)\b")
_LARGEST_RATIO, _LEAST = 2, 10


def counted_on(svar: Svar) -> Iterator[Change]:
    """Yield every change from a count to the next, "antalet" being of what the sentence or the one before counts."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        for at, second in enumerate(found):
            match = _TO.search(sentence.text[: second.start])
            if not match or second.slag != "antal" or _FROM.search(sentence.text):
                continue
            first = _before(svar, number, at)
            if first is None or first.is_rough or second.is_rough or first.value == second.value:
                continue
            here = second.moved(sentence.start)
            word = match["upp"] or match["upp2"] or match["ner"] or match["ner2"]
            direction: Direction = "upp" if match["upp"] or match["upp2"] else "ner"
            start = sentence.start + match.start()
            if max(first.value, here.value) <= _LARGEST_RATIO * min(first.value, here.value):
                yield Change(first, here, direction, word, None, "", None, start, here.end)


def _before(svar: Svar, number: int, at: int) -> Mangd | None:
    """Return the only count before one in its sentence, or else in the sentence before; its place is the answer's."""
    read = mangder_by_sentence(svar)
    for back in (0, 1):
        if number < back:
            return None
        sentence, found = read[number - back]
        if back and "\n" in svar.text[sentence.end : read[number][0].start]:
            return None
        counts = [m for m in (found if back else found[:at]) if m.slag == "antal" and m.value >= _LEAST]
        counts = [m for m in counts if not NOT_PEOPLE.match(sentence.text, m.end)]
        if len(counts) == 1:
            return counts[0].moved(sentence.start)
        if counts:
            return None
    return None
