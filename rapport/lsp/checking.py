"""When a report is checked: as soon as its text has changed, beside the typing, and never for a text that is gone.

First in haste, with what is known: at once. What that leaves open, new words above all, is found out when the typing
pauses, and shown then.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor

from rapport.domain.haste import Overtaken, Pace
from rapport.lsp.checked import Checked, Open
from rapport.lsp.session import Session
from rapport.workflow.typed import settle, tidy

PAUSE = 0.25  # seconds without a keystroke


class Checking:
    """The checks of one report folder, one at a time; what a newer keystroke has overtaken is thrown away."""

    def __init__(
        self,
        session: Session,
        executor: Executor,
        done: Callable[[Checked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.session = session
        self._executor = executor
        self._done = done
        self._failed = failed
        self._wanted = 0
        self._task: asyncio.Task[Checked | None] | None = None
        self._completing: asyncio.Task[None] | None = None
        self._complete: tuple[int, Checked] | None = None
        self._settling: asyncio.Future[None] | None = None

    def want(self) -> None:
        """See that the report is checked as it is now."""
        self._wanted += 1
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._check())

    async def latest(self) -> Checked | None:
        """Return the report checked as it is now; None where a fault of ours keeps it from being."""
        if self._task is None:
            self.want()
        assert self._task is not None  # noqa: S101 - it has just been made
        checked = await asyncio.shield(self._task)
        return self._complete[1] if self._complete and self._complete[0] == self._wanted else checked

    def stop(self) -> None:
        """Let be what has been left open."""
        if self._completing:
            self._completing.cancel()

    async def _check(self) -> Checked | None:
        """Check in haste until no newer keystroke has come meanwhile."""
        self.stop()
        while True:
            wanted, files = self._wanted, dict(self.session.files)
            checked = await self._checked(wanted, files, is_hasty=True)
            if wanted == self._wanted:
                if checked:
                    self._done(checked)
                    self._completing = asyncio.get_running_loop().create_task(self._find_out(wanted, files, checked))
                return checked

    async def _find_out(self, wanted: int, files: Mapping[str, Open], checked: Checked) -> None:
        """Find out what was left open, when no newer keystroke comes for a while."""
        await self._settle()
        await asyncio.sleep(PAUSE)
        if not checked.is_whole and wanted == self._wanted:
            found = await self._checked(wanted, files, is_hasty=False)
            if found and wanted == self._wanted:
                self._complete = wanted, found
                self._done(found)
        if wanted == self._wanted:
            await asyncio.get_running_loop().run_in_executor(self._executor, tidy)

    async def _settle(self) -> None:
        """Wait until what typing needs is loaded: in a thread of its own, so that no keystroke waits for it."""
        if self._settling is None:
            self._settling = asyncio.get_running_loop().run_in_executor(None, settle)
        try:
            await asyncio.shield(self._settling)
        except Exception as error:  # noqa: BLE001 - what could not be loaded now is loaded when it is needed
            self._failed(error)

    async def _checked(self, wanted: int, files: Mapping[str, Open], *, is_hasty: bool) -> Checked | None:
        """Return the report checked with these files; None where a newer keystroke or a fault of ours came between."""
        pace = Pace(lambda: wanted == self._wanted, is_hasty=is_hasty)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, self.session.check, files, pace)
        except Overtaken:
            return None
        except Exception as error:  # noqa: BLE001 - of the next text it may be right again
            self._failed(error)
            return None
