"""The row that a sentence says has most or least of a column: "bristen är på kort sikt störst inom bygg"."""

import re

from rapport.checks.reckoning.tables import Cell, NumberTable
from rapport.nearest import folded

Row = tuple[Cell, ...]
_SUPER = r"(?:flest|mest|störst|högst|minst|lägst|färst)"
_IS = r"(?:är|var|blev|ligger|låg)"
_WORDS = r"(?:[\w-]+ ){0,6}?"
_IN = r"(?:inom|i|för|hos|på)"
_HAS = r"(?:har|hade|fick|får|redovisar|redovisade|står för|stod för)"
_MORE = r" (?:och|samt|eller|respektive|/)|,(?! (?:följ|där|men|medan|som|med|och|vilket))"
_FEW = 3
_WORD = re.compile(r"[a-zåäöé]{3,}")
# What says nothing of which numbers are meant.
_NEUTRAL = frozenset(
    ("antal", "antalet", "kommun", "kommunen", "länet", "länets", "och", "den", "det", "som", "till", "var", "alltså")
)
_STEM = 5


def told_of(table: NumberTable, rows: list[Row], text: str) -> tuple[int, Row] | None:
    """Return the column and the row of a superlative that is said of them, where every other word is the heading's."""
    told = folded(text)
    found: list[tuple[int, int, Row]] = []
    for column in range(1, len(table.heading)):
        heading = _WORD.findall(folded(table.heading[column].text))
        noun = next((word for word in heading if word not in _NEUTRAL), "")
        for row in rows if noun else ():
            name = folded(row[0].text).strip()
            clause = _clause(told, _stem(noun), name) if len(name) >= _FEW else None
            if clause is not None and _is_all_of(clause, heading):
                found.append((sum(_stem(word) in clause for word in heading), column, row))
    best = max((many for many, _, _ in found), default=0)
    sure = [(column, row) for many, column, row in found if many == best]
    return sure[0] if len(sure) == 1 else None


def _clause(told: str, noun: str, name: str) -> str | None:
    """Return the words that say that a row has most of what a noun stem names; the row's own name is left out."""
    what, row = rf"(?:antalet )?{re.escape(noun)}[\w-]*", rf"{re.escape(name)}s?(?![\w-]|{_MORE})"
    for pattern in (
        rf"^{_WORDS}{what} {_WORDS}{_IS} {_WORDS}{_SUPER} {_IN} {row}",
        rf"^{_WORDS}{_IS} {what} {_WORDS}{_SUPER} {_IN} {row}",
        rf"^{_SUPER} {_IS} {what} {_WORDS}{_IN} {row}",
        rf"^{row} {_HAS} (?:den |det |de )?(?:allra )?{_SUPER}a? {what}[^.;,:]*",
    ):
        if match := re.search(pattern, told):
            return match[0].replace(name, " ")
    return None


def _is_all_of(clause: str, heading: list[str]) -> bool:
    """Whether the words of a clause are the heading's own, so that nothing narrower is meant."""
    stems = {_stem(word) for word in heading}
    return all(
        len(word) < _STEM or word in _NEUTRAL or _stem(word) in stems or re.fullmatch(rf"{_SUPER}a?|{_IS}|{_HAS}", word)
        for word in _WORD.findall(clause)
    )


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - 3)][:9] if len(word) > _STEM else word
