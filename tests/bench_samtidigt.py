"""Four processes that import, correct and edit one report at once, and are killed at random: what came of it.

    PYTHONPATH=. python tests/bench_samtidigt.py [OPERATIONER] [FRÖ]

Each operation is a process of its own, as a user's is, and has a number of its own, which it writes in two files at
once: an import of a document with two answers, a correction of two slips, or two answers set in memory and saved. Some
are killed, at any time after they have begun, one in three. Every process has a pair of answers that it alone writes,
and all of them are in the same two files, so that each write has to take in what the others have written.

Afterwards every operation that said it was done has to be there, in both files, and of one that was killed all or
nothing; a pair whose halves are of two operations is a fault. So is a folder that cannot be read, and a file that a
killed process left and a later one did not sweep.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

PROCESSES = 4
PAIRS = [("1.1", "2.1"), ("1.2", "2.2"), ("1.3", "2.3"), ("1.4", "2.4")]
KINDS = ("importera", "ratta", "redigera")
RUN = "import sys; from rapport.cli.main import run; sys.exit(run(sys.argv[1:]))"
EDIT = """
import sys
from pathlib import Path
from rapport.errors import RapportError
from rapport.workflow import open_report
from rapport.workflow.restoring import restore
folder, one, other, text = sys.argv[1:]
try:
    restore(Path(folder))
    report = open_report(Path(folder))
    for fraga in (one, other):
        report.set(fraga, text=text + "\\n")
    report.save()
except RapportError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""
HEAD = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'


@dataclass
class Worker:
    """One of those who work at once, with a pair of answers of its own; ``kept`` is the operation that stands there."""

    number: int
    folder: Path
    room: Path
    chance: random.Random
    kept: str = "början"
    told: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def work(self, count: int) -> None:
        for step in range(count):
            self.operate(f"op{self.number}x{step}", self.chance.choice(KINDS))

    def operate(self, name: str, kind: str) -> None:
        command = getattr(self, kind)(name)
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
        is_killed = self.chance.random() < 1 / 3
        if is_killed:
            # The writing is at the end of a second: so that some are killed there, and not only while they load.
            time.sleep(self.chance.uniform(0.2, 1) * self.usual())
            process.send_signal(signal.SIGKILL)
        said = process.communicate()[1].decode()
        took = time.monotonic() - started
        if process.returncode >= 0:
            self.times = [*getattr(self, "times", [])[-9:], took]
        self.judge(name, kind, process.returncode, said)

    def usual(self) -> float:
        times = getattr(self, "times", [1.5])
        return sum(times) / len(times)

    def judge(self, name: str, kind: str, code: int, said: str) -> None:
        """See what stands in the pair of answers now, which only this process writes in."""
        now = self.standing()
        is_done = code == 0 if kind != "ratta" else code in (0, 1) and "gjord" in said
        is_killed = code < 0
        end = "dödad" if is_killed else "klar" if is_done else "nekad"
        here = sum(one == name for one in now)
        if is_killed and here == 1:
            self.told["dödad, halv tills nästa"] += 1  # to be taken back before the next one reads
            self.waiting = name
        elif end == "klar" and here != 2:
            self.faults.append(f"{name} {kind}: klar, men {now}")
        elif end == "nekad" and (here or code not in (1, 2)):
            self.faults.append(f"{name} {kind}: slutkod {code}, {now}: {said[-300:]}")
        elif here == 0 and now != [self.kept] * 2 and not getattr(self, "waiting", ""):
            self.faults.append(f"{name} {kind} {end}: {now}, men {self.kept} var klar")
        self.told[f"{end}, {'allt' if here == 2 else 'inget' if not here else 'halvt'}"] += 1
        if here == 2:
            self.kept = name
        if here != 1:
            self.waiting = ""

    def standing(self) -> list[str]:
        """Return which operations stand in the pair of answers."""
        found = []
        for fraga in PAIRS[self.number]:
            text = (self.folder / f"{fraga[0]}.yaml").read_text("utf-8")
            answer = re.search(rf'^  "{fraga}": \|\n    (\S+) ', text, re.MULTILINE)
            found.append(answer[1] if answer else f"ingen {fraga}")
        return found

    def importera(self, name: str) -> list[str]:
        document = self.room / f"{name}.docx"
        write_document(self.room, document, {fraga: f"{name} hämtat." for fraga in PAIRS[self.number]})
        flags = [part for fraga in PAIRS[self.number] for part in ("--fraga", fraga)]
        return [sys.executable, "-c", RUN, "importera", str(document), "--till", str(self.folder), *flags, "--ja"]

    def ratta(self, name: str) -> list[str]:
        # What is to be corrected is saved first: the number is then that of the correction.
        subprocess.run(self.redigera(name, "och tex"), check=False, capture_output=True, env=environment())
        if self.standing() == [name] * 2:
            self.kept = name
        return [sys.executable, "-c", RUN, "kontrollera", str(self.folder), "--ratta", "--ja"]

    def redigera(self, name: str, text: str = "redigerat") -> list[str]:
        return [sys.executable, "-c", EDIT, str(self.folder), *PAIRS[self.number], f"{name} {text}."]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}


