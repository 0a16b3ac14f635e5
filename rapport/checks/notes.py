"""References to footnotes by number: "se fotnot 7", where no answer has such a note."""

import re
from collections.abc import Iterator, Sequence

from rapport.checks.rule import Hit
from rapport.domain.fotnoter import nummer_by_fraga
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, paragraphs

_NOTE = re.compile(r"\b(?:[Ff]otnot|[Ss]e (?:även |också )?not) (?P<nr>\d{1,3})(?!\d|[.:/]\d)")
# A note of some other paper's: "fotnot 7 i planen".
_OF_OTHER = re.compile(r" (?:i|till|på) (?!(?:den här |denna |årets )?(?:redovisning|svar)|fråga)")


def missing_notes(answers: Sequence[Svar], mall: Mall) -> Iterator[Hit]:
    """Yield each reference to a footnote that is none of the answers' own, however they are numbered."""
    referring = [svar for svar in answers if svar.remember(("note",), lambda one=svar: bool(_NOTE.search(one.text)))]  # type: ignore[misc]
    if not referring:
        return
    antal = {svar.fraga: _own(svar) for svar in answers}
    in_document = {number for numbers in nummer_by_fraga(mall, antal).values() for number in numbers}
    known = in_document | set(range(1, sum(antal.values()) + 1))
    for svar in referring:
        for match in _NOTE.finditer(svar.text):
            if int(match["nr"]) not in known and not _OF_OTHER.match(svar.text, match.end()):
                yield Hit(svar, *match.span())


def _own(svar: Svar) -> int:
    return sum(isinstance(one, Footnote) for paragraph in paragraphs(svar.blocks) for one in paragraph.inlines)
