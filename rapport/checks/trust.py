"""How far each rule is to be trusted: how many of its errors and warnings were right on text that nobody had seen.

The figures stand in ``traffsakerhet.csv`` beside this file, a line for each rule.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("traffsakerhet.csv")
LEAST = 0.9  # what is right less often is no warning
_EXACT = "exakt"


class Trust(NamedTuple):
    """How far a rule is to be trusted: ``right`` of ``judged`` findings, in a month; an exact rule needs no judging."""

    right: int = 0
    judged: int = 0
    month: str = ""
    is_exact: bool = False

    @property
    def is_enough(self) -> bool:
        """Whether the rule may warn, as far as is known."""
        return self.is_exact or self.right >= LEAST * self.judged

    def __str__(self) -> str:
        if self.is_exact:
            return "Träffsäkerhet: regeln räknar, jämför eller läser av, och är exakt."
        if not self.judged:
            return f"Träffsäkerhet på osedd text: inga fynd att bedöma än ({self.month})."
        return f"Träffsäkerhet på osedd text: {self.right} av {self.judged} rätta ({self.month})."


@cache
def trust_by_rule() -> dict[str, Trust]:
    """Return how far each rule is to be trusted, by its id."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=";")
        return {row["regel"]: _trust(row) for row in rows}


def _trust(row: dict[str, str]) -> Trust:
    if row["rätta"] == _EXACT:
        return Trust(is_exact=True)
    return Trust(int(row["rätta"]), int(row["av"]), row["mätt"])
