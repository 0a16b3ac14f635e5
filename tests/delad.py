"""The language server in a process of its own, divided off from one that has loaded it already; Linux alone."""

import multiprocessing
import os
import sys
from multiprocessing import forkserver
from multiprocessing.reduction import DupFd
from pathlib import Path

import pytest

from rapport.cli.main import main

ROOT = Path(__file__).parents[1]
WAITING = multiprocessing.get_context("forkserver")
WAITING.set_forkserver_preload(["__main__", "rapport.cli.main", "rapport.lsp.server"])


class Divided:
    """A server begun by a process that has loaded all it is made of, which takes longer than most of what it does.

    As far as it is spoken to as a ``Popen``. What is loaded, and nothing else, is what every server has from the start.
    """

    def __init__(self, environment):
        pipes = [os.pipe() for _ in range(3)]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "tests"))))  # of the one that divides
            forkserver.ensure_running()
        given = [DupFd(one) for one in theirs]
        self._process = WAITING.Process(target=_serve, args=(given, environment), daemon=True)
        self._process.start()
        for one in theirs:
            os.close(one)
        self.stdin = os.fdopen(pipes[0][1], "wb")
        self.stdout, self.stderr = (os.fdopen(pipe[0], "rb") for pipe in pipes[1:])

    def poll(self):
        return self._process.exitcode

    def wait(self, seconds):
        self._process.join(seconds)
        return self._process.exitcode


def _serve(given, environment):
    """Be the command ``rapport lsp``, with these for its streams."""
    for number, one in enumerate(given):
        os.dup2(one.detach(), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.argv = ["rapport", "lsp"]
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, "w" if n else "r", encoding="utf-8") for n in range(3))
    main()
