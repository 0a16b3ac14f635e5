"""Which answers name which papers, and what a register entry for an unregistered paper would say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import get_args

from rapport.domain.diarienummer import COMMON, find_numbers
from rapport.domain.kalla import Kalla, Register, Slag
from rapport.domain.mall import file_word
from rapport.sources.paper import Snippet
from rapport.sources.words import fold, terms

_DATE = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_/]| / [^\W\d_]){3,}(?!\w)")  # K a l l e l s e
_NUMBER = re.compile(r"^\d+[.)]\s*")
_HEADING_ENDS = re.compile(r"(?<=[.!?])\s|\s\(|\s(?=(?:Sammanfattning|[ÄA]rendebeskrivning|Tid:|20\d\d-\d\d-\d\d))")
_TITLE_WORDS = 2  # fewer may stand in any answer
_TITLE_LENGTH = 120
_BEGINNING = 600  # characters of a paper in which it says what it is


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the register could say of a paper: the case numbers that stand in it, and what can be told of the rest."""

    id: str
    titel: str
    numbers: tuple[str, ...]
    datum: date | None
    slag: str
    fil: str


def case_numbers(texts: Iterable[str], register: Register) -> tuple[str, ...]:
    """Return the case numbers in some texts, each once, in order: the region's own forms and the common ones."""
    forms = (*register.monster, *(form for form in COMMON if form not in register.monster))
    return tuple(dict.fromkeys(found.number for text in texts for found in find_numbers(text, forms)))


def cites(text: str, kalla: Kalla, register: Register) -> bool:
    """Return whether an answer's text names a paper: by case number, title or short name."""
    if kalla.diarienummer and kalla.diarienummer in case_numbers([text], register):
        return True
    words, title = " ".join(terms(text)), terms(kalla.titel)
    if len(title) >= _TITLE_WORDS and f" {' '.join(title)} " in f" {words} ":
        return True
    is_distinct = bool(re.search(r"[-_\d]", kalla.id))  # "plan" is a word like any other
    return is_distinct and re.search(rf"(?<![\w-]){re.escape(kalla.id)}(?![\w-])", text) is not None


def propose(name: str, snippets: Sequence[Snippet], register: Register) -> Proposal:
    """Return what the register could say of a paper that it lacks; ``name`` is the file's path in ``kallor/``."""
    beginning = "\n".join(snippet.text for snippet in snippets[:5])[:_BEGINNING]
    stem = PurePosixPath(name).stem
    taken = {kalla.id for kalla in register.kallor}
    short = file_word(stem) or "papper"
    return Proposal(
        id=next(word for word in [short, *(f"{short}-{n}" for n in range(2, 10_000))] if word not in taken),
        titel=_titel(beginning) or stem,
        numbers=case_numbers((snippet.text for snippet in snippets), register),
        datum=_datum(stem) or _datum(beginning),
        slag=_slag(stem, beginning),
        fil=name,
    )


def _titel(beginning: str) -> str:
    """Return the words that a paper begins with, as far as they look like a heading."""
    text = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), beginning.strip().partition("\n")[0])
    text = _HEADING_ENDS.split(_NUMBER.sub("", text), maxsplit=1)[0].strip()
    return text if len(text) <= _TITLE_LENGTH else ""


def _datum(text: str) -> date | None:
    for found in _DATE.finditer(text):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def _slag(stem: str, beginning: str) -> str:
    """Return which kind of paper the file's name says it is, or else the paper's first words."""
    for text in (stem, beginning):
        folded = fold(text)
        slag_list: tuple[str, ...] = get_args(Slag)
        found = [(m.start(), slag) for slag in slag_list if (m := re.search(rf"{fold(slag)}(?![a-z])", folded))]
        if found:
            return min(found)[1]
    return "övrigt"
