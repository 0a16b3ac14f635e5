"""How long the commands take, as ratios to pandoc making a .docx of the same text, in one run.

    pip install -e ".[test,bench]" && python tests/bench.py

Whole processes, started in turn so that whatever else the machine does falls on all of them alike; medians.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypandoc

from rapport.domain.underlag import Underlag
from rapport.prose.render import render
from rapport.store.underlag import load

EXAMPLE = Path(__file__).parents[1] / "underlag"
ROUNDS = 21
GOALS = {"rapport --help": 0.3, "rapport kontrollera": 0.8, "rapport bygg": 1.0}
# What all rules together may cost, as a ratio to the limit alone; spelling is not among them.
RULES, LIMIT, GOAL_RULES = "rapport kontrollera", "bara teckengrans", 1.5


def whole_text(underlag: Underlag) -> str:
    """Return all that the built document says, as Markdown."""
    parts = [f"# {underlag.mall.titel}"]
    for omrade in underlag.mall.omraden:
        parts += [f"## {omrade.rubrik}", f"**{omrade.meddelande}**", *(f"*{i.text}*" for i in omrade.instruktioner)]
        for fraga in omrade.fragor:
            boxes = [f"{kryss} ☐" for kryss in fraga.kryss]
            parts += [f"### {underlag.mall.full_text(fraga)}", *boxes, render(underlag.svar_by_fraga[fraga.id].blocks)]
    return "\n\n".join(parts)


def milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    rapport = str(Path(sys.executable).with_name("rapport"))
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "allt.md"
        text.write_text(whole_text(load(EXAMPLE).underlag), "utf-8")
        commands = {
            "pandoc": [pypandoc.get_pandoc_path(), str(text), "-o", f"{folder}/pandoc.docx"],
            "rapport --help": [rapport, "--help"],
            "rapport kontrollera": [rapport, "kontrollera", str(EXAMPLE)],
            LIMIT: [rapport, "kontrollera", str(EXAMPLE), "--regel", "teckengrans"],
            "rapport bygg": [rapport, "bygg", str(EXAMPLE), "--ut", f"{folder}/rapport.docx"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(milliseconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{'':22}{'ms':>6}{'kvot':>8}{'mål':>8}")
    for name, median in medians.items():
        goal = f"{GOALS[name]:.2f}" if name in GOALS else ""
        print(f"{name:22}{median:6.0f}{median / medians['pandoc']:8.2f}{goal:>8}")
    print(f"\nalla regler mot {LIMIT}: {medians[RULES] / medians[LIMIT]:.2f} (mål {GOAL_RULES})")


if __name__ == "__main__":
    main()
