"""Papers read in a process of their own, which a bad file can bring down, stall or swell without harm to us.

One process reads many papers, one after the other: a line of JSON each way for every paper. It is started when the
first paper needs it, and anew after a paper that it did not survive.
"""

import faulthandler
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, Self

from rapport.errors import InputError
from rapport.sources.paper import Paper, PaperText, Snippet, read, unread
from rapport.sources.readers import Readers

SECONDS = 60  # for one paper
MEMORY = 1_500_000_000  # bytes for the process, where the system knows how to limit it
_SWELLED = 77  # the exit code of a process whose memory is at an end
_LOOK = 0.2  # seconds between looks at the clock: Windows interrupts no longer wait
_SAVE_ANEW = "Öppna den, spara om den, eller lägg texten bredvid som .txt. De andra papperen går att söka i ändå."


class PaperReader:
    """Reads papers of every kind; to be used in a ``with``, which ends the process that reads."""

    def __init__(self, readers: Readers, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._readers = readers
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = Thread()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, paper: Paper) -> PaperText:
        """Return what a paper says, or why it cannot be read; never raises for what the paper holds."""
        reader = self._readers[paper.file.suffix.lower()]
        if not isinstance(reader, str):
            return read(paper, reader)
        self._process = process = self._process or start(self._memory, self._seconds)
        answers: list[bytes] = []
        question = [paper.name, str(paper.file), reader]
        self._asking = asking = Thread(target=_ask, args=(process, question, answers), daemon=True)
        asking.start()
        deadline = time.monotonic() + self._seconds
        while asking.is_alive() and time.monotonic() < deadline:
            asking.join(_LOOK)
        is_late = asking.is_alive()
        if not is_late and answers and answers[0].endswith(b"\n"):
            snippets, fault = json.loads(answers[0])
            return PaperText(tuple(Snippet(*row) for row in snippets), tuple(fault) if fault else None)
        code = self._stop(patience=0 if is_late else 1)  # one that ended by itself has a code that says why
        return unread(paper, self._reason(code, is_late=is_late), _SAVE_ANEW)

    def _reason(self, code: int | None, *, is_late: bool) -> str:
        if is_late:
            return f"kunde inte läsas på {self._seconds:g} sekunder."
        if code == _SWELLED:
            return f"kräver mer minne än {self._memory // 1_000_000} MB och läses inte."
        return "fick läsningen att avbrytas. Filen är skadad, eller kräver för mycket minne."

    def _stop(self, patience: float = 0) -> int | None:
        """End the process, if there is one; return its exit code, None where it will not let itself be ended."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)
        if self._asking.ident:
            self._asking.join(1)
        for pipe in (process.stdin, process.stdout):
            if pipe and not self._asking.is_alive():  # a pipe that is waited for cannot be closed
                with suppress(OSError):
                    pipe.close()
        return process.returncode


def start(memory: int, seconds: float) -> "subprocess.Popen[bytes]":
    """Start a process that finds the same modules as this one, and no other that may lie in the current folder."""
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", __name__, str(memory), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        message = "Papperen kan inte läsas: systemet startar ingen ny process. Stäng andra program och försök igen."
        raise InputError(message) from error


def _ask(process: "subprocess.Popen[bytes]", question: list[str], answers: list[bytes]) -> None:
    with suppress(OSError, ValueError):  # the process has ended; what it did not answer says so
        if process.stdin and process.stdout:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            answers.append(process.stdout.readline())


def _serve(memory: int, seconds: float) -> None:
    """Answer questions until there are no more. What a parser prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(memory)
    try:
        for line in sys.stdin.buffer:
            faulthandler.dump_traceback_later(2 * seconds, exit=True)  # should whoever asked be gone
            name, file, reader = json.loads(line)
            answers.write(json.dumps(_answer(Paper(name, Path(file)), reader)).encode() + b"\n")
            answers.flush()
            faulthandler.cancel_dump_traceback_later()
    except MemoryError:
        os._exit(_SWELLED)


def _answer(paper: Paper, reader: str) -> list[Any]:
    module, _, function = reader.partition(":")
    try:
        text = read(paper, getattr(import_module(module), function))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide the other papers
        text = unread(paper, f"kan inte läsas, av ett fel i programmet ({type(error).__name__}).", _SAVE_ANEW)
    return [[[snippet.text, snippet.place] for snippet in text.snippets], text.fault]


def _limit(memory: int) -> None:
    """Bound the memory of this process, and leave no dump of it behind; Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    _serve(int(sys.argv[1]), float(sys.argv[2]))
