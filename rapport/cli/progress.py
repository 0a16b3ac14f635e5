"""How far long work has come, said on a terminal."""

import sys
from threading import Lock, Timer
from typing import Self

from rapport.cli.terminal import say

_NAMED = 3  # papers that are named among those that are fetched
PATIENCE = 1.0  # seconds before a word about progress


class ProgressLine:
    """Says on a terminal how far long work has come; silent for the first second, and everywhere else.

    To be used in a ``with``, which takes the line away however the work ends. ``about`` is what is said while no papers
    are being read, nothing where that is "".
    """

    def __init__(self, about: str = "") -> None:
        self._about = about
        self._lock = Lock()
        self._timer: Timer | None = None
        self._done = self._total = 0
        self._shown = ""

    def __enter__(self) -> Self:
        if self._about:
            with self._lock:
                self._wait()
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
            else:
                self._wait()

    def fetching(self, papers: list[str]) -> None:
        """Say, wherever it is read, that papers will be fetched from the net, before they are."""
        with self._lock:
            self._end()
        more = f" och {len(papers) - _NAMED} till" if len(papers) > _NAMED else ""
        say(
            f"{len(papers)} papper finns bara på nätet (OneDrive) och hämtas nu, för att kunna läsas: "
            f"{', '.join(papers[:_NAMED])}{more}. Det kan ta en stund. Avbryt med Ctrl+C."
        )

    def _wait(self) -> None:
        """Begin to show something when a second has gone: by the clock, as one paper alone may take long."""
        if self._timer is None and sys.stderr.isatty():
            self._timer = Timer(PATIENCE, self._begin)
            self._timer.daemon = True
            self._timer.start()

    def _begin(self) -> None:
        with self._lock:
            if self._timer and (self._done < self._total or self._about):
                self._show()

    def _show(self) -> None:
        reads = self._done < self._total
        self._write(f"Läser papper {self._done + 1} av {self._total} …" if reads else self._about)

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
