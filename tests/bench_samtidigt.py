"""Four processes that import, correct and edit one report at once, and are killed at random: what came of it.

    PYTHONPATH=.:tests python tests/bench_samtidigt.py [OPERATIONER] [FRÖ]

Each operation is a process of its own (forked, so that what is loaded is loaded once) and writes two files at once: an
import of a document with two answers, the correction of two slips, or two answers set in memory and saved. One in two
is killed, at any time from its beginning to its end or at any change that it makes to the disk. Each of the four has a
pair of answers that it alone writes, all of them in the same two files, so that each write has to take in what the
others have written.

Every operation that said it was done has to be there, in both files; one that was refused has to be not there at all;
and of one that was killed all or nothing, at the latest when the next command has read the folder. Nor may a file of a
killed process be left in the end.
"""

import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from avbrott import killer

PROCESSES = 4
PAIRS = [("1.1", "2.1"), ("1.2", "2.2"), ("1.3", "2.3"), ("1.4", "2.4")]
HEAD = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'
REFUSED = (1, 2)


class Worker:
    """One of those who work at once: an operation after the other, each judged by what its two answers are then."""

    def __init__(self, number, folder, room, seed):
        self.number, self.folder, self.room = number, folder, room
        self.chance = random.Random(seed + number)
        self.kept, self.usual = self.standing(), 0.3
        self.told, self.faults = Counter(), []

    def work(self, count):
        for step in range(count):
            name, kind = f"op{self.number}x{step}", self.chance.choice((self.importera, self.ratta, self.redigera))
            kind(name)

    def importera(self, name):
        document = self.room / f"{name}.docx"
        write_document(document, dict.fromkeys(PAIRS[self.number], f"{name} hämtat."))
        flags = [part for fraga in PAIRS[self.number] for part in ("--fraga", fraga)]
        command = ["importera", str(document), "--till", str(self.folder), *flags, "--ja"]
        self.judge("importera", [f"{name} hämtat."] * 2, *self.run(lambda: rapport(*command)))

    def redigera(self, name):
        self.judge("redigera", [f"{name} redigerat."] * 2, *self.run(lambda: edit(self.folder, self.number, name)))

    def ratta(self, name):
        """Correct slips: those of the others too, who may be about to correct ours."""
        if edit(self.folder, self.number, f"{name} och tex")[0]:
            return
        self.kept = [f"{name} och tex redigerat."] * 2
        code, said = self.run(lambda: rapport("kontrollera", str(self.folder), "--ratta", "--ja"))
        if not code and "Inget" in said.splitlines()[-1]:
            return  # another has corrected all before us
        self.judge("ratta", [f"{name} och t.ex. redigerat."] * 2, code, said)

    def run(self, work):
        """Do something in a process of its own, which may be killed; return its exit code and what it said."""
        source, sink = os.pipe()
        started = time.monotonic()
        at_change = self.chance.randrange(60) if self.chance.random() < 0.25 else None
        child = os.fork()
        if not child:
            if at_change is not None:
                sys.addaudithook(killer(at_change, is_torn=self.chance.random() < 0.3))
            code, said = work()
            os.write(sink, said.encode()[:60_000])
            os._exit(code)
        os.close(sink)
        if is_killed := at_change is None and self.chance.random() < 0.3:
            time.sleep(self.chance.uniform(0, 1.2) * self.usual)
            os.kill(child, signal.SIGKILL)
        with os.fdopen(source, "rb") as stream:
            said = stream.read().decode("utf-8", "replace")
        _, status = os.waitpid(child, 0)
        if not is_killed and os.WIFEXITED(status):
            self.usual += (time.monotonic() - started - self.usual) / 5
        return (-1 if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)), said

    def judge(self, kind, wanted, code, said):
        """See what stands in the two answers now, in which nobody else writes, but for slips that are corrected."""
        now = self.standing()
        if code < 0 and not same(now, wanted) and not same(now, self.kept):
            self.told[f"{kind}: dödad mitt i, återställd av nästa"] += 1
            restore(self.folder)  # as every command does before it reads; another may have done it already
            now = self.standing()
        came = "allt" if now == wanted else "inget" if same(now, self.kept) else "halvt"
        is_right = came == "allt" if not code else came == "inget" if code > 0 else came != "halvt"
        if kind == "ratta" and code > 0 and came == "allt":
            is_right, came = True, "gjort av en annan"
        self.told[f"{kind}: {end_of(code)}, {came}"] += 1
        if not is_right or code not in (-1, 0, *REFUSED):
            self.faults.append(f"{kind} {wanted}, slutkod {code}: {now}, förut {self.kept}: {said[-400:]}")
        self.kept = now

    def standing(self):
        """Return what stands in the two answers."""
        found = []
        for fraga in PAIRS[self.number]:
            text = (self.folder / f"{fraga[0]}.yaml").read_text("utf-8")
            answer = re.search(rf'^  "{fraga}": (?:\|\n    )?(.+)', text, re.MULTILINE)
            found.append(answer[1].replace("\N{NO-BREAK SPACE}", " ") if answer else f"ingen {fraga}")
        return found


