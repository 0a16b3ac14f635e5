"""What a document says of itself above its first question, and at the head of its pages: region, year, case number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapport.pdf.likeness import skeleton

_REGION = re.compile(
    r"(?:^|[·|,–-]\s*)"
    r"(R(?:egion|EGION) [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)*(?: län)?|Västra Götalandsregionen|Gotlands kommun)"
    r"\s*(?=$|[·|,–-])"
)
_YEAR = re.compile(r"\b(?:för|år|avseende|verksamhetsåret)\s+((?:19|20)\d\d)\b(?!:)", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:Diarienummer|Diarienr|Dnr)[.:]?\s*([\w/:.-]*\d[\w/:.-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headed:
    """Whose report it is, as far as it says; ``texts`` are the lines that say so."""

    region: str
    ar: int | None
    diarienummer: str | None
    texts: frozenset[str]

    def holds(self, text: str) -> bool:
        """Whether a line is one that says whose report it is, or the like, and nothing of an answer."""
        return skeleton(text) in self.texts or not skeleton(text)


def headed(texts: Iterable[str]) -> Headed:
    """Return what some lines say of the report."""
    found: dict[str, str] = {}
    said: set[str] = set()
    for text in texts:
        for what, pattern in (("region", _REGION), ("år", _YEAR), ("nummer", _NUMBER)):
            if match := pattern.search(text.strip()):
                found.setdefault(what, match[1])
                said.add(skeleton(text))
    year = found.get("år")
    return Headed(found.get("region", ""), int(year) if year else None, found.get("nummer"), frozenset(said))
