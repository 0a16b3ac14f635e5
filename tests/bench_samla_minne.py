"""What gathering very many files holds in memory: the process itself, and those that read for it (Linux).

Run by ``bench_samla.py``. The files are small forms, alike but for whose they are: what grows with the number of files
shows, and a file takes little time.
"""

import os
import re
import resource
import time
from dataclasses import replace
from pathlib import Path

from manga import NEW, ROOT

from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.prose.blocks import Paragraph, Text
from rapport.word.fill import fill
from rapport.word.package import read_package, write_package
from rapport.workflow.load import load
from rapport.workflow.samla import gather

REGION, PARTS = "Region Provlän", 10
ANSWER = "Regionen har tillsammans med kommunerna genomfört {} insatser under året, och följt upp dem."


def measure(number: int) -> None:
    """Gather so many files, and show what is held after each tenth of them and when all is written."""
    make(Path("smått"), number)
    print(f"\n{number} små filer{'':12}{'vi själva':>14}{'de som läser':>22}   MB")
    start = time.perf_counter()

    def progress(done: int, count: int) -> None:
        if done and done % max(count // PARTS, 1) == 0:
            readers = ", ".join(f"{held(process):.0f}" for process in children())
            print(f"{done:8} lästa, {time.perf_counter() - start:6.0f} s {held(os.getpid()):14.0f}{readers:>22}")

    gather([Path("smått")], Path("smått-ut"), progress)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'allt skrivet':>14}, {time.perf_counter() - start:6.0f} s {held(os.getpid()):14.0f}   som mest {most:.0f}")


def make(folder: Path, number: int) -> None:
    """Make filled-in forms in Word, each of a region of its own."""
    folder.mkdir()
    example = load(ROOT / "underlag").underlag
    svar = {
        fraga: Svar(fraga, (Paragraph((Text(ANSWER.format(at)),)),), one.kryss)
        for at, (fraga, one) in enumerate(example.svar_by_fraga.items(), 12)
    }
    about = replace(example.redovisning, region=REGION)
    parts = fill(read_package(ROOT / "mallar" / NEW / "mall.docx"), Underlag("", about, svar))
    for at in range(number):
        own = f"{REGION} {at}".encode()
        write_package(folder / f"{at}.docx", {name: raw.replace(REGION.encode(), own) for name, raw in parts.items()})


def held(process: int) -> float:
    """Return the memory that a process holds, in MB."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


def children() -> list[int]:
    """Return the processes that this one has started."""
    threads = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return sorted(int(one) for thread in threads for one in thread.read_text("utf-8").split())
