"""How long a keystroke in the browser takes until the count has followed it, how soon a page is there, and memory.

    NODE_PATH=… PYTHONPATH=.:tests python tests/bench_redigera.py [MAPP] [TANGENTER]

The server is the real command, the browser a real Chromium (playwright-core, node); the longest answer of the report
is written on, in the middle of it, in Swedish as people write it, some words wrong, and what was written is taken out
again. A key has been followed when the number that it makes the count is there to be seen.

First a person who opens the answer as soon as the program has started and types at once, ten keys a second: what the
worst key waited for. Then what each key takes where it waits for the one before, and at last the same for as long as
an hour of typing: what the server and the page hold after each thousand.

Words that have been judged before are known by everybody on this computer; here the server knows those of the report
only, as ``rapport kontrollera`` has left them. The machine is held against a piece of Python that is always the same,
just before and after; the time that the server has had a processor (Linux) is told beside.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench_lsp import REAL, held, worked, yardstick
from bench_report import BUILT, texts
from redigerare import START
from webb import Server

ROOT = Path(__file__).parents[1]
MEASURED, ALL, OPENED = 1_000, 10_000, 9
AT_ONCE, PACE = 200, 100  # keys of who types at once, and ms between them
GOAL, READY = 50, 1_000  # ms


class Person:
    """Somebody at the page, in a browser of her own."""

    def __init__(self, address: str, fraga: str) -> None:
        program = shutil.which("chromium")
        command = ["node", str(ROOT / "tests" / "bench_redigera.cjs"), str(program), address, fraga]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, what: str, **how: int) -> dict[str, list[float]]:
        """Let her do something; return what was measured."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps({"gor": what, **how}) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())

    def end(self) -> None:
        """Close the browser."""
        self._node.communicate(timeout=30)


def show(name: str, times: list[float], unit: float, goal: int) -> None:
    """Show the median, the 95th percentile and the worst of some times."""
    ordered = sorted(times)
    for share, ms in (("median", statistics.median(ordered)), ("95 av 100", ordered[len(ordered) * 95 // 100])):
        print(f"{f'{name}, {share}':<44} {ms:8.1f} ms  {ms / unit:6.2f} måttstockar   mål {goal} ms")
    print(f"{f'{name}, som mest':<44} {ordered[-1]:8.1f} ms  {ordered[-1] / unit:6.2f} måttstockar")


def measured(folder: Path, count: int, work: Callable[..., Server]) -> None:
    """Measure a report, and show what was measured."""
    fraga, text = max(texts(folder).items(), key=lambda one: len(one[1]))
    unit = min(yardstick() for _ in range(10))
    print(f"måttstocken är {unit:.1f} ms, lasten {os.getloadavg()[0]:.1f}; svar {fraga}, {len(text)} tecken")
    server = work(folder)
    person = Person(server.address, fraga)
    print(f"{'sidan, strax efter start':<44} {person('opens')['redo']:8.1f} ms")
    show("tangent, de första 20 sekunderna", person("types", antal=AT_ONCE, takt=PACE)["tider"], unit, GOAL)
    show("sidan", [person("opens")["redo"] for _ in range(OPENED)], unit, READY)
    before = worked(server)
    typed = person("types", antal=MEASURED)
    show("tangent", typed["tider"], unit, GOAL)
    for where, ms in (("servern", worked(server) - before), ("sidan", typed["arbete"])):
        each = ms / MEASURED
        print(f"{f'varav processorn i {where}, i snitt':<44} {each:8.1f} ms  {each / unit:6.2f} måttstockar")
    for number in range(1, count // MEASURED + 1):
        heap = person("types", antal=MEASURED)["hog"]
        print(f"{f'minne efter {number * MEASURED}':<44} {held(server):8.1f} MB, sidan {heap:.1f} MB")
    person.end()
    server.end()
    print(f"måttstocken är {min(yardstick() for _ in range(10)):.1f} ms efteråt")


def main() -> None:
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else REAL
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ALL
    with tempfile.TemporaryDirectory() as temporary:
        copy = shutil.copytree(report, Path(temporary) / "redovisning", ignore=BUILT)
        environment = {"XDG_CACHE_HOME": str(Path(temporary) / "cache"), "PYTHONPATH": str(ROOT)}
        check = [sys.executable, "-c", START, "kontrollera", str(copy)]
        subprocess.run(check, check=False, capture_output=True, env={**os.environ, **environment})
        measured(copy, count, lambda folder: Server(folder, XDG_CACHE_HOME=environment["XDG_CACHE_HOME"]))


if __name__ == "__main__":
    main()
