"""Many reports gathered: time per file beside the fastest complete reader, the second run, memory, pages and counts.

    pip install -e ".[test,bench]"
    NODE_PATH=… PYTHONPATH=.:tests python tests/bench_samla.py [lasning] [korning] [sidor] [antal] [minne] [FILER]

All but ``minne`` where none is named. The reports are those of ``manga.py``: 21 regions, ten years, a third of them
PDF. Times are of processors, those of children too, and are held against something that was done in the same run, so
that what else the machine does falls on both alike; the clock is told beside. ``minne`` gathers FILER small forms.
"""

import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import bench_samla_minne
import manga
from bench_read import READERS, first_words

from rapport.prose.blocks import Paragraph, Text
from rapport.prose.count import count
from rapport.samling.sqlite import reading
from rapport.store.shelf import form_folder
from rapport.word.fill import fill
from rapport.word.package import read_package, write_package
from rapport.workflow.examine import examine
from rapport.workflow.load import load
from rapport.workflow.samla import gather
from rapport.workflow.samla_en import read_one

FEW, WARM = 12, 6  # Word files that all read, and those that we read before: what a process does once in its life
READ, OURS = "rapport", "rapport samla"  # as bench_read calls our reading alone, and all that is done to a file here
WORDS = "arbete|bredband|att samverka med"  # searched for, key by key
FILES = 1_000


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long some work has had a processor, with that of processes that have ended in it, and by the clock."""
    began, start = _worked(), time.perf_counter()
    work()
    return _worked() - began, time.perf_counter() - start


def _worked() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def gather_one(file: Path) -> None:
    """Do to a file what is done to it when it is gathered: read it, check it, make rows of it."""
    read_one(str(file), "rader.json", json.dumps((file.name, file.suffix[1:], None, None)))


def throughput() -> None:
    """Show what a Word file takes to gather, and to be read by others; those that do not find all answers are named."""
    files = sorted(Path("inkomna").glob("*.docx"))
    random.Random(1).shuffle(files)
    first = [timed(lambda file=file: gather_one(file))[0] for file in files[:WARM]]
    works = {OURS: gather_one, **READERS}
    times: dict[str, list[float]] = {name: [] for name in works}
    missing = dict.fromkeys(READERS, 0)
    for file in files[WARM : WARM + FEW]:
        for name, work in works.items():
            times[name].append(timed(lambda file=file, work=work: work(file))[0])
        begins = first_words(load(file).underlag)
        for name, read in READERS.items():
            text = read(file)
            missing[name] += sum(begin not in text for begin in begins)
    medians = {name: 1000 * statistics.median(values) for name, values in times.items()}
    best = min((name for name in READERS if not missing[name] and name != READ), key=medians.__getitem__)
    print(f"\n{'ms per Wordfil och kärna':26}{'median':>9}{f'mot {best}':>18}   svar som saknas")
    for name, median in medians.items():
        print(f"{name:26}{median:9.0f}{median / medians[best]:18.2f}   {missing.get(name, 0)}")
    print(f"de första i en process: {', '.join(f'{1000 * one:.0f}' for one in first)} ms")


def runs() -> None:
    """Show a first run; then one with a file changed and one with none, as shares of the first."""
    told = []

    def run() -> None:
        told.append(gather([Path("inkomna")], Path("ut")))

    first = timed(run)
    print(f"\nförsta körningen: {told[0].read} lästa, {first[0]:.1f} s processor, {first[1]:.1f} s klocka")
    _change(min(Path("inkomna").glob("*.docx")))
    for _ in range(2):
        cpu, clock = timed(run)
        shares = f"{cpu:.2f} s processor, {cpu / first[0]:.2%}; {clock:.2f} s klocka, {clock / first[1]:.2%}"
        print(f"en körning till, {told[-1].read} läst: {shares}")


def _change(file: Path) -> None:
    """Write one more paragraph into an answer of a Word file."""
    underlag = load(file).underlag
    fraga, svar = next((fraga, svar) for fraga, svar in underlag.svar_by_fraga.items() if svar.blocks)
    more = Paragraph((Text("Ett stycke till, som inte stod där förut."),))
    svar_by_fraga = {**underlag.svar_by_fraga, fraga: replace(svar, blocks=(*svar.blocks, more))}
    template = read_package(form_folder(underlag.mall.id, file.parent) / "mall.docx")
    write_package(file, fill(template, replace(underlag, svar_by_fraga=svar_by_fraga)))


def pages() -> None:
    """Show how soon the heaviest pages are there in Chromium, and how the search follows each key."""
    heaviest = max(Path("ut/sidor").glob("fraga-*.html"), key=lambda file: file.stat().st_size)
    shown = [Path("ut/index.html"), heaviest, Path("ut/sidor/delat.html"), Path("ut/sidor/sok.html")]
    program = ["node", str(Path(__file__).with_name("bench_samla.cjs")), str(shutil.which("chromium")), WORDS]
    command = [*program, *(str(file.resolve()) for file in shown)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    print(f"\n{'ms, median (som mest)':26}{'användbar':>16}{'allt är där':>16}{'sidans arbete':>16}")
    for file, told in json.loads(done.stdout).items():
        columns = (_middle(told[what]) for what in ("anvandbar", "redo", "arbete"))
        print(f"{Path(file).name:26}{''.join(f'{column:>16}' for column in columns)}")
        if found := told["sokning"]:
            print(f"{'  en tangent i sökningen':26}{_middle(found['tangenter']):>32}{found['arbete']:16.1f}")


def _middle(times: list[float]) -> str:
    return f"{statistics.median(times):.0f} ({max(times):.0f})"


def counts(made: dict[str, manga.Gjord]) -> None:
    """Show each count of the data set that is not that of the report alone; and how many are not as they were made."""
    wrong, known, unlike = [], 0, {"docx": 0, "pdf": 0}
    with reading(Path("ut/redovisningar.sqlite")) as database:
        named = database.execute("SELECT redovisning, kalla, slag FROM redovisningar").fetchall()
        for name, kalla, slag in named:
            found = dict(database.execute("SELECT fraga, tecken FROM svar WHERE redovisning = ?", (name,)))
            omraden = examine(load(Path(kalla)), only=("teckengrans",)).oversikt.omraden
            alone = {fraga.id: fraga.tecken for omrade in omraden for fraga in omrade.fragor}
            wrong += [(kalla, *one) for one in set(found.items()) ^ set(alone.items())]
            svar = made[Path(kalla).stem].underlag.svar_by_fraga
            unlike[slag] += sum(tecken != (count(svar[f].blocks) if f in svar else 0) for f, tecken in found.items())
            known += len(found)
    print(f"\n{known} antal tecken i {len(named)} redovisningar; {len(wrong)} är inte redovisningens egna")
    for one in wrong:
        print("  ", *one)
    print(f"inte som de gjordes: {unlike['docx']} ur Word, {unlike['pdf']} ur PDF (ett svar är ändrat)")


def main() -> None:
    wanted = set(sys.argv[1:])
    number = next((int(one) for one in wanted if one.isdecimal()), FILES)
    wanted = {one for one in wanted if not one.isdecimal()} or {"lasning", "korning", "sidor", "antal"}
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.environ |= {"XDG_CACHE_HOME": f"{folder}/cache", "LOCALAPPDATA": f"{folder}/cache"}
        print(f"lasten är {os.getloadavg()[0]:.1f}")
        if "minne" in wanted:
            bench_samla_minne.measure(number)
        if wanted != {"minne"}:
            manga.make_forms(Path())
            made = {one.namn: one for one in manga.write(Path(), manga.make(Path()))}
            if "lasning" in wanted:
                throughput()
            runs()
            if "sidor" in wanted:
                pages()
            if "antal" in wanted:
                counts(made)
        print(f"\nlasten är {os.getloadavg()[0]:.1f} efteråt")


if __name__ == "__main__":
    main()
