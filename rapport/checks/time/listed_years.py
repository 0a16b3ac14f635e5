"""Items of a list of the year's results that are dated in another year.

"Prestationer under året:", and then "Beslut fattades i juni 2015".
"""

import re
from collections.abc import Mapping

from rapport.checks.passages import Passage, passages_of
from rapport.domain.svar import Svar
from rapport.prose.numbers import MONTHS
from rapport.prose.sentences import Sentence

_OLDEST = 20  # years: a slip of one digit may be as far from the report's
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"\b(?:den )?\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{_MONTH}) (?P<ar>20\d\d)(?![\d–-])"
    rf"|\bi (?:{_MONTH}) (?P<m>20\d\d)(?![\d–-])"
)
_DONE = re.compile(
    r"\b(?:\w{3,}(?:ades|des|tes|ts)|hölls|gavs|togs|antogs|skedde|öppnade|invigdes|startade|samlade|deltog|kom)\b"
)
# What looks back from the item, or tells of what others had done.
_BACK = re.compile(
    r"\b(?:sedan|från|enligt|som|jämför\w*|mot|än|efter|inför|tidigare|förra|föregående|fjol\w*|uppfölj\w*"
    r"|följ\w* upp|förläng\w*|revider\w*|byggde|grund\w*|först\w*|redan|avtal\w*|period\w*)\b",
    re.IGNORECASE,
)


def in_results(svar: Svar, sentence: Sentence, ar: int) -> tuple[int, int] | None:
    """Return where an item of a list of what the report's year gave is dated in a year before; places are its own."""
    lead = _leads(svar).get(_item_start(svar, sentence))
    if lead is None or not _results_of(ar).search(lead):
        return None
    if not _DONE.search(sentence.text) or _BACK.search(sentence.text):
        return None
    for match in _DATED.finditer(sentence.text):
        if ar - _OLDEST <= int(match["ar"] or match["m"]) < ar:
            return match.span()
    return None


def _results_of(ar: int) -> re.Pattern[str]:
    return re.compile(rf"[Pp]restation|[Rr]esultat\b|[Uu]nder året|\b[Ii] år\b|[Åå]rets\b|\b{ar}\b")


def _leads(svar: Svar) -> Mapping[int, str]:
    """Return what leads to each list's items, by where the item begins: the paragraph right before the list."""
    return svar.remember(("leads of items",), lambda: _read_leads(passages_of(svar)))


def _read_leads(passages: tuple[Passage, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    lead = ""
    for one in passages:
        if one.kind == "punkt" and lead:
            found[one.start] = lead
        elif one.kind != "punkt":
            lead = one.text if one.before_list else ""
    return found


def _item_start(svar: Svar, sentence: Sentence) -> int:
    return svar.text.rfind("\n", 0, sentence.start) + 1
