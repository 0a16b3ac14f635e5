"""How long the commands take, as ratios to other programs on the same text, in one run; and a report in memory.

    pip install -e ".[test,bench]" && python tests/bench.py [MAPP]

The report is the real one in ``../shared`` where it is at hand, else the example. Its text for the others is that of
the document built of it. Whole processes, started in turn so that whatever else the machine does falls on all of them
alike; medians. The spelling is on, and what it remembers is there from a run before; the first run ever is shown too.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import bench_report
import pypandoc

ROOT = Path(__file__).parents[1]
REAL, EXAMPLE = ROOT.parent / "shared" / "verklig-rapport-2024", ROOT / "underlag"
ROUNDS, FIRST_ROUNDS = 15, 3
CHECK, BUILD, HELP, PANDOC, PROSELINT = "rapport kontrollera", "rapport bygg", "rapport --help", "pandoc", "proselint"
# The one, the other, and how many times the other's time the one may take.
RATIOS = [(CHECK, PANDOC, 1.6), (CHECK, PROSELINT, 0.7), (BUILD, PANDOC, 2.0), (HELP, PANDOC, 0.3)]


@dataclass(frozen=True)
class Figure:
    """One row of the table: what was measured, in which unit, and what it may be at most (None: told only)."""

    name: str
    value: float
    unit: str
    goal: float | None = None

    def __str__(self) -> str:
        if self.goal is None:
            return f"{self.name:46}{self.value:9.2f} {self.unit:3}"
        verdict = "hålls" if self.value <= self.goal else "hålls inte"
        return f"{self.name:46}{self.value:9.2f} {self.unit:3}{self.goal:9.2f}  {verdict}"


def milliseconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a command took; 1 is no failure: there are findings in the text."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, env=environment)
    taken = 1000 * (time.perf_counter() - start)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {done.returncode} {done.stderr.decode()}")
    return taken


def processes(report: Path, folder: Path) -> list[Figure]:
    """Measure the commands as whole processes."""
    programs = Path(sys.executable).parent
    rapport, pandoc = str(programs / "rapport"), pypandoc.get_pandoc_path()
    built, text = str(folder / "byggt.docx"), str(folder / "allt.md")
    commands = {
        PANDOC: [pandoc, text, "-o", str(folder / "pandoc.docx")],
        CHECK: [rapport, "kontrollera", str(report)],
        PROSELINT: [str(programs / "proselint"), "check", text],
        BUILD: [rapport, "bygg", str(report), "--utkast", "--ut", built],
        HELP: [rapport, "--help"],
    }
    warm = _with_cache(folder / "varm")
    first = statistics.median(
        milliseconds(commands[CHECK], _with_cache(folder / f"kall-{number}")) for number in range(FIRST_ROUNDS)
    )
    milliseconds(commands[CHECK], warm)
    milliseconds(commands[BUILD], warm)
    subprocess.run([pandoc, built, "-t", "markdown", "--wrap=none", "-o", text], check=True)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(milliseconds(command, warm))
    medians = {name: statistics.median(values) for name, values in times.items()}
    told = [Figure(name, value, "ms") for name, value in medians.items()]
    told.append(Figure(f"{CHECK}, första gången", first, "ms"))
    ratios = [Figure(f"{one} mot {other}", medians[one] / medians[other], "×", goal) for one, other, goal in RATIOS]
    return told + ratios


def _with_cache(folder: Path) -> dict[str, str]:
    """Return the environment with a cache folder of its own."""
    folder.mkdir()
    return os.environ | {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)}


def in_memory(report: Path, folder: Path) -> list[Figure]:
    """Measure one report in this process, and many in another."""
    os.environ |= _with_cache(folder / "minne")
    one_answer, whole = bench_report.checks(report), bench_report.whole_checks(report)
    return [
        Figure("kontroll efter ett ändrat svar, median", statistics.median(one_answer), "ms", 16),
        Figure("kontroll efter ett ändrat svar, som mest", max(one_answer), "ms", 40),
        Figure("kontroll av hela, varm", statistics.median(whole), "ms", 60),
        Figure(f"minne, från {bench_report.SETTLED} till {bench_report.COPIES} redovisningar", grown(report), "MB", 5),
    ]


def grown(report: Path) -> float:
    """Return how much more memory a process of its own holds after many reports than after some, in MB."""
    command = [sys.executable, str(Path(bench_report.__file__)), str(report)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    default = REAL if REAL.is_dir() else EXAMPLE
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    print(f"{report.name}, {ROUNDS} gånger var\n\n{'':46}{'':>13}{'mål':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for figure in processes(report, Path(folder)):
            print(figure)
        if why := bench_report.obstacle():
            print(f"\nEn redovisning i minnet: inte mätt. {why}")
            return
        for figure in in_memory(report, Path(folder)):
            print(figure)


if __name__ == "__main__":
    main()
