"""What is done with the report while the pages are open: one thing at a time, saved and checked by itself.

What a page asks for is done at once, in a thread of its own; the check, which takes longer, in another, on the report
as it stood, once nobody has typed for a moment.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from rapport.domain.begart import begart_by_fraga
from rapport.errors import RapportError
from rapport.webb.handelser import Handelser
from rapport.webb.session import Session
from rapport.webb.svar import strid_data
from rapport.webb.uppladdade import Uppladdade
from rapport.workflow.narvaro import Narvaro, Other
from rapport.workflow.typed import settle, tidy

P = ParamSpec("P")
T = TypeVar("T")
STILL, LONGEST = 1.0, 10.0  # seconds: saved so long after the last change, and so long after the first at the latest
_OPENING = 3.0  # seconds that the first check waits for a page
_PAUSE = 0.35  # seconds without a change before the report is checked
_AGAIN = 5.0  # seconds until what could not be saved is tried again
_LOOK = 20.0  # seconds between looks at what is there, for a disk that tells of nothing


class Arbete:
    """The work on one report folder; made and used in the loop that serves the pages."""

    def __init__(self, session: Session, failed: Callable[[Exception], None]) -> None:
        self.session = session
        self.handelser, self.uppladdade = Handelser(self._presence_changed), Uppladdade()
        self._narvaro = Narvaro(session.folder)
        self._quick, self._slow = ThreadPoolExecutor(1, "svar"), ThreadPoolExecutor(1, "kontroll")
        self.failed = failed
        self.last_fault: RapportError | None = None
        self._unsaved_since: float | None = None
        self._saving: asyncio.TimerHandle | None = None
        self._checking: asyncio.Task[None] | None = None
        self._is_stale = self._is_settled = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._others: list[Other] = []
        self._showing = asyncio.Lock()

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something with the report, after what is being done."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._quick, lambda: work(*args, **kwargs))

    def begin(self) -> None:
        """Check the report, and show that it is open here."""
        self._start(self._check_first())
        self._start(self._look_at_times())

    def changed(self, what: str, fraga: str | None = None, page: str | None = None) -> None:
        """Tell the pages that something is another than it was, and see that it is checked."""
        self.handelser.tell("rapport", {"vad": what, "fraga": fraga, "flik": page, "version": self.session.version})
        self._is_stale = True
        if self._checking is None or self._checking.done():
            self._checking = asyncio.get_running_loop().create_task(self._check())

    def want_saved(self) -> None:
        """See that what is unsaved is written a moment after the last change."""
        now = monotonic()
        self._unsaved_since = self._unsaved_since or now
        self._save_in(max(0.0, min(STILL, self._unsaved_since + LONGEST - now)))

    async def save(self) -> dict[str, Any]:
        """Write what is unsaved, and tell the pages how it went; return it. What cannot be written is tried again."""
        if self._saving:
            self._saving.cancel()
        before = len(self.session.strider)
        try:
            saved = await self.do(self.session.save)
        except Exception as error:
            is_known = isinstance(error, RapportError | OSError)
            self.handelser.tell("sparfel", {"text": str(error) if is_known else "Ett fel i programmet."})
            self._save_in(_AGAIN)
            raise
        self._unsaved_since = None
        strider = await self.do(lambda: [strid_data(strid) for strid in self.session.strider.values()])
        if len(strider) > before:
            self._tell_of(strider)
        if saved.files:
            told = {"svar": dict(saved.stamps), "mottaget": dict(saved.received), "version": saved.version}
            self.handelser.tell("sparat", told)
        return {"sparade": [*saved.stamps], "konflikter": strider}

    async def take_in(self) -> None:
        """Take in what has changed on disk; tell the pages where that is anything."""
        await asyncio.to_thread(self.session.wait_until_still)
        before = await self.do(self.session.stamps), self.session.faults
        found = await self.do(self.session.take_in)
        self._tell_of([strid_data(strid) for strid in found])
        self.changed("disk" if (await self.do(self.session.stamps), self.session.faults) != before else "kontroll")
        if await self.do(lambda: self.session.report.unsaved):
            self.want_saved()

    async def end(self) -> None:
        """Write what is left, and be gone."""
        for task in self._tasks:
            task.cancel()
        try:
            await self.save()
        except RapportError as error:
            self.last_fault = error
        await self.do(self._narvaro.leave)
        self.uppladdade.end()

    def presence(self) -> dict[str, Any]:
        """Return who has which answer open: our own pages, and others in the same folder."""
        pages = [{"flik": page.name, "fraga": page.fraga} for page in self.handelser.pages]
        return {"flikar": pages, "andra": [{"vem": one.vem, "fragor": one.fragor} for one in self._others]}

    def _tell_of(self, strider: list[dict[str, Any]]) -> None:
        for strid in strider:
            self.handelser.tell("konflikt", strid)

    def _save_in(self, seconds: float) -> None:
        if self._saving:
            self._saving.cancel()
        self._saving = asyncio.get_running_loop().call_later(seconds, lambda: self._start(self._save_quietly()))

    async def _save_quietly(self) -> None:
        with self._noting_faults(), suppress(RapportError, OSError):  # the pages have been told
            await self.save()

    async def _check_first(self) -> None:
        """See that the report is checked when a page is there, which would have had to wait for the check."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.handelser.opened.wait(), _OPENING)
        self.changed("kontroll")

    async def _check(self) -> None:
        loop, report = asyncio.get_running_loop(), self.session.report
        while self._is_stale:
            while self._is_stale:
                self._is_stale = False
                await asyncio.sleep(_PAUSE)
            with self._noting_faults():
                loaded = await self.do(lambda: report.loaded)
                check = partial(report.check, loaded=loaded)
                self.session.granskning = await loop.run_in_executor(self._slow, check)
                self.session.begar = begart_by_fraga(self.session.granskning.underlag)
                self.session.is_checked = True
            self.handelser.tell("rapport", {"vad": "kontroll", "version": self.session.version})
            if not self._is_stale:
                await loop.run_in_executor(self._slow, tidy if self._is_settled else settle)
                self._is_settled = True

    def _start(self, work: Any) -> None:  # noqa: ANN401 - a coroutine
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _presence_changed(self) -> None:
        self._start(self._show_presence())

    async def _show_presence(self) -> None:
        loop = asyncio.get_running_loop()

        def shown(open_here: list[str]) -> list[Other]:
            self._narvaro.show(open_here)
            return self._narvaro.others()

        async with self._showing:  # one after the other: what is older is never shown last
            open_here = [page.fraga for page in self.handelser.pages if page.fraga]
            self._others = await loop.run_in_executor(None, shown, open_here)
        self.handelser.tell("narvaro", self.presence())

    async def _look_at_times(self) -> None:
        while True:
            with self._noting_faults():
                await self._show_presence()
            await asyncio.sleep(_LOOK)
            with self._noting_faults():
                await self.take_in()

    @contextmanager
    def _noting_faults(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # noqa: BLE001 - a fault of ours costs one save, one check, one look: not those after
            self.failed(error)
