"""What there is to know of an answer's words: a case number's paper, what is short for what, a question."""

import re
from collections.abc import Iterator

from rapport.checks.bodies.acronyms import is_spelled_out
from rapport.checks.rule import Hit, svar_in_order
from rapport.domain.diarienummer import COMMON, find_numbers
from rapport.domain.kalla import Kalla
from rapport.domain.offer import Told
from rapport.domain.organ_kort import kort
from rapport.domain.underlag import Underlag
from rapport.workflow.asking import Asking
from rapport.workflow.told_pages import question

_WORD = re.compile(r"[\wÅÄÖåäö+]+")
_ACRONYM = re.compile(r"[A-ZÅÄÖ]{2,6}\+?")
_QUESTION = re.compile(
    r"(?i)\b(?:fråg(?:a|an|or|orna)|svar(?:et)? (?:på|i|under)|se)(?: fråga)? (?P<id>\d+\.\d+[a-z]?)\b"
)
_LONGEST = 300  # characters of a sentence


def told_prose(at: Asking) -> Told | None:
    """Return what there is to know of the words at a place; None where that is nothing."""
    start, offset = at.cursor.start, at.offset - at.cursor.start
    line = at.text[start : at.cursor.end]
    found = _reference(at, line, offset) or _case(at, line, offset) or _acronym(at, line, offset)
    return found._replace(start=start + found.start, end=start + found.end) if found else None


def _reference(at: Asking, line: str, offset: int) -> Told | None:
    mall = at.underlag.mall
    for found in _QUESTION.finditer(line):
        if found.start() <= offset <= found.end() and found["id"] in mall.fraga_by_id:
            return question(mall, found["id"])._replace(start=found.start(), end=found.end())
    return None


def _case(at: Asking, line: str, offset: int) -> Told | None:
    register = at.underlag.kallor
    forms = (*register.monster, *(form for form in COMMON if form not in register.monster))
    found = next((one for one in find_numbers(line, forms) if one.start <= offset <= one.end), None)
    if found is None:
        return None
    papers = tuple(_paper(kalla) for kalla in register.kallor if kalla.diarienummer == found.number)
    parts: list[str | tuple[str, ...]] = [papers] if papers else ["Inget papper i kallor.yaml har det diarienumret."]
    if found.number == at.underlag.diarienummer:
        parts.append("Det är redovisningens eget diarienummer.")
    return Told(found.number, tuple(parts), found.start, found.end)


def _paper(kalla: Kalla) -> str:
    date = kalla.datum.isoformat() if kalla.datum else ""
    return " · ".join(filter(None, [kalla.titel, date, kalla.slag, kalla.fil or ""]))


def _acronym(at: Asking, line: str, offset: int) -> Told | None:
    found = next((one for one in _WORD.finditer(line) if one.start() <= offset <= one.end()), None)
    if found is None:
        return None
    names = [name for name, short in kort().items() if found[0] in short]
    if not names and not _ACRONYM.fullmatch(found[0]):
        return None
    parts = [*_uses(at.underlag, found[0])]
    if names:
        parts.insert(0, f"Står för {' eller '.join(names)}.")
    return Told(found[0], tuple(parts), found.start(), found.end()) if parts else None


def _uses(underlag: Underlag, word: str) -> Iterator[str]:
    """Yield where the answers use a word first, and where they say what it stands for."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    hits = [Hit(svar, *one.span()) for svar in svar_in_order(underlag) for one in pattern.finditer(svar.text)]
    if not hits:
        return
    told = next((hit for hit in hits if is_spelled_out(hit)), None)
    if told is None or told != hits[0]:
        yield f"Används först i {hits[0].svar.fraga}: ”{_sentence(hits[0])}”"
    yield f"Förklaras i {told.svar.fraga}: ”{_sentence(told)}”" if told else "Förklaras inte i redovisningen."


def _sentence(hit: Hit) -> str:
    """Return the sentence that a word stands in, on one line; of a long one the words around it."""
    text = next((one.text for one in hit.svar.meningar if one.start <= hit.start < one.end), hit.excerpt)
    if len(text) > _LONGEST:
        text = f"… {hit.svar.text[max(0, hit.start - _LONGEST // 2) : hit.end + _LONGEST // 2]} …"
    return " ".join(text.split())
