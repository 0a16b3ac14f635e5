"""How far long reading has come, said on a terminal."""

import sys
from threading import Lock, Timer
from typing import Self

PATIENCE = 1.0  # seconds before a word about progress


class ProgressLine:
    """Says on a terminal how far long reading has come; silent for the first second, and everywhere else.

    To be used in a ``with``, which takes the line away however the work ends.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._timer: Timer | None = None
        self._done = self._total = 0
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self(0, 0)

    def __call__(self, done: int, total: int) -> None:
        """Take note that so many papers are done; the next one is being read."""
        with self._lock:
            self._done, self._total = done, total
            if done == total:
                self._end()
            elif self._shown:
                self._show()
            elif self._timer is None and sys.stderr.isatty():
                # By the clock and not by the papers: one alone may take long.
                self._timer = Timer(PATIENCE, self._begin)
                self._timer.daemon = True
                self._timer.start()

    def _begin(self) -> None:
        with self._lock:
            if self._done < self._total:
                self._show()

    def _show(self) -> None:
        self._write(f"Läser papper {self._done + 1} av {self._total} …")

    def _end(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._shown:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text:{len(self._shown)}}")  # blanks over what was longer: old consoles know no codes
        sys.stderr.flush()
        self._shown = text
