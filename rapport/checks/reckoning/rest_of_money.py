"""What is left of an amount, and more than it: "kostade 1,7 mnkr … regionen bidrog med återstående 850 mnkr"."""

import re
from collections.abc import Iterator

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd
from rapport.domain.svar import Svar

_REST = re.compile(r"\b(?:återstående|resterande|övriga|kvarvarande|de sista) $", re.IGNORECASE)
_BACK = 2  # sentences before that may have the whole


def more_than_all(svar: Svar) -> Iterator[tuple[Mangd, Mangd]]:
    """Yield each rest of money that is more than every amount before it in its passage, with the last of these."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        for at, rest in enumerate(found):
            if rest.slag != "kr" or rest.is_rough or not _REST.search(sentence.text[: rest.start]):
                continue
            before: list[Mangd] = []
            for back in range(max(0, number - _BACK), number + 1):
                other, some = read[back]
                if "\n" not in svar.text[other.end : sentence.start]:
                    kept = some if back < number else found[:at]
                    moved = (m.moved(other.start) for m in kept)
                    before += [m for m in moved if m.slag == "kr"]
            if before and all(rest.low > m.high for m in before):
                yield rest.moved(sentence.start), before[-1]