_template: list[Path] = []


def write_document(room: Path, target: Path, texts: dict[str, str]) -> None:
    """Write a filled-in form with some answers, as a colleague sends it."""
    from dataclasses import replace

    from rapport.domain.underlag import Redovisning, Underlag
    from rapport.prose.markdown import parse
    from rapport.domain.svar import Svar
    from rapport.store.mall import load_mall
    from rapport.store.shelf import form_folder
    from rapport.word.fill import fill
    from rapport.word.package import read_package, write_package

    del room, replace
    mall = load_mall(form_folder("2024"))
    svar = {fraga: Svar(fraga, parse(text).blocks) for fraga, text in texts.items()}
    underlag = Underlag("a", Redovisning(mall, region="Region Provlän", ar=2025), svar)
    write_package(target, fill(read_package(form_folder("2024") / "mall.docx"), underlag))


def made(folder: Path) -> Path:
    """Make the report that all work in: two files, with an answer of each process in both."""
    folder.mkdir()
    (folder / "rapport.yaml").write_text(HEAD, "utf-8")
    for omrade in (1, 2):
        answers = [f'  "{pair[omrade - 1]}": |\n    början är gjord.\n' for pair in PAIRS]
        (folder / f"{omrade}.yaml").write_text(f"område: {omrade}\nsvar:\n{''.join(answers)}", "utf-8")
    return folder


def main() -> None:
    operations, seed = (int(text) for text in (sys.argv[1:] + ["500", "12"][len(sys.argv) - 1 :])[:2])
    room = Path(tempfile.mkdtemp(prefix="samtidigt-"))
    os.environ |= {"XDG_CACHE_HOME": str(room / "cache"), "LOCALAPPDATA": str(room / "cache")}
    folder = made(room / "redovisning")
    workers = [Worker(n, folder, room, random.Random(seed + n)) for n in range(PROCESSES)]
    started = time.monotonic()
    with ThreadPoolExecutor(PROCESSES) as pool:
        list(pool.map(lambda worker: worker.work(operations // PROCESSES), workers))
    for worker in workers:  # the last operation of all takes back what a killed one left
        subprocess.run(worker.redigera("slut"), check=True, env=environment())
    told = sum((worker.told for worker in workers), Counter())
    faults = [fault for worker in workers for fault in worker.faults]
    faults += [f"{file.name} ligger kvar" for file in folder.rglob(".rapport-*")]
    faults += [f"{worker.standing()} i slutet" for worker in workers if worker.standing() != ["slut"] * 2]
    print(f"{operations} operationer, {PROCESSES} åt gången, {time.monotonic() - started:.0f} s")
    for name, number in sorted(told.items()):
        print(f"  {name:28}{number:5}")
    print(f"fel: {len(faults)}")
    print("\n".join(faults[:20]))
    shutil.rmtree(room)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
