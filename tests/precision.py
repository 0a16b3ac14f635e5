"""How much of what a careful reader marked in a real report the rules find, and how often they are right.

Run it as ``python tests/precision.py [MAPP]``. The labels in ``facit/verklig-2024.csv`` give each slip by place:
area, question, offset and length in the answer's plain text, and rule, so that no sentence of the report stands
here. They were set before the rules were written. ``sure`` is yes where the slip should be found, no where it may
be: finding it is right, missing it no miss. ``also`` holds other places where the same slip may be shown.
"""

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

from rapport.finding import Finding
from rapport.workflow import open_report

FACIT = Path(__file__).parent / "facit" / "verklig-2024.csv"
REPORT = Path(__file__).parents[2] / "shared" / "verklig-rapport-2024"
AREAS = {1, 2, 5}
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Label:
    omrade: int
    rule: str
    is_sure: bool
    places: tuple[Place, ...]

    def is_met_by(self, finding: Finding) -> bool:
        if finding.rule != self.rule:
            return False
        if not self.places:
            return finding.omrade == self.omrade
        if finding.offset is None:
            return any(fraga == finding.fraga for fraga, _, length in self.places if not length)
        related = [(r.fraga or "", r.offset or 0, len(r.excerpt or "")) for r in finding.related]
        spans = [(finding.fraga or "", finding.offset, len(finding.excerpt or "")), *related]
        return any(_overlap(span, place) for place in self.places for span in spans)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[1] + other[2] and other[1] < one[1] + one[2]


def labels() -> list[Label]:
    with FACIT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        first = [f"{row['fraga']}:{row['offset'] or 0}:{row['length'] or 0}"] if row["fraga"] else []
        places = tuple(_place(text) for text in [*first, *row["also"].split()])
        found.append(Label(int(row["omrade"]), row["rule"], row["sure"] == "yes", places))
    return found


def _place(text: str) -> Place:
    fraga, offset, length = text.split(":")
    return fraga, int(offset), int(length)


@dataclass(frozen=True)
class Result:
    missed: list[Label]
    wrong: list[Finding]
    found: int
    judged: int

    @property
    def recall(self) -> float:
        return self.found / (self.found + len(self.missed))

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / self.judged


def measure(report: Path = REPORT) -> Result:
    findings = [f for f in open_report(report).check().findings if f.omrade in AREAS]
    facit = labels()
    sure = [label for label in facit if label.is_sure]
    missed = [label for label in sure if not any(map(label.is_met_by, findings))]
    judged = [f for f in findings if f.severity != "info"]
    wrong = [f for f in judged if not any(label.is_met_by(f) for label in facit)]
    return Result(missed, wrong, len(sure) - len(missed), len(judged))


def main() -> None:
    result = measure(Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT)
    print(f"recall     {result.recall:.3f}  ({result.found} found, {len(result.missed)} missed)")
    print(f"precision  {result.precision:.3f}  ({result.judged} warnings and errors, {len(result.wrong)} wrong)")
    for label in result.missed:
        print(f"  missed: {label.rule} {label.omrade} {label.places[:1]}")
    for finding in result.wrong:
        print(f"  wrong:  {finding.rule} {finding.fraga} {finding.offset} {len(finding.excerpt or '')}")


if __name__ == "__main__":
    main()
