"""Work done in a process of its own, which a bad file can bring down, stall or swell without harm to us.

One process does one piece of work after the other: a line of JSON each way for every piece, and empty lines between
while it goes on. It is started when the first piece needs it, and anew after one that it did not survive.

Time is limited everywhere. Memory is limited where the system knows how: in Linux, not in Windows or macOS.
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
from typing import IO, Any, Self

from rapport.errors import InputError
from rapport.limits import PROCESS_BYTES, PROCESS_PAUSE, PROCESS_SECONDS

SECONDS = PROCESS_SECONDS.most  # for one piece of work
PAUSE = PROCESS_PAUSE.most  # between its signs of life, the first of which it gives when it has what it works with
MEMORY = PROCESS_BYTES.most
_SWELLED = 77  # the exit code of a process whose memory is at an end
_LOOK = 0.2  # seconds between looks at the clock: Windows interrupts no longer wait


class BrokenOffError(Exception):
    """A piece of work came to no end; the message goes on after the file's name."""


class Apart:
    """Does work in another process; to be used in a ``with``, which ends it."""

    def __init__(self, *, seconds: float = SECONDS, pause: float = PAUSE, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._pause = pause
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = Thread()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def begin(self) -> None:
        """Start the process, for work that will come soon."""
        self._process = self._process or start(self._memory, self._seconds)

    def call(self, function: str, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Return what a function ("module:name") gives for some texts; BrokenOffError where it comes to no end."""
        self.begin()
        process = self._process
        assert process  # noqa: S101 - it has just been started
        answer = _Answer()
        self._asking = asking = Thread(target=_ask, args=(process, [function, *arguments], answer), daemon=True)
        asking.start()
        deadline = time.monotonic() + self._seconds
        while asking.is_alive() and time.monotonic() < min(deadline, (answer.alive or deadline) + self._pause):
            asking.join(_LOOK)
        is_late, is_paused = asking.is_alive(), time.monotonic() < deadline
        if not is_late and answer.line.endswith(b"\n"):
            return json.loads(answer.line)
        code = self._stop(patience=0 if is_late else 1)  # one that ended by itself has a code that says why
        if is_late:
            raise BrokenOffError(f"kunde inte läsas på {self._pause if is_paused else self._seconds:g} sekunder.")
        if code == _SWELLED:
            raise BrokenOffError(f"kräver mer minne än {self._memory // 1_000_000} MB och läses inte.")
        raise BrokenOffError("fick läsningen att avbrytas. Filen är skadad, eller kräver för mycket minne.")

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


class _Answer:
    """What the other process has said: its last sign of life, and its answer when that has come."""

    def __init__(self) -> None:
        self.alive: float | None = None
        self.line = b""


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
        message = "Filerna kan inte läsas: systemet startar ingen ny process. Stäng andra program och försök igen."
        raise InputError(message) from error


def _ask(process: "subprocess.Popen[bytes]", question: list[str], answer: _Answer) -> None:
    with suppress(OSError, ValueError):  # the process has ended; what it did not answer says so
        if process.stdin and process.stdout:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            while (line := process.stdout.readline()) == b"\n":
                answer.alive = time.monotonic()
            answer.line = line


class _Signs:
    """Where the process that works gives its signs of life; nowhere in any other."""

    to: IO[bytes] | None = None
    last = 0.0


def alive() -> None:
    """Give a sign that work goes on: to be called between one page, sheet or row and the next."""
    if _Signs.to and time.monotonic() - _Signs.last > _LOOK:
        _Signs.to.write(b"\n")
        _Signs.to.flush()
        _Signs.last = time.monotonic()


def _serve(memory: int, seconds: float) -> None:
    """Do what is asked until there is no more. What a parser prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(memory)
    here = import_module(__spec__.name)  # this module runs as the program, and is known to others by its name
    here._Signs.to = answers  # noqa: SLF001 - our own
    try:
        for line in sys.stdin.buffer:
            faulthandler.dump_traceback_later(2 * seconds, exit=True)  # should whoever asked be gone
            function, *arguments = json.loads(line)
            module, _, name = function.partition(":")
            work = getattr(import_module(module), name)
            here._Signs.last = 0.0  # noqa: SLF001 - as above
            here.alive()
            answers.write(json.dumps(work(*arguments)).encode() + b"\n")
            answers.flush()
            faulthandler.cancel_dump_traceback_later()
    except MemoryError:
        os._exit(_SWELLED)


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
