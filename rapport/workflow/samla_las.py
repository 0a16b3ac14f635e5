"""Reading all that has been handed in: as many reports at once as there are processors."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from rapport.apart import Apart, BrokenOffError
from rapport.domain.kalla import Progress
from rapport.store.inkomna import Asked, InkommenPost
from rapport.workflow.inkomna import Inlamnad, Olast, guessed
from rapport.workflow.samla_en import WORK
from rapport.workflow.samla_minne import Minne

_MEMORY = 1_500_000_000  # bytes of a process: its dictionary, its rules and one report at a time
_SECONDS = 120.0  # for one report


class Tagen(NamedTuple):
    """A report that came in: what it was read from, whose and of when it is, and where its rows are.

    They are in the file ``rows``; or, where that is None, in the last data set, which knew it as ``redovisning``; or,
    where that is empty, nowhere: another file gave the same report then, and was used.
    """

    inlamnad: Inlamnad
    region: str
    ar: int
    rows: Path | None
    redovisning: str = ""

    @property
    def is_at_hand(self) -> bool:
        """Whether its rows are anywhere."""
        return self.rows is not None or bool(self.redovisning)


Answer = Tagen | Olast | Asked


def read_all(
    inkomna: Sequence[Inlamnad], filled: Mapping[str, InkommenPost], minne: Minne, work: Path, progress: Progress
) -> list[Answer]:
    """Return what each report gave, in their order; ``work`` is a folder that their rows are left in."""
    count = min(os.cpu_count() or 1, len(inkomna)) or 1
    with ExitStack() as ends:
        free: SimpleQueue[Apart] = SimpleQueue()
        for _ in range(count):
            free.put(ends.enter_context(Apart(seconds=_SECONDS, pause=_SECONDS, memory=_MEMORY)))

        def read(number: int) -> Answer:
            one = inkomna[number]
            post = filled.get(one.kalla, InkommenPost())
            if known := _known(one, post, minne):
                return known
            worker = free.get()
            try:
                return _read(worker, one, post, work / f"{number}.json")
            finally:
                free.put(worker)

        pool = ends.enter_context(ThreadPoolExecutor(count))
        return [*_told(pool.map(read, range(len(inkomna))), len(inkomna), progress)]


def _told(answers: Iterator[Answer], count: int, progress: Progress) -> Iterator[Answer]:
    """Yield the answers, and tell how far they have come."""
    progress(0, count)
    for done, answer in enumerate(answers, 1):
        progress(done, count)
        yield answer


def _known(one: Inlamnad, post: InkommenPost, minne: Minne) -> Answer | None:
    """Return what a report gave the last time, where nothing of it has changed since."""
    last = minne.recall(one)
    if not last:
        return None
    if last.fel:
        return Olast(one.kalla, last.fel, one)
    if last.is_asked:
        return None if post.region or post.ar else Asked(one.kalla, last.region, last.ar)
    region, ar = post.region or last.region, post.ar or last.ar
    if not region or not ar or (region, ar) != (last.region, last.ar):
        return None
    return Tagen(one, region, ar, None, last.redovisning or "")


def _read(worker: Apart, one: Inlamnad, post: InkommenPost, rows: Path) -> Answer:
    asked = json.dumps((one.kalla, one.slag, post.region, post.ar))
    try:
        read = worker.call(WORK, str(one.path), str(rows), asked)
    except BrokenOffError as error:
        return Olast(one.kalla, f"Filen {error} Be om redovisningen på nytt, i Word.", one)
    if fel := read.get("fel"):
        return Olast(one.kalla, fel, one)
    if read["region"] and read["ar"]:
        return Tagen(one, read["region"], read["ar"], rows)
    guess = guessed(one.kalla)
    return Asked(one.kalla, read["region"] or guess.region, read["ar"] or guess.ar)
