"""Commands met by others and by bad disks at every step they take: what is said afterwards has to be so.

    STEG=1 PYTHONPATH=.:tests python tests/diskfel.py FOLDER

Each command of ``avbrott`` is run in a process of its own, again and again:

- ``sparar``: before its first change to the disk, its second and so on, somebody saves a file of the report in an
  editor, with another of its answers changed. What was saved must be there afterwards.
- ``fullt``: at its first change to the disk, its second and so on, the disk is full, once or from then on; and files
  may become no longer than so many bytes. Then all is as it was, or as it was to be, or it is said which files are
  not as they were.

With STEG=3, as the tests have it, every third of these times, as ``avbrott`` tells.

What is printed is how often each was tried, and every time that it was not as promised, as JSON.
"""

import errno
import json
import os
import resource
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from avbrott import CHANGES, LIMITS, SCENES, WRITING, files, rapport, renew, steps

NOTHING = ("inget har ändrats", "inget har skrivits", "inget är återställt")
WRITTEN = "Redan skrivna är "


def main():
    room = Path(sys.argv[1])
    os.environ |= {"XDG_CACHE_HOME": str(room / "cache")}
    result = {}
    for turn, (name, make) in enumerate(SCENES.items()):
        start = room / f"start-{name}"
        command = [part.format(report=room / "redovisning") for part in make(start, room)]
        result[name] = {kind: [0, []] for kind in ("sparar", "fullt")}
        work = Work(start, room / "redovisning", command, turn)
        for kind, told in result[name].items():
            for fault in work.sparar() if kind == "sparar" else work.fullt():
                told[0] += 1
                told[1] += [fault] if fault else []
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


class Work:
    """A command over a folder as it is to begin with, and what the folder is afterwards when nothing happens."""

    def __init__(self, start, report, command, turn):
        self.start, self.report, self.command, self.turn = start, report, command, turn
        renew(start, report)
        self.before = files(report)
        rapport(*command)  # here, so that what is loaded once is loaded for all
        self.after = files(report)

    def sparar(self):
        """Yield what was wrong each time that somebody saved a file in the middle."""
        targets = sorted(name for name in self.before if self.before[name] != self.after.get(name))
        for number, target in enumerate(targets):
            theirs = saved(target, self.before[target])
            for step in steps(self.turn + number):
                renew(self.start, self.report)
                file = self.report / target
                hook = self.at(step, lambda _, file=file, raw=theirs: save(file, self.before[file.name], raw))
                code, said = run(self.command, hook)
                if "steg" not in said:
                    break
                yield self._saved(target, theirs, code, said, f"{target} sparad vid steg {step}")

    def _saved(self, target, theirs, code, said, when):
        now = files(self.report)
        if "sparad" not in said:  # the command had written the file already
            return None
        if code not in (0, 1, 2):
            return f"{when}: slutkod {code}: {said}"
        kept = now.get(target) == theirs or (target.endswith(".yaml") and MARK in now.get(target, b""))
        return None if kept else f"{when}: borta, slutkod {code}"

    def fullt(self):
        """Yield what was wrong each time that the disk was full."""
        for is_lasting in (False, True):
            for step in steps(self.turn + is_lasting):
                renew(self.start, self.report)
                code, said = run(self.command, self.at(step, refuse, is_lasting=is_lasting))
                if "steg" not in said:
                    break
                yield self._said(code, said, f"fullt {'från' if is_lasting else 'vid'} steg {step}")
        for limit in LIMITS:
            renew(self.start, self.report)
            code, said = run(self.command, limit=limit)
            yield self._said(code, said, f"fullt vid {limit} byte")

    def _said(self, code, said, when):
        """Return what was wrong with what a command that met a full disk said and left."""
        now = files(self.report)
        differs = {name for name in now.keys() | self.before.keys() if now.get(name) != self.before.get(name)}
        left = [file.name for file in self.report.rglob(".rapport-*")]
        if left and "steg os.remove" not in said:
            return f"{when}: {left} ligger kvar"
        if WRITTEN in said:
            named = said.split(WRITTEN, 1)[1]
            return None if differs and all(name in named for name in differs) else f"{when}: skrev {differs}: {said}"
        if any(words in said.lower() for words in NOTHING):
            return None if not differs else f"{when}: sade att inget har ändrats, men {sorted(differs)}: {said}"
        if code in (0, 1):
            return None if same(now, self.after) else f"{when}: slutkod {code}, men inte klart: {said}"
        return f"{when}: slutkod {code} och inget om vad som är skrivet ({sorted(differs)}): {said}"

    def at(self, step, act, *, is_lasting=False):
        """Return a hook that does something just before a change to the disk, the first being number 0."""
        seen, is_busy = 0, False

        def hook(event, arguments):
            nonlocal seen, is_busy
            is_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
            changes = is_write or event in CHANGES
            if is_busy or not changes or not isinstance(arguments[0], str) or "/cache/" in arguments[0]:
                return
            if arguments[0].startswith("/dev/") or arguments[0].endswith("/fcntl"):
                return
            seen += 1
            if seen == step + 1 or (is_lasting and seen > step + 1):
                is_busy = True
                try:
                    sys.stderr.write(f"steg {event}\n")
                    act(arguments[0])
                finally:
                    is_busy = False

        return hook


MARK = b"Kommunerna deltog p\xc3\xa5 annat s\xc3\xa4tt."


def saved(name, raw):
    """Return a file as somebody saves it who has changed another answer in it."""
    if not name.endswith(".yaml"):
        return raw + b"Annas"
    at = raw.rindex(b"Kommunerna deltog.") if b"Kommunerna deltog." in raw else None
    return raw + b"# " + MARK + b"\n" if at is None else raw[:at] + MARK + raw[at + 18 :]


def save(file, before, raw):
    """Save a file as an editor does, in place; one that the command has written already is not saved over."""
    if file.exists() and file.read_bytes() == before:
        file.write_bytes(raw)
        sys.stderr.write("sparad\n")


def refuse(path):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


def same(one, other):
    """Whether two folders hold the same files; documents are alike where both are ours."""
    return one.keys() == other.keys() and all(one[n] == other[n] or n.endswith(".docx") for n in one)


def run(command, hook=None, limit=None):
    """Run a command in a process of its own; return its exit code, and what it and the hook said."""
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        os.close(source)
        from rapport.cli.main import run as start

        with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as err:
            if hook:
                sys.addaudithook(hook)
            if limit is not None:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            code = start([str(part) for part in command])
        os.write(sink, err.getvalue().encode()[:60_000])
        os._exit(code)
    os.close(sink)
    with os.fdopen(source, "rb") as stream:
        said = stream.read().decode()
    _, status = os.waitpid(child, 0)
    assert os.WIFEXITED(status), (command, status)
    return os.WEXITSTATUS(status), said


if __name__ == "__main__":
    main()
