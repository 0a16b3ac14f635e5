"""Whether the first sentence of an answer says the opposite of the box that is ticked."""

import re

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar

_MONEY = r"(?:anslaget(?: 1:1)?|medlen|1:1-(?:medlen|anslaget)|regionen|vi)"
_WHEN = r"(?: under (?:året|20\d\d)| även| också)?"
_DONE = (
    r"(?:bidragit|medfinansierat|delfinansierat|finansierat|beviljat|använts|beviljats|stött|möjliggjort|stärkt"
    r"|fördelats|medverkat)\b"
)
_HAS = re.compile(rf"\b(?:{_MONEY} har{_WHEN}|har {_MONEY}){_WHEN} {_DONE}", re.IGNORECASE)
_HAS_NOT = re.compile(
    rf"\b{_MONEY} (?:har )?(?:under (?:året|20\d\d) )?(?:inte|ej)(?: ännu)?{_WHEN} {_DONE}"
    r"|^(?:Inga|Inget|Ingen) (?:medel|projekt|medfinansiering|insatser|beslut|del av anslaget)\b.{0,30} har\b"
    r"|\bhar (?:ingen|inga|inget) (?:medfinansiering|medel|projekt|insatser)\b",
    re.IGNORECASE,
)
# What makes a sentence say a little of both, or speak of other money.
_BUT = re.compile(r"\b(?:men|utan|dock|däremot|bara|enbart|endast|andra?|annat|egna|tidigare|förra|i stället)\b")
_NO = re.compile(r"\b(?:inte|ej|aldrig|ingen|inga|inget)\b")


def contradicted(svar: Svar) -> Hit | None:
    """Return the first sentence of an answer where it can only belong to the other box."""
    if len(svar.kryss) != 1 or not svar.meningar:
        return None
    first, *later = svar.meningar
    says, unsays = (_says_no, _says_yes) if svar.kryss[0] == "Ja" else (_says_yes, _says_no)
    if _BUT.search(first.text) or not says(first.text) or any(unsays(sentence.text) for sentence in later):
        return None
    return Hit(svar, first.start, first.end)


def _says_yes(text: str) -> bool:
    return _HAS.search(text) is not None and not _NO.search(text)


def _says_no(text: str) -> bool:
    return _HAS_NOT.search(text) is not None
