"""How many of the slips in reports that nobody had seen the rules find, and how often what they say is right.

Run it as ``python tests/omgang.py [MAPP]``. Each folder under ``omgangar`` is a round: reports with invented contents,
in several voices, written by somebody who had seen none of the rules, with the slips in ``facit.csv`` (question, words,
group, why) and what only looks like slips in ``ratt.txt``. A round was measured once before anything was mended by it;
those first figures stand in ``omgangar/LASMIG.md``. Since then it only keeps what was found from being lost.
``rimligt.csv`` lists what the rules say beyond the slips and a reader would agree with.
"""

import csv
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from rapport.finding import Finding
from rapport.workflow import open_report

ROUNDS = Path(__file__).parent / "omgangar"
HARD = {"siffror", "datum", "lag", "organ", "diarienummer"}
_BLANK = re.compile(r"\s")


@dataclass(frozen=True)
class Slip:
    """A slip that was planted: the question, the words where a reader's pen would go, and where they begin."""

    report: str
    fraga: str
    words: str
    group: str
    start: int

    def is_met_by(self, finding: Finding) -> bool:
        """Whether a finding is about these words, or about the answer where something is lacking."""
        if finding.offset is None:
            return self.group == "innehall" and finding.fraga == self.fraga
        ends = [
            (finding.fraga, finding.offset, finding.excerpt),
            *((r.fraga, r.offset, r.excerpt) for r in finding.related),
        ]
        return any(self._overlaps(*one) for one in ends)

    def _overlaps(self, fraga: str | None, offset: int | None, excerpt: str | None) -> bool:
        if fraga != self.fraga or offset is None:
            return False
        return offset <= self.start + len(self.words) and self.start <= offset + len(excerpt or "")


@dataclass
class Result:
    """What became of the slips of some reports, and what was said beyond them."""

    found: list[Slip] = field(default_factory=list)
    missed: list[Slip] = field(default_factory=list)
    beyond: list[tuple[str, Finding]] = field(default_factory=list)
    said: int = 0

    def recall(self, groups: set[str] | None = None) -> float:
        """Return the share of the slips, of some groups or all, that an error or a warning is about."""
        found, missed = ([s for s in some if not groups or s.group in groups] for some in (self.found, self.missed))
        return len(found) / max(1, len(found) + len(missed))

    @property
    def precision(self) -> float:
        """The share of the errors and warnings that are about a slip, or that a reader would agree with."""
        return 1 - len(self.beyond) / max(1, self.said)


def measure(folder: Path) -> Result:
    """Check every report of a round, and hold what is said against its slips."""
    result = Result()
    for report in sorted(path.parent for path in folder.glob("*/rapport.yaml")):
        opened = open_report(report)
        # That whole questions are unanswered is so on purpose.
        findings = [
            finding
            for finding in opened.check().findings
            if finding.severity != "info" and not (finding.rule == "tomt-svar" and finding.offset is None)
        ]
        texts = {fraga: svar.text for fraga, svar in opened.underlag.svar_by_fraga.items()}
        met: set[int] = set()
        for slip in slips(report, texts):
            by = [number for number, finding in enumerate(findings) if slip.is_met_by(finding)]
            met.update(by)
            (result.found if by else result.missed).append(slip)
        agreed = reasonable(report)
        beyond = [finding for number, finding in enumerate(findings) if number not in met]
        result.beyond += [(report.name, f) for f in beyond if (f.rule, f.fraga, f.excerpt or "") not in agreed]
        result.said += len(findings)
    return result


def slips(report: Path, texts: dict[str, str]) -> list[Slip]:
    """Return the slips of a report with their places in its answers' texts."""
    found = []
    for row in rows(report / "facit.csv"):
        words = row["excerpt"].strip()
        at = _BLANK.sub(" ", texts[row["fraga"]]).find(_BLANK.sub(" ", words))
        if at < 0 and row["grupp"] != "innehall":
            raise ValueError(f"{report.name} {row['fraga']}: {words}")
        found.append(Slip(report.name, row["fraga"], words, row["grupp"], at))
    return found


def reasonable(report: Path) -> set[tuple[str, str | None, str]]:
    """Return the rule, question and words of what is said beyond the slips and is right."""
    path = report.parent / "rimligt.csv"
    return {
        (row["regel"], row["fraga"], row["ord"])
        for row in (rows(path) if path.exists() else [])
        if row["redovisning"] == report.name
    }


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table that is separated by semicolons."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def main() -> None:
    """Print the figures of some rounds, what was missed, and what was said beyond the slips."""
    folders = [Path(arg) for arg in sys.argv[1:]] or sorted(path for path in ROUNDS.iterdir() if path.is_dir())
    for folder in folders:
        result = measure(folder)
        total = len(result.found) + len(result.missed)
        print(f"{folder.name}: {len(result.found)} av {total} funna ({result.recall():.2f}); {result.said} sagda,")
        print(
            f"  precision {result.precision:.2f}; siffror, datum, lag, organ och diarienummer {result.recall(HARD):.2f}"
        )
        for slip in result.missed:
            print(f"  missat: {slip.report} {slip.fraga} {slip.group}: {slip.words}")
        for report, finding in result.beyond:
            print(f"  utöver: {report} {finding.fraga} {finding.rule}: {finding.excerpt} {finding.message}")


if __name__ == "__main__":
    main()
