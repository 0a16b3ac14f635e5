"""How long a keystroke takes in the editor until its diagnostics are shown, and whether the server grows.

    PYTHONPATH=. python tests/bench_lsp.py [MAPP] [TANGENTER]

The server is the real one, driven over stdin and stdout; a report's answers are written on, letter by letter, in
Swedish that is as people write: some words wrong, some sentences taken out again. Each keystroke waits for the last.
Now and then the writer pauses: then the words that were new are judged, and how long that takes is measured too.

Words that have been judged before are known by everybody on this computer; here the server knows those of the report
only, as ``rapport kontrollera`` has left them. Memory is what the server holds after each thousand keystrokes. The
machine is held against a piece of Python that is always the same, just before and after. Where others use it too,
what tells two versions of the server apart is the time that it has had a processor (Linux), which is told beside.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench_report import BUILT
from redigerare import COMMAND, START, Redigerare

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "verklig-rapport-2024"
MEASURED, ALL = 1_000, 10_000
GOAL = 50  # ms, at the 95th percentile
PAUSES = 100  # keystrokes between two
WRITTEN = (
    " Under året har regionen, tillsammans med kommunerna och länsstyrelsen, tagit fram en gemensam färdplan.",
    " Arbetet har finansierats med 1,2 miljoner kronor ur anslag 1:1, vilket är 15 procent mer än 2023.",
    " Kompetensförsörjningsstrategin antogs av regionfullmäktige i juni, och genomförandet är påbörjat i åtta komuner.",
    " Näringslivet och civilsamhället deltog i fyra dialogmöten om infrastruktur, bredband och bostadsförsörjning.",
)


def keystrokes(text: str, count: int) -> Iterator[tuple[int, str, int]]:
    """Yield what is typed: where, what, and how much is taken out; the text ends as it began or longer."""
    done, number = 0, 0
    while done < count:
        ends = [match.start() for match in re.finditer(r"(?<=[a-zåäö]\.)\n", text)]
        at, words = ends[number * 7 % len(ends)], WRITTEN[number % len(WRITTEN)]
        for letter in words:
            text = text[:at] + letter + text[at:]
            yield at, letter, 0
            at += 1
        for _ in words:  # taken out again, so that the report stays as large as it was
            at -= 1
            text = text[:at] + text[at + 1 :]
            yield at, "", 1
        done += 2 * len(words)
        number += 1


def held(editor: Redigerare) -> float:
    """Return the memory that the server holds, in MB (Linux)."""
    status = Path(f"/proc/{editor.process.pid}/status").read_text("utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


def worked(editor: Redigerare) -> float:
    """Return how long the server has had a processor, all its threads together, in ms (Linux)."""
    return 1000 * time.clock_gettime(~editor.process.pid << 3 | 2)  # as clock_getcpuclockid makes it


def yardstick() -> float:
    """Return how long this machine needs for a piece of Python that is always the same, in ms."""
    start = time.perf_counter()
    words = {f"ord{number * 7919 % 30_000}": number for number in range(60_000)}
    sum(len(word) * number for word, number in sorted(words.items()))
    return 1000 * (time.perf_counter() - start)


class Measured(NamedTuple):
    """What was measured: times in ms, of the clock and of the processor, and memory in MB."""

    times: list[float]
    worked: list[float]
    pauses: list[float]
    memory: list[float]


def measured(report: Path, count: int) -> Measured:
    """Return the time of each keystroke and of each pause, and the memory after each thousand."""
    times: list[float] = []
    own: list[float] = []
    pauses: list[float] = []
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "redovisning"
        shutil.copytree(report, copy, ignore=BUILT)
        environment = {"XDG_CACHE_HOME": str(Path(temporary) / "cache"), "PYTHONPATH": str(ROOT)}
        check = [sys.executable, "-c", START, "kontrollera", str(copy)]
        subprocess.run(check, check=False, capture_output=True, env={**os.environ, **environment})
        file = max(copy.glob("[0-9]*.yaml"), key=lambda one: one.stat().st_size)
        with Redigerare(*COMMAND, environment=environment) as editor:
            uri = editor.open(file)
            editor.shown(uri)
            time.sleep(10)  # until the dictionaries are there
            for at, new, removed in keystrokes(editor.texts[uri], count):
                start, before = time.perf_counter(), worked(editor)
                editor.type(uri, at, new, removed)
                editor.shown(uri)
                times.append(1000 * (time.perf_counter() - start))
                own.append(worked(editor) - before)
                if len(times) % PAUSES == 0:
                    editor.settled(uri)
                    pauses.append(1000 * (time.perf_counter() - start))
                if len(times) % MEASURED == 0:
                    memory.append(held(editor))
                if len(times) == count:
                    break
    return Measured(times, own, pauses, memory)


def main() -> None:
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else REAL
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ALL
    before = min(yardstick() for _ in range(10))
    load = os.getloadavg()[0]
    times, own, pauses, memory = measured(report, count)
    unit = statistics.mean([before, min(yardstick() for _ in range(10))])
    print(f"{report.name}, {len(times)} tangenttryckningar; måttstocken är {unit:.1f} ms, lasten {load:.1f} före")
    for name, some in (("till nya anmärkningar", times), ("varav processorn", own)):
        first = sorted(some[:MEASURED])
        for share, ms in (("median", statistics.median(first)), ("95 av 100", first[len(first) * 95 // 100])):
            print(f"{name + ', ' + share:<34}  {ms:8.1f} ms  {ms / unit:5.2f} måttstockar   mål {GOAL} ms")
        print(f"{name + ', som mest':<34}  {first[-1]:8.1f} ms")
    if pauses:
        print(f"till hela svaret efter en paus, median {statistics.median(pauses):6.1f} ms  ({len(pauses)} pauser)")
        print(f"till hela svaret efter en paus, mest {max(pauses):8.1f} ms")
    for number, megabytes in enumerate(memory, 1):
        print(f"minne efter {number * MEASURED:>6}                  {megabytes:8.1f} MB")


if __name__ == "__main__":
    main()
