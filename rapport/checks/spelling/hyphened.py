"""Hyphened: words that a hyphen divides though they are one: "transport-sektorn"."""

import re
from collections.abc import Iterator

from rapport.checks.spelling.apart import HYPHENS, NO_NOUNS, NO_SECOND, Apart
from rapport.checks.spelling.frequent import frequent
from rapport.checks.spelling.kinds import BOUND, FIRST
from rapport.checks.spelling.verdicts import judge

_HYPHENED = re.compile(r"(?<![\w\u2011/’'-])([A-ZÅÄÖ]?[a-zåäö]{3,40})[-\u2011]([a-zåäö]{3,40})(?![\w\u2011/’'-])")


def hyphened(text: str) -> Iterator[Apart]:
    """Yield the words that a hyphen divides though they are one: "transport-sektorn"; names keep theirs."""
    for match in _HYPHENED.finditer(text) if any(hyphen in text for hyphen in HYPHENS) else ():
        first, second = match[1].lower(), match[2]
        whole = first + second
        is_listed = judge().kind(first) in {FIRST, BOUND} and bool(judge().kind(whole))
        may_be_one = second not in NO_SECOND and first not in NO_NOUNS
        if may_be_one and (is_listed or whole in frequent()) and judge().is_right(whole):
            yield Apart(match.start(), match.end(), match[1] + second, is_sure=True)