def same(one, other):
    """Whether two answers are what they were, whoever has corrected the slips in them, both or none."""
    slips = sum("tex" in answer for answer in one)
    return slips != 1 and [answer.replace("tex", "t.ex.") for answer in one] == [
        answer.replace("tex", "t.ex.") for answer in other
    ]


def end_of(code):
    return "dödad" if code < 0 else "klar" if not code else "nekad"


def rapport(*arguments):
    from rapport.cli.main import run

    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = run(list(arguments))
    said = out.getvalue() + err.getvalue()
    return (0 if "gjord" in said else code), said  # errors that are left are no refusal


def edit(folder, number, text):
    from rapport.errors import RapportError
    from rapport.workflow import open_report

    try:
        restore(folder)
        report = open_report(folder)
        for fraga in PAIRS[number]:
            report.set(fraga, text=f"{text} redigerat.\n")
        report.save()
    except RapportError as error:
        return error.exit_code, str(error)
    return 0, ""


def restore(folder):
    from rapport.workflow.restoring import restore as restore_folder

    restore_folder(folder)


def write_document(target, texts):
    """Write a filled-in form with some answers, as a colleague sends it."""
    from rapport.domain.svar import Svar
    from rapport.domain.underlag import Redovisning, Underlag
    from rapport.prose.markdown import parse
    from rapport.store.mall import load_mall
    from rapport.store.shelf import form_folder
    from rapport.word.fill import fill
    from rapport.word.package import read_package, write_package

    mall = load_mall(form_folder("2024"))
    svar = {fraga: Svar(fraga, parse(text).blocks) for fraga, text in texts.items()}
    underlag = Underlag("a", Redovisning(mall, region="Region Provlän", ar=2025), svar)
    write_package(target, fill(read_package(form_folder("2024") / "mall.docx"), underlag))


def made(folder):
    """Make the report that all work in: two files, with an answer of each process in both."""
    folder.mkdir()
    (folder / "rapport.yaml").write_text(HEAD, "utf-8")
    for omrade in (1, 2):
        answers = [f'  "{pair[omrade - 1]}": |\n    början är gjord.\n' for pair in PAIRS]
        (folder / f"{omrade}.yaml").write_text(f"område: {omrade}\nsvar:\n{''.join(answers)}", "utf-8")
    return folder


def at_once(folder, room, operations, seed):
    """Let all of them work; return what each of them told."""
    children = []
    for number in range(PROCESSES):
        child = os.fork()
        if not child:
            worker = Worker(number, folder, room, seed)
            worker.work(operations // PROCESSES)
            (room / f"{number}.json").write_text(json.dumps([worker.told, worker.faults]), "utf-8")
            os._exit(0)
        children.append(child)
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    return [json.loads((room / f"{number}.json").read_text("utf-8")) for number in range(PROCESSES)]


def main():
    operations, seed = [*map(int, sys.argv[1:]), *(500, 12)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory(prefix="samtidigt-") as name:
        room = Path(name)
        os.environ |= {"XDG_CACHE_HOME": str(room / "cache"), "LOCALAPPDATA": str(room / "cache")}
        warm = Worker(0, made(room / "uppvarmning"), room, seed)
        warm.run = lambda work: work()  # here, so that what is loaded is loaded for all
        for kind in (warm.importera, warm.ratta, warm.redigera):
            kind("uppvarmning")
        assert warm.faults == [], warm.faults
        folder, started = made(room / "redovisning"), time.monotonic()
        results = at_once(folder, room, operations, seed)
        took = time.monotonic() - started
        faults = [fault for _, found in results for fault in found]
        faults += [
            f"sist: {edit(folder, number, 'slut')}" for number in range(PROCESSES) if edit(folder, number, "slut")[0]
        ]
        faults += [f"{file.name} ligger kvar" for file in folder.rglob(".rapport-*")]
        shutil.rmtree(folder)
    print(f"{operations} operationer, {PROCESSES} åt gången, {took:.0f} s")
    told = sum((Counter(told) for told, _ in results), Counter())
    print("\n".join(f"  {what:44}{number:5}" for what, number in sorted(told.items())))
    print("\n".join([f"fel: {len(faults)}", *faults[:20]]))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
