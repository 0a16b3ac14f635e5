"""Amounts that are all that something has, or all that was granted: "en budget på 8,5 mnkr"."""

import re

from rapport.domain.mangder import Mangd

WHOLE = re.compile(
    r"(?:\b(?:total)?(?P<ord>budget)(?:en)? (?:på|är|om|uppgår till|omfattar)"
    r"|\b(?P<med>omfattar|omsluter)|\b(?:kostar|har fått|fått)"
    r"|\bfinansiera(?:s|des|ts) med|^[A-ZÅÄÖ][\w -]{3,40} \() ?(?:totalt |sammanlagt )?$"
)
_TITLE = re.compile(r"(?:[A-ZÅÄÖ][\w-]*)(?: [A-ZÅÄÖ][\w-]*)*")
_LEAD = re.compile(r"^(?:I|Inom|För|Under|Av|Med|Projektet|Programmet|Satsningen|Insatsen|Den|Det)(?: |$)")
_NO_TITLE = re.compile(r"(?:Region|Regionen|Länet|Totalt|Sammanlagt)\b")
# Where a total ends, and what it is divided into begins.
TOTAL_ENDS = re.compile(r",? \b(?:fördelad?[et]?|fördelat|varav|avsåg|gick|användes)\b")


def of_title(text: str, mangd: Mangd, whole: re.Match[str] | None) -> tuple[str, frozenset[str]]:
    """Return the word that says that an amount is all that something has, and the names that stand before it."""
    word = (whole["ord"] or ("omfattar" if whole["med"] else "")) if whole else ""
    titles = {_LEAD.sub("", match[0]) for match in _TITLE.finditer(text, 0, mangd.start)} if word else set()
    return word, frozenset(title for title in titles if title and not _NO_TITLE.match(title))


def is_total(text: str, mangd: Mangd, found: list[Mangd]) -> bool:
    """Whether an amount is granted in all, and what stands behind it is what it was divided into or a part of it."""
    others = [m for m in found if m.slag == mangd.slag and m is not mangd]
    is_first = mangd.slag == "kr" and others and all(m.start > mangd.end and m.value < mangd.value for m in others)
    ends = TOTAL_ENDS.search(text, mangd.end) if is_first else None
    return bool(ends and ends.end() <= others[0].start and "evilja" in text[: ends.start()])
