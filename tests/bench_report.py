"""How long a report in memory takes to check again, and whether many of them leave anything behind; see bench.py.

Run by itself it opens many copies of a report and prints how much the process grew, in MB.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import rapport.workflow

ROUNDS, COPIES, SETTLED = 3, 200, 40
BUILT = shutil.ignore_patterns("redovisning-*", ".rapport-*")


def obstacle() -> str:
    """Return why nothing can be measured, or nothing."""
    return "" if hasattr(rapport.workflow, "open_report") else "rapport.workflow har inget open_report."


def _opened(report: Path) -> Any:
    return rapport.workflow.open_report(report)  # type: ignore[attr-defined]


def _taken(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def checks(folder: Path) -> list[float]:
    """Return the times of a check after each change of one answer: every answer, some rounds, in ms."""
    report = _opened(folder)
    report.check()
    times = []
    for number in range(ROUNDS):
        for fraga, text in texts(folder).items():
            report.set(fraga, text=f"{text.rstrip()}\n\nUnder året tillkom {number + 2} möten i länet.\n")
            times.append(_taken(report.check))
            report.set(fraga, text=text)
            report.check()
    return times


def whole_checks(folder: Path) -> list[float]:
    """Return the times of opening a report and checking it whole, all that can be remembered being so, in ms."""
    return [_taken(lambda: _opened(folder).check()) for _ in range(11)][2:]


def texts(folder: Path) -> dict[str, str]:
    """Return the answers' texts as they stand in the files."""
    reader = YAML(typ="base")
    found: dict[str, str] = {}
    for file in sorted(folder.glob("[0-9]*.yaml")):
        svar = reader.load(file.read_text("utf-8")).get("svar", {})
        found |= {fraga: one if isinstance(one, str) else one.get("text", "") for fraga, one in svar.items()}
    return {fraga: text for fraga, text in found.items() if text}


def grown(folder: Path) -> float:
    """Return how much the process grows while it opens copies of a report, no two the same, in MB."""
    settled = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for number in range(1, COPIES + 1):
            copy = Path(temporary) / "kopia"
            shutil.copytree(folder, copy, ignore=BUILT)
            for file in copy.glob("[0-9]*.yaml"):
                changed = re.sub(r"\b([Rr])egionen\b", rf"\1egionens del {number}", file.read_text("utf-8"))
                file.write_text(changed, "utf-8")
            _opened(copy).check()
            shutil.rmtree(copy)
            if number == SETTLED:
                settled = _held()
    return _held() - settled


def _held() -> float:
    """Return the memory that this process holds, in MB (Linux)."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


if __name__ == "__main__":
    print(f"{grown(Path(sys.argv[1])):.2f}")
