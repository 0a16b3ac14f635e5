"""The rules that gave findings, in their own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapport.output.interface import Granskning

_LABEL = re.compile(r"(Varför|Fel|Rätt|Tillåt med skäl|Mätt):\s+", re.MULTILINE)
_NEW_LINE = re.compile(r"\n(?=[A-ZÅÄÖ][\w ]{1,30}:\s)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule's documentation: what it is about, and its lines, each with what it begins with."""

    id: str
    about: str
    lines: tuple[tuple[str, str], ...]


def rule_texts(granskning: Granskning) -> list[RuleText]:
    """Return the documentation of every rule that gave a finding, by name."""
    names = sorted({finding.rule for finding in granskning.findings})
    return [_rule_text(name, granskning.dokumentation.get(name, "")) for name in names]


def _rule_text(name: str, documentation: str) -> RuleText:
    about, *rest = _NEW_LINE.split(documentation.strip())
    return RuleText(name, " ".join(about.split()), tuple(_lines(rest)))


def _lines(paragraphs: list[str]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        label = _LABEL.match(text)
        if text:
            yield (label[1], text[label.end() :]) if label else ("", text)
