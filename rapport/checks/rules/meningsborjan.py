"""En mening börjar med liten bokstav.

Varför: Efter en punkt börjar en ny mening, med stor bokstav. En liten bokstav där är oftast rest av en mening som
delats eller flyttats. Efter förkortningar (t.ex., ca, m.fl.) och i listor gäller det inte.

Fel: Arbetet fortsätter. därför ses programmet över.
Rätt: Arbetet fortsätter. Därför ses programmet över.

Tillåt med skäl: tillåt: {meningsborjan: Namnet börjar med liten bokstav.}
"""

import re
from collections.abc import Iterator

from rapport.checks.passages import Passage, passages_of
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import has_verb, listed
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
# Behind a word, a figure or a bracket; what stands before may be an abbreviation, and is looked at below.
_INSIDE = r"(?<=[a-zåäö0-9)][.] )[a-zåäö]{2,40}(?![\w:.@/-])"
# Abbreviations with a stop that the word list may take for words; shorter ones are never asked about.
_SHORT = frozenset(
    listed(
        "exkl forts fortl febr först inkl inst koord kand milj motsv ordf pers prop resp rubr samh sekr sept skriv "
        "spec stud uppl urspr vard vecka vanl övers"
    )
)
_FEWEST_WORDS = 6
_LONGEST_UNSURE = 3


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the first word of every sentence that begins in lower case."""
    passages = passages_of(svar)
    running = [(p.start, p.start + len(p.text)) for p in passages if p.kind == "stycke"]
    for hit in hits(svar, _INSIDE, signs=(". ",)):
        if any(start <= hit.start < end for start, end in running) and not _is_after_abbreviation(hit):
            yield _remark(hit)
    for before, passage in zip((None, *passages), passages, strict=False):
        if _begins_small(before, passage):
            word = re.split(r"[\s,.:;]", passage.text, maxsplit=1)[0]
            yield _remark(Hit(svar, passage.start, passage.start + len(word)))


def _remark(hit: Hit) -> Remark:
    right = hit.excerpt.capitalize()
    return hit.remark(
        f"Meningen börjar med liten bokstav: ”{hit.excerpt}”.", f"Skriv ”{right}”, eller ta bort punkten."
    )


def _is_after_abbreviation(hit: Hit) -> bool:
    """Whether the full stop before some words may be that of an abbreviation, of a number or of an enumeration."""
    line = hit.svar.text[max(0, hit.start - 60) : hit.start - 2].rpartition("\n")[2]
    word = re.split(r"[\s(”/–-]", line)[-1].rstrip(")")
    if (
        not word
        or "." in word
        or word.lower() in _SHORT
        or not (word.isalpha() or re.fullmatch(r"(?:19|20)\d\d", word))
    ):
        return True
    return word.isalpha() and (len(word) <= _LONGEST_UNSURE or not word.islower() or not judge().is_right(word))


def _begins_small(before: Passage | None, passage: Passage) -> bool:
    """Whether a paragraph is a whole sentence in lower case, and goes on with nothing that stands before it."""
    text = passage.text
    if passage.kind != "stycke" or not text[:2].islower() or not text[:2].isalpha():
        return False
    if before and not (before.kind == "stycke" and before.text.rstrip().endswith((".", "!", "?"))):
        return False
    is_sentence = text.rstrip().endswith(".") and len(text.split()) >= _FEWEST_WORDS and has_verb(text)
    return is_sentence and text.split()[0].isalpha()
