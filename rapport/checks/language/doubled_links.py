"""Doubled links: a subordinate clause that goes on with "och därför" where its main clause should begin.

"Eftersom butikerna är få, och därför har regionen ökat stödet": there is no main clause. Said only where the clause
before has one finite verb, or as many as it has words that begin a clause.
"""

import re
from collections.abc import Iterator

from rapport.checks.language.verbs import is_past, is_present, is_present_passive
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import has_verb
from rapport.domain.svar import Svar

_CAUSE = r"Eftersom|Då|När|Sedan|Genom att|I och med att|Medan"
_DESPITE = r"Även om|Trots att|Fastän|Fast"
_THUS = re.compile(
    rf"(?:{_CAUSE}) (?P<clause>[^,;:.]{{8,250}}),? (?P<link>(?:och|så) (?:därför|därmed|därigenom))(?P<rest> .+)"
)
_BUT = re.compile(rf"(?:{_DESPITE}) (?P<clause>[^,;:.]{{8,200}}),? (?P<link>men)(?P<rest> [^,]+)$")
_OPENING = re.compile(r"\b(?:att|som|där|när|om|eftersom|medan|vilket|vilka|då)\b")


def doubled_links(svar: Svar) -> Iterator[Hit]:
    """Yield every "och därför" or "men" that stands where a main clause should begin."""
    for sentence in svar.meningar:
        for pattern in (_THUS, _BUT):
            match = pattern.match(sentence.text)
            if match and _is_one_clause(match["clause"]) and _begins_clause(match["rest"], is_turned=pattern is _THUS):
                yield Hit(svar, sentence.start + match.start("link"), sentence.start + match.end("link"))


def _is_one_clause(clause: str) -> bool:
    found = sum(_is_finite(word) for word in clause.split())
    return 1 <= found <= 1 + len(_OPENING.findall(clause))


def _begins_clause(rest: str, *, is_turned: bool) -> bool:
    """Whether a main clause follows: its verb at once behind "därför", its subject behind "men"; and only one."""
    words = rest.split()
    if is_turned:
        behind = words[1:2] and words[1].lower()
        has_subject = behind in {"vi", "man", "det", "de", "den"} or bool(
            paradigms().forms(behind or "") & {"ud", "nd", "uq", "nq"}
        )
        return _is_finite(words[0]) and (has_subject or (bool(behind) and words[1][0].isupper()))
    return sum(_is_finite(word) for word in words) == 1 and _is_finite(words[1] if len(words) > 1 else "")


def _is_finite(word: str) -> bool:
    word = word.rstrip(",.").lower()
    is_verb = has_verb(word) or is_present(word) or is_present_passive(word) or is_past(word)
    return is_verb or (word.endswith(("ade", "dde")) and "v" in paradigms().forms(word))
